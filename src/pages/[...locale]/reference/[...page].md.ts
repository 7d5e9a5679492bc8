import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { localeParam } from '../../../site/paths.ts';
import { type ReferencePage, referencePages } from '../../../site/reference-pages.ts';
import { referenceMarkdown } from '../../../site/twins.ts';

/** The Markdown copies of the pages below `/reference/`: `/en/reference/list-pets.md`. */
export function getStaticPaths() {
  return site.locales.flatMap((locale) =>
    referencePages(site, locale).flatMap(({ path, page }) =>
      path === '' ? [] : [{ params: { locale: localeParam(site, locale), page: path }, props: { page } }],
    ),
  );
}

export const GET: APIRoute<{ page: ReferencePage }> = async ({ props, site: address }) =>
  new Response(await referenceMarkdown({ data: site, site: address }, props.page), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });

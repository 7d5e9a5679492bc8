import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { localeParam } from '../../../site/paths.ts';
import { type ReferencePage, referencePages } from '../../../site/reference-pages.ts';
import { currentRun } from '../../../site/run.ts';
import { markdownAnswer } from '../../../site/text-answers.ts';
import { twinMarkdown } from '../../../site/twins.ts';

/** The Markdown copies of the pages below `/reference/`: `/en/reference/list-pets.md`. */
export function getStaticPaths() {
  if (currentRun()?.filesOfPages) return [];
  return site.locales.flatMap((locale) =>
    referencePages(site, locale).flatMap(({ path, page }) =>
      path === '' ? [] : [{ params: { locale: localeParam(site, locale), page: path }, props: { page } }],
    ),
  );
}

export const GET: APIRoute<{ page: ReferencePage }> = async ({ props, site: address }) =>
  markdownAnswer(await twinMarkdown({ data: site, site: address }, props.page));

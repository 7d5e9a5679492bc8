import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { localeParam } from '../../site/paths.ts';
import { type ReferencePage, referencePages } from '../../site/reference-pages.ts';
import { currentRun } from '../../site/run.ts';
import { markdownAnswer } from '../../site/text-answers.ts';
import { twinMarkdown } from '../../site/twins.ts';

/** The Markdown copy of where the reference begins: `/reference.md`, `/en/reference.md`. */
export function getStaticPaths() {
  if (currentRun()?.filesOfPages) return [];
  return site.locales.flatMap((locale) => {
    const first = referencePages(site, locale).find(({ path }) => path === '');
    return first ? [{ params: { locale: localeParam(site, locale) }, props: { page: first.page } }] : [];
  });
}

export const GET: APIRoute<{ page: ReferencePage }> = async ({ props, site: address }) =>
  markdownAnswer(await twinMarkdown({ data: site, site: address }, props.page));

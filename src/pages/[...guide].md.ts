import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { guidePages, twinName } from '../site/guide-pages.ts';
import { markdownAnswer } from '../site/text-answers.ts';
import { twinMarkdown } from '../site/twins.ts';

/** The Markdown copies of guides and homes: `/start.md`, `/en.md`; `/index.md` for the site's own home. */
export function getStaticPaths() {
  return guidePages(site).map((page) => ({ params: { guide: twinName(page) } }));
}

// Beside an owner's own pages each copy has a route without parameters, so its address tells which it is.
export const GET: APIRoute = async ({ url, site: address }) => {
  const name = decodeURI(url.pathname).slice(site.base.length).replace(/\.md$/, '').normalize();
  const page = guidePages(site).find((one) => twinName(one).normalize() === name);
  if (!page) throw new Error(`There is no guide at "${name}".`);
  return markdownAnswer(await twinMarkdown({ data: site, site: address }, page));
};

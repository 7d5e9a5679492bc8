import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { sitemapFiles } from '../site/sitemap.ts';
import { isOwners, xmlAnswer } from '../site/text-answers.ts';

/** `/sitemap-index.xml` and the files it names, where the site's address is known and search engines may come. */
export function getStaticPaths() {
  const address = import.meta.env.SITE;
  if (!address || site.options.noindex) return [];
  return [...sitemapFiles(site, new URL(address))]
    .filter(([part]) => !isOwners(site, `sitemap-${part}.xml`))
    .map(([part, text]) => ({ params: { part }, props: { text } }));
}

export const GET: APIRoute<{ text: string }> = ({ props }) => xmlAnswer(props.text);

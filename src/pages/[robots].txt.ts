import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { isOwners, plainAnswer } from '../site/text-answers.ts';

/** `/robots.txt`, where the owner has none. */
export function getStaticPaths() {
  return isOwners(site, 'robots.txt') ? [] : [{ params: { robots: 'robots' } }];
}

export const GET: APIRoute = ({ site: address }) => {
  if (site.options.noindex) return plainAnswer('User-agent: *\nDisallow: /\n');
  const sitemap = address ? `\nSitemap: ${new URL(`${site.base}sitemap-index.xml`, address).href}\n` : '';
  return plainAnswer(`User-agent: *\nAllow: /\n${sitemap}`);
};

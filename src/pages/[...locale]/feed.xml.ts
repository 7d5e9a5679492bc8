import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { feedPath, siteFeed } from '../../site/feed.ts';
import { localeParam } from '../../site/paths.ts';
import { isOwners, xmlAnswer } from '../../site/text-answers.ts';

/** The guides with a date, by language: `/feed.xml`, `/en/feed.xml`. A feed needs the address of the site. */
export function getStaticPaths() {
  if (!import.meta.env.SITE) return [];
  return site.locales.flatMap((locale) => {
    const path = feedPath(site, locale);
    if (path === undefined || isOwners(site, path.slice(site.base.length))) return [];
    return [{ params: { locale: localeParam(site, locale) }, props: { locale } }];
  });
}

export const GET: APIRoute<{ locale: string }> = ({ props, site: address }) =>
  xmlAnswer(siteFeed(site, props.locale, address as URL));

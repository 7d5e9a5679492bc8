import { site } from 'virtual:curlew/site';
import { underBase } from './base-path.ts';
import type { SiteData } from './site-data.ts';

export { urlSpace } from './url-space.ts';

/** The one page that authorization servers lead back to. Owners register its address, so it never changes. */
export const LOGIN_PATH = '/_curlew/login/';

/**
 * The path of a page below the base, without slashes at its ends and decoded: the same for `/start`, `/start/`
 * and `/start.html`, since an owner's site may name its pages in any of these ways.
 */
export function pagePath(data: SiteData, url: URL): string {
  return decodeURI(url.pathname.slice(data.base.length))
    .replace(/(?:^|\/)index\.html$|\.html$/, '')
    .replace(/\/$/, '');
}

/** The address of a page as links of ours name it. */
export function pageUrl(data: SiteData, url: URL): string {
  const path = pagePath(data, url);
  return path === '' ? data.base : `${data.base}${path}/`;
}

/** The route's parameter for a language: nothing for the default one. */
export function localeParam(data: SiteData, locale: string): string | undefined {
  return locale === data.options.defaultLocale ? undefined : locale.toLowerCase();
}

/** A path of the site under its base path; any other address as it is. */
export function withBase(href: string): string {
  return underBase(href, site.base);
}

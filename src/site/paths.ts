import type { UrlSpace } from '../views/urls.ts';
import { apisOf, type SiteData } from './site-data.ts';

/** The place of the site's pages as views want it, with the APIs in a language. */
export function urlSpace(site: SiteData, locale = site.options.defaultLocale): UrlSpace {
  // It may lack its last slash.
  const base = import.meta.env.BASE_URL;
  return {
    base: base.endsWith('/') ? base : `${base}/`,
    defaultLocale: site.options.defaultLocale,
    apis: apisOf(site, locale),
  };
}

/** The route's parameter for a language: nothing for the default one. */
export function localeParam(site: SiteData, locale: string): string | undefined {
  return locale === site.options.defaultLocale ? undefined : locale.toLowerCase();
}

/** A path of the site under the base path; any other address as it is. */
export function underBase(href: string, base: string): string {
  return /^\/(?!\/)/.test(href) ? base.replace(/\/$/, '') + href : href;
}

/** `underBase` for the site that is being built. */
export function withBase(href: string): string {
  return underBase(href, import.meta.env.BASE_URL);
}

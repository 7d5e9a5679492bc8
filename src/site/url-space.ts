import type { UrlSpace } from '../views/urls.ts';
import { pinnedPaths } from './api-settings.ts';
import { apisOf, type SiteData } from './site-data.ts';

/** Every row of every page asks for one. */
const known = new WeakMap<SiteData, Map<string, UrlSpace>>();

/** The place of the site's pages as views want it, with the APIs in a language. */
export function urlSpace(data: SiteData, locale = data.options.defaultLocale): UrlSpace {
  const spaces = known.get(data) ?? new Map<string, UrlSpace>();
  known.set(data, spaces);
  const space = spaces.get(locale) ?? makeSpace(data, locale);
  spaces.set(locale, space);
  return space;
}

function makeSpace(data: SiteData, locale: string): UrlSpace {
  return {
    base: data.base,
    defaultLocale: data.options.defaultLocale,
    apis: apisOf(data, locale),
    paths: pinnedPaths(data.options.apis),
    changelogs: data.changelogs,
  };
}

import type { UrlSpace } from '../views/urls.ts';
import { pinnedPaths } from './api-settings.ts';
import { apisOf, type SiteData } from './site-data.ts';

/** The place of the site's pages as views want it, with the APIs in a language. */
export function urlSpace(data: SiteData, locale = data.options.defaultLocale): UrlSpace {
  return {
    base: data.base,
    defaultLocale: data.options.defaultLocale,
    apis: apisOf(data, locale),
    paths: pinnedPaths(data.options.apis),
    changelogs: data.changelogs,
  };
}

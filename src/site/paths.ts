import type { UrlSpace } from '../views/urls.ts';
import type { SiteData } from './site-data.ts';

/** The place of the site's pages as views want it. `import.meta.env.BASE_URL` may lack its last slash. */
export function urlSpace(site: SiteData): UrlSpace {
  const base = import.meta.env.BASE_URL;
  return { base: base.endsWith('/') ? base : `${base}/`, defaultLocale: site.options.defaultLocale, apis: site.apis };
}

/** The route's parameter for a language: nothing for the default one. */
export function localeParam(site: SiteData, locale: string): string | undefined {
  return locale === site.options.defaultLocale ? undefined : locale.toLowerCase();
}

/** The operation a guide names, with its API. */
export function findOperation(site: SiteData, key: string) {
  for (const api of site.apis) {
    const operation = api.operations.find((one) => one.key === key);
    if (operation) return { api, operation };
  }
  return undefined;
}

export type FoundOperation = NonNullable<ReturnType<typeof findOperation>>;

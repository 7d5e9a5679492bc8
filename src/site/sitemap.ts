import { PAGES_PER_SITEMAP, type SitemapPage, sitemapIndexText, sitemapText } from '../views/sitemap.ts';
import { localeRoot } from '../views/urls.ts';
import { guidePages } from './guide-pages.ts';
import { urlSpace } from './paths.ts';
import { referencePages } from './reference-pages.ts';
import type { SiteData } from './site-data.ts';

/**
 * Every page for search engines, in the order of languages, guides first. Pages that only show the text of another
 * language are left out.
 */
function sitemapPages(data: SiteData, site: URL): SitemapPage[] {
  const byLocale = data.locales.map((locale) => {
    const root = localeRoot(urlSpace(data, locale), locale);
    const guides = guidePages(data)
      .filter((page) => page.locale === locale && page.guide?.original?.kind !== 'missing')
      .map(({ guide }) => (!guide || guide.name === 'index' ? '' : `${guide.name}/`));
    const reference = referencePages(data, locale).map(({ path }) => `reference/${path === '' ? '' : `${path}/`}`);
    return { locale, root, paths: [...guides, ...reference] };
  });
  const has = byLocale.map(({ paths }) => new Set(paths));
  const whole = (path: string): string => new URL(path, site).href;
  return byLocale.flatMap(({ root, paths }) =>
    paths.map((path) => ({
      url: whole(root + path),
      alternates: byLocale
        .filter((_, index) => has[index]?.has(path))
        .map((one) => ({ locale: one.locale, url: whole(one.root + path) })),
    })),
  );
}

/** The files of the sitemap by the last part of their names: `index`, `0`, `1`. */
export function sitemapFiles(data: SiteData, site: URL): ReadonlyMap<string, string> {
  const pages = sitemapPages(data, site);
  const files = Array.from({ length: Math.ceil(pages.length / PAGES_PER_SITEMAP) }, (_, at) =>
    sitemapText(pages.slice(at * PAGES_PER_SITEMAP, (at + 1) * PAGES_PER_SITEMAP)),
  );
  const urls = files.map((_, at) => new URL(`${data.base}sitemap-${at}.xml`, site).href);
  return new Map([['index', sitemapIndexText(urls)], ...files.map((text, at) => [String(at), text] as const)]);
}

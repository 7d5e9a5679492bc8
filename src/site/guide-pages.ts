import type { GuideEntry, SiteData } from './site-data.ts';

/** A page whose text is a guide, or the home page of a language that has no guide for it. */
export interface GuidePage {
  /** Below the site's base, without slashes at its ends; empty for the site's home. */
  readonly path: string;
  readonly locale: string;
  readonly guide?: GuideEntry;
}

/** Every guide, and a home page for each language whose guides have none. */
export function guidePages(site: SiteData): GuidePage[] {
  const guides = site.guides.map((guide) => ({ path: guide.path, locale: guide.locale, guide }));
  const homes = site.locales
    .filter((locale) => !site.guides.some((guide) => guide.locale === locale && guide.name === 'index'))
    .map((locale) => ({ path: locale === site.options.defaultLocale ? '' : locale.toLowerCase(), locale }));
  return [...guides, ...homes];
}

/** The path of a page's Markdown copy, without `.md`. */
export function twinName({ path }: Pick<GuidePage, 'path'>): string {
  return path === '' ? 'index' : path;
}

import type { SiteData } from './site-data.ts';

const KEY: unique symbol = Symbol.for('curlew.sites');
const shared = globalThis as { [KEY]?: Map<string, SiteData> };

/**
 * Hands a site to its pages, which a build loads apart from the integration in the same process: by a file, a large one
 * would be written once and parsed five times.
 *
 * @param work - the build's own folder
 */
export function handSite(work: string, site: SiteData): void {
  shared[KEY] ??= new Map();
  shared[KEY].set(work, site);
}

/** Lets go of the site once its pages are made. */
export function takeBackSite(work: string): void {
  shared[KEY]?.delete(work);
}

/** What a module of a page says for the site. */
export function handedSiteCode(work: string): string {
  return `globalThis[Symbol.for(${JSON.stringify(KEY.description)})].get(${JSON.stringify(work)})`;
}

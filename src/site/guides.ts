import { type CollectionEntry, getCollection } from 'astro:content';
import { guidePath } from './guide-path.ts';
import type { SiteData } from './site-data.ts';

export interface Guide {
  readonly locale: string;
  /** The file's name below its language folder, `index` for the home page. */
  readonly name: string;
  /** The route's parameter; `undefined` for the home page of the default language. */
  readonly path: string | undefined;
  readonly entry: CollectionEntry<'docs'>;
}

/** Every guide of the site, in the order of the navigation within a language. */
export async function readGuides(site: SiteData): Promise<Guide[]> {
  const entries = await getCollection('docs');
  const order = ({ entry }: Guide): number => entry.data.order ?? Number.POSITIVE_INFINITY;
  return entries
    .map((entry) => toGuide(site, entry))
    .sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function toGuide(site: SiteData, entry: CollectionEntry<'docs'>): Guide {
  const { locales, options } = site;
  const { locale, name, path } = guidePath(entry.id, { locales, defaultLocale: options.defaultLocale });
  return { locale, name, path: path === '' ? undefined : path, entry };
}

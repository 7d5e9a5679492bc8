import { type CollectionEntry, getCollection } from 'astro:content';
import { localeParam } from './paths.ts';
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
  const [folder = '', ...rest] = entry.id.split('/');
  const isLanguage = rest.length > 0 && site.locales.includes(folder);
  const locale = isLanguage ? folder : site.options.defaultLocale;
  const name = isLanguage ? rest.join('/') : entry.id;
  const parts = [localeParam(site, locale), name === 'index' ? undefined : name].filter((part) => part !== undefined);
  return { locale, name, path: parts.length > 0 ? parts.join('/') : undefined, entry };
}

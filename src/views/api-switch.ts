import type { Api } from '../model/api.ts';
import { editionsOf, familyOf, isPreRelease } from './api-paths.ts';
import { around } from './around.ts';
import {
  editionsPath,
  localeRoot,
  referencePath,
  referenceRoot,
  referenceUrl,
  samePage,
  type UrlSpace,
} from './urls.ts';

/** What a reader can change to. */
export interface ApiChoice {
  readonly title: string;
  readonly url: string;
  readonly isCurrent: boolean;
}

export interface ApiSwitch {
  /** Every API once, the current version standing for all; of very many, those around. Empty where there is only one. */
  readonly apis: readonly ApiChoice[];
  /** Where all are listed, when there is no room for them. */
  readonly rest?: { readonly count: number; readonly url: string };
  /** The versions of the current API, the newest release first; empty where it has one only. */
  readonly editions: readonly ApiChoice[];
}

/** The API that the page at an address is of. */
export function apiAt(space: UrlSpace, locale: string, current: string): Api | undefined {
  const places = space.apis.map((api) => ({ api, url: referenceUrl(space, locale, api) }));
  const holding = places.filter(({ url }) => current.startsWith(url));
  return holding.sort((a, b) => b.url.length - a.url.length)[0]?.api;
}

/** One of each API: the newest release, or the version that is read. */
export function oneOfEach(apis: readonly Api[], here: Api | undefined): readonly Api[] {
  const families = new Map<string, Api>();
  for (const api of apis) {
    const family = familyOf(api);
    if (!families.has(family) || api === here) families.set(family, api);
  }
  return [...families.values()];
}

/** The other APIs and versions that a page leads to; a version leads to the same page in it. */
export function apiSwitch(space: UrlSpace, locale: string, current: string): ApiSwitch {
  const here = apiAt(space, locale, current);
  const each = oneOfEach(space.apis, here);
  const shown = around(each, here);
  const editions = here ? editionsOf(space.apis, here) : [];
  return {
    ...(shown.length < each.length ? { rest: { count: each.length, url: referenceRoot(space, locale) } } : {}),
    apis:
      each.length > 1
        ? shown.map((api) => ({ title: api.title, url: referenceUrl(space, locale, api), isCurrent: api === here }))
        : [],
    editions:
      editions.length > 1 ? around(editions, here).map((api) => editionChoice(space, locale, current, api)) : [],
  };
}

/** Of a page in another version of an API than the newest: both, with where they have the page. */
export function olderEdition(
  space: UrlSpace,
  locale: string,
  current: string,
): { readonly here: ApiChoice; readonly newest: ApiChoice; readonly isPreview: boolean } | undefined {
  const here = apiAt(space, locale, current);
  const [newest] = here ? editionsOf(space.apis, here) : [];
  if (!here || !newest || newest === here) return undefined;
  const choice = (api: Api): ApiChoice => editionChoice(space, locale, current, api);
  return { here: choice(here), newest: choice(newest), isPreview: isPreRelease(here) };
}

/** A version of the API that a page is of, with where it has that page, or begins where it lacks it. */
function editionChoice(space: UrlSpace, locale: string, current: string, api: Api): ApiChoice {
  const here = apiAt(space, locale, current);
  const path = here ? current.slice(referenceUrl(space, locale, here).length).replace(/\/$/, '') : '';
  const page = api === here ? path : samePage(api, path);
  const url = referenceUrl(space, locale, api);
  return {
    title: api.edition?.name ?? api.id,
    url: page === '' ? url : `${url}${page}/`,
    isCurrent: api === here,
  };
}

/** The list of an API's versions; nothing where another page has its address. */
export function editionsUrl(space: UrlSpace, locale: string, api: Api): string | undefined {
  if (!api.edition) return undefined;
  const path = editionsPath(space, api);
  const isTaken = space.apis.some((other) => referencePath(space, other) === `reference/${path}/`);
  return isTaken ? undefined : `${localeRoot(space, locale)}reference/${path}/`;
}

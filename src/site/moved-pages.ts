import type { Api } from '../model/api.ts';
import { editionsOf, familyOf } from '../views/api-paths.ts';
import { localeRoot, referencePath } from '../views/urls.ts';
import { onePages, referencePages } from './reference-pages.ts';
import type { SiteData } from './site-data.ts';
import { urlSpace } from './url-space.ts';

/** An address that a page of the reference had, or may have had, before its API got others beside it. */
export interface MovedPage {
  /** Below `/reference/`, without slashes at its ends. */
  readonly path: string;
  /** Where the page is now; the list of all APIs where several have a page of that path. */
  readonly url: string;
}

/**
 * Where the pages of an API lay while it was alone (`create-pet`, now `pets/create-pet`) or had a single version
 * (`pets/create-pet`, now `pets/v2/create-pet`). Which API was there first no description says, so every path that a
 * single API has leads there, of its versions to the newest. What has a page now is left alone.
 */
export function movedPages(site: SiteData, locale: string): MovedPage[] {
  const space = urlSpace(site, locale);
  if (space.apis.length < 2 && !space.apis[0]?.edition) return [];
  const pages = [
    ...referencePages(site, locale).map(({ path, page }) => ({ path, api: 'api' in page ? page.api : undefined })),
    ...onePages(site, locale),
  ];
  const taken = new Set(pages.map(({ path }) => path));
  const root = `${localeRoot(space, locale)}reference/`;
  const moved = new Map<string, { readonly family: string; readonly rank: number; readonly url: string }>();
  const shared = new Set<string>();
  for (const { path, api } of pages) {
    if (!api) continue;
    const folder = referencePath(space, api).slice('reference/'.length);
    const rest = path.slice(folder.length);
    const family = familyOf(api);
    const rank = editionsOf(space.apis, api).indexOf(api);
    for (const before of placesBefore(api, folder)) {
      const old = `${before}${rest}`;
      if (rest === '' || taken.has(old)) continue;
      const known = moved.get(old);
      if (known && known.family !== family) shared.add(old);
      else if (!known || rank < known.rank) moved.set(old, { family, rank, url: `${root}${path}/` });
    }
  }
  return [...moved].map(([path, { url }]) => ({ path, url: shared.has(path) ? root : url }));
}

/**
 * The folders that an API may have had, each with a slash at its end or empty.
 *
 * @param folder - the one it has, which for a version is in that of the API
 */
function placesBefore({ edition }: Api, folder: string): string[] {
  return edition ? ['', folder.replace(/[^/]*\/$/, '')] : [''];
}

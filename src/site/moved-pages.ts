import type { Api } from '../model/api.ts';
import { familyOf } from '../views/api-paths.ts';
import { localeRoot, referencePath } from '../views/urls.ts';
import type { onePages, referencePages } from './reference-pages.ts';
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
 *
 * @param pages - of the reference in the language
 * @param wholes - those that have all of an API each
 */
export function movedPages(
  site: SiteData,
  locale: string,
  pages: ReturnType<typeof referencePages>,
  wholes: ReturnType<typeof onePages>,
): MovedPage[] {
  const space = urlSpace(site, locale);
  if (space.apis.length < 2 && !space.apis[0]?.edition) return [];
  const all = [...pages.map(({ path, page }) => ({ path, api: 'api' in page ? page.api : undefined })), ...wholes];
  const taken = new Set(all.map(({ path }) => path));
  const root = `${localeRoot(space, locale)}reference/`;
  const moved = new Map<string, { readonly family: string; readonly url: string }>();
  const shared = new Set<string>();
  // Of the versions of an API, the newest comes first.
  for (const { path, api } of all) {
    if (!api) continue;
    const folder = referencePath(space, api).slice('reference/'.length);
    const rest = path.slice(folder.length);
    const family = familyOf(api);
    for (const before of placesBefore(api, folder)) {
      const old = `${before}${rest}`;
      if (rest === '' || taken.has(old)) continue;
      const known = moved.get(old);
      if (!known) moved.set(old, { family, url: `${root}${path}/` });
      else if (known.family !== family) shared.add(old);
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

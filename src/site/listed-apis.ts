import type { Api } from '../model/api.ts';
import { editionsOf } from '../views/api-paths.ts';
import { editionsUrl, oneOfEach } from '../views/api-switch.ts';
import { referenceUrl, type UrlSpace } from '../views/urls.ts';

export interface ListedApis {
  /** Of the one API whose versions these are. */
  readonly title?: string;
  readonly apis: readonly { readonly api: Api; readonly url: string }[];
}

/**
 * The APIs that a page lists, each with where it leads; an API with versions leads to their list.
 *
 * @param editions - the versions of one API, to be listed alone
 */
export function listedApis(space: UrlSpace, locale: string, editions?: readonly Api[]): ListedApis {
  const each = oneOfEach(space.apis, undefined);
  // The versions of the only API are its list.
  const apis = editions ?? (each.length === 1 ? space.apis : each);
  const [newest] = editions ?? [];
  const urlOf = (one: Api): string =>
    (apis.length === each.length &&
      editionsOf(space.apis, one).length > 1 &&
      !editions &&
      editionsUrl(space, locale, one)) ||
    referenceUrl(space, locale, one);
  return { ...(newest ? { title: newest.title } : {}), apis: apis.map((api) => ({ api, url: urlOf(api) })) };
}

import { site } from 'virtual:curlew/site';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { markShared } from '../request/mark-shared.ts';
import { familyOf } from '../views/api-paths.ts';
import { type SharedField, sharedFields } from '../views/shared-fields.ts';

/**
 * What a browser keeps the shared values of an API under. Its versions have them in common, languages too; another
 * site on the same origin has its own.
 */
export function sharedName(api: Api): string {
  return `curlew.shared ${site.base} ${familyOf(api)}`;
}

const shown = new WeakMap<Request, Set<string>>();

/**
 * The fields of a bar above a sample; none where an earlier bar of the page has them all.
 *
 * @param page - `Astro.request`, which all components of a page share
 * @param operation - its examples filled
 */
export function fieldsOnce(page: Request, api: Api, operation: Operation): SharedField[] {
  const fields = sharedFields(api, markShared(api, operation));
  const known = shown.get(page) ?? new Set();
  shown.set(page, known);
  // The same name with another value to start from is another field: the deployment for embeddings.
  const ids = fields.map(({ key, value, choices }) => JSON.stringify([sharedName(api), key, value, choices]));
  const isNew = ids.some((id) => !known.has(id));
  for (const id of ids) known.add(id);
  return isNew ? fields : [];
}

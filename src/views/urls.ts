import type { Api } from '../model/api.ts';
import type { Operation, OperationKey } from '../model/operation.ts';
import type { SchemaId } from '../model/schema-object.ts';
import { shortHash, slug, uniqueSlugs } from './slugs.ts';

/** The place of the site's pages: `base` begins and ends with `/`. */
export interface UrlSpace {
  readonly base: string;
  readonly defaultLocale: string;
  readonly apis: readonly Api[];
  /** Places below `reference/` that the owner chose, by API. */
  readonly paths?: ReadonlyMap<string, string>;
}

/** `/` for the default language, `/en/` for another. */
export function localeRoot(space: UrlSpace, locale: string): string {
  return locale === space.defaultLocale ? space.base : `${space.base}${locale.toLowerCase()}/`;
}

/** @param name - the guide's file name below its language folder; `index` is the home page */
export function guideUrl(space: UrlSpace, locale: string, name: string): string {
  return name === 'index' ? localeRoot(space, locale) : `${localeRoot(space, locale)}${name}/`;
}

/** Where an API's pages lie: `reference/`, or `reference/pets/` beside other APIs and where its owner says so. */
export function referencePath(space: UrlSpace, api: Api): string {
  const chosen = space.paths?.get(api.id);
  if (chosen === undefined && space.apis.length === 1) return 'reference/';
  return `reference/${chosen ?? slug(api.id)}/`;
}

export function referenceUrl(space: UrlSpace, locale: string, api: Api): string {
  return localeRoot(space, locale) + referencePath(space, api);
}

/** Where the reference begins: the only API, or the list of all. */
export function referenceRoot(space: UrlSpace, locale: string): string {
  return `${localeRoot(space, locale)}reference/`;
}

const slugs = new WeakMap<Api, ReadonlyMap<OperationKey, string>>();

export function operationSlug(api: Api, operation: Operation): string {
  let known = slugs.get(api);
  if (!known) {
    known = uniqueSlugs(
      api.operations.map(({ key, method, path }) => ({ key, name: key, identity: `${method} ${path}` })),
    );
    slugs.set(api, known);
  }
  return known.get(operation.key) ?? shortHash(operation.key);
}

export function operationUrl(space: UrlSpace, locale: string, api: Api, operation: Operation): string {
  return `${referenceUrl(space, locale, api)}${operationSlug(api, operation)}/`;
}

/** The path, without `.json`, of what the console of one operation needs. */
export function operationDataPath(api: Api, operation: Operation, locale: string): string {
  return `${locale.toLowerCase()}/${slug(api.id)}/${operationSlug(api, operation)}`;
}

/** A schema with a page of its own. */
export interface NamedSchema {
  readonly id: SchemaId;
  readonly name: string;
  readonly slug: string;
}

const named = new WeakMap<Api, readonly NamedSchema[]>();

/** The schemas of an API that have a page: those its author named, in the order of the description. */
export function namedSchemas(api: Api): readonly NamedSchema[] {
  let known = named.get(api);
  if (!known) {
    const ids = Object.keys(api.schemas).filter((id) => /(^|#)\/components\/schemas\/[^/]+$/.test(id));
    const names = ids.map((id) => ({ key: id, name: schemaIdName(id), identity: id }));
    const slugOf = uniqueSlugs(names);
    known = names.map(({ key, name }) => ({ id: key, name, slug: slugOf.get(key) ?? shortHash(key) }));
    named.set(api, known);
  }
  return known;
}

/** `#/components/schemas/ChatMessage` → `ChatMessage`. */
export function schemaIdName(id: SchemaId): string {
  const last = id
    .slice(id.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The page of a schema; nothing when it has none. */
export function schemaUrl(space: UrlSpace, locale: string, api: Api, id: SchemaId): string | undefined {
  const schema = namedSchemas(api).find((one) => one.id === id);
  return schema && `${referenceUrl(space, locale, api)}schemas/${schema.slug}/`;
}

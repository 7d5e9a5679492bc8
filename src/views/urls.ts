import type { Changelog } from '../changes/changelog.ts';
import type { Api } from '../model/api.ts';
import type { Operation, OperationKey, Webhook } from '../model/operation.ts';
import type { SchemaId } from '../model/schema-object.ts';
import { apiPaths } from './api-paths.ts';
import { type OperationGroup, placedGroups } from './groups.ts';
import { type NamedSchema, nameSchemas, schemaName } from './schema-names.ts';
import { shortHash, slug, uniqueSlugs } from './slugs.ts';

/** The place of the site's pages: `base` begins and ends with `/`. */
export interface UrlSpace {
  readonly base: string;
  readonly defaultLocale: string;
  readonly apis: readonly Api[];
  /** Places below `reference/` that the owner chose, by the APIs' names in options. */
  readonly paths?: ReadonlyMap<string, string>;
  /** Of the APIs that have older versions. */
  readonly changelogs?: readonly Changelog[];
}

/** `/` for the default language, `/en/` for another. */
export function localeRoot(space: UrlSpace, locale: string): string {
  return locale === space.defaultLocale ? space.base : `${space.base}${locale.toLowerCase()}/`;
}

/** @param name - the guide's file name below its language folder; `index` is the home page */
export function guideUrl(space: UrlSpace, locale: string, name: string): string {
  return name === 'index' ? localeRoot(space, locale) : `${localeRoot(space, locale)}${name}/`;
}

const placed = new WeakMap<readonly Api[], { paths: UrlSpace['paths']; places: ReadonlyMap<string, string> }>();

function placesOf({ apis, paths }: UrlSpace): ReadonlyMap<string, string> {
  const known = placed.get(apis);
  if (known && known.paths === paths) return known.places;
  const places = apiPaths(apis, paths);
  placed.set(apis, { paths, places });
  return places;
}

/**
 * Where an API's pages lie: `reference/`, `reference/pets/` beside other APIs and where its owner says so, or
 * `reference/pets/v1/` for a version.
 */
export function referencePath(space: UrlSpace, api: Api): string {
  const place = placesOf(space).get(api.id);
  return place ? `reference/${place}/` : 'reference/';
}

/** Where the versions of an API are listed, below `reference/` and without slashes at its ends. */
export function editionsPath(space: UrlSpace, api: Api): string {
  const path = referencePath(space, api).slice('reference/'.length, -1);
  return path.slice(0, path.lastIndexOf('/'));
}

export function referenceUrl(space: UrlSpace, locale: string, api: Api): string {
  return localeRoot(space, locale) + referencePath(space, api);
}

/** Where the reference begins: the only API, or the list of all. */
export function referenceRoot(space: UrlSpace, locale: string): string {
  return `${localeRoot(space, locale)}reference/`;
}

/** What pages look up of one API, made once. */
interface Index {
  readonly operations: ReadonlyMap<OperationKey, Operation>;
  readonly slugs: ReadonlyMap<OperationKey, string>;
  readonly bySlug: ReadonlyMap<string, Operation>;
  readonly webhookSlugs: ReadonlyMap<OperationKey, string>;
  readonly groupBySlug: ReadonlyMap<string, OperationGroup>;
  readonly schemas: ReadonlyMap<SchemaId, NamedSchema>;
  readonly schemaList: readonly NamedSchema[];
}

const indexes = new WeakMap<Api, Index>();

function indexOf(api: Api): Index {
  let known = indexes.get(api);
  if (!known) {
    const slugs = uniqueSlugs(
      api.operations.map(({ key, method, path }) => ({ key, name: key, identity: `${method} ${path}` })),
    );
    const schemaList = nameSchemas(api.schemas);
    known = {
      operations: new Map(api.operations.map((operation) => [operation.key, operation])),
      slugs,
      bySlug: new Map(api.operations.map((operation) => [slugs.get(operation.key) ?? '', operation])),
      webhookSlugs: uniqueSlugs(
        (api.webhooks ?? []).map(({ name, operation }) => ({
          key: operation.key,
          name,
          identity: `${operation.method} ${name}`,
        })),
      ),
      groupBySlug: new Map(placedGroups(api).map(({ group }) => [group.slug, group])),
      schemas: new Map(schemaList.map((schema) => [schema.id, schema])),
      schemaList,
    };
    indexes.set(api, known);
  }
  return known;
}

export function findOperation(api: Api, key: OperationKey): Operation | undefined {
  return indexOf(api).operations.get(key);
}

export function operationSlug(api: Api, operation: Operation): string {
  return indexOf(api).slugs.get(operation.key) ?? shortHash(operation.key);
}

export function operationUrl(space: UrlSpace, locale: string, api: Api, operation: Operation): string {
  return `${referenceUrl(space, locale, api)}${operationSlug(api, operation)}/`;
}

export function webhookSlug(api: Api, webhook: Webhook): string {
  return indexOf(api).webhookSlugs.get(webhook.operation.key) ?? shortHash(webhook.operation.key);
}

export function webhookUrl(space: UrlSpace, locale: string, api: Api, webhook: Webhook): string {
  return `${referenceUrl(space, locale, api)}webhooks/${webhookSlug(api, webhook)}/`;
}

/** As many operations are listed on the overview itself; of more, each group has a page with its list. */
const MOST_LISTED = 300;

export function hasGroupPages(api: Api): boolean {
  return api.operations.length + (api.webhooks?.length ?? 0) > MOST_LISTED;
}

/** The id of a group's section on the overview. */
export function groupId(group: OperationGroup): string {
  return `tag-${group.slug}`;
}

/** Where the operations of a group are listed. */
export function groupUrl(space: UrlSpace, locale: string, api: Api, group: OperationGroup): string {
  const reference = referenceUrl(space, locale, api);
  return hasGroupPages(api) ? `${reference}tags/${group.slug}/` : `${reference}#${groupId(group)}`;
}

/** What a page below an API's reference is about, by its path there: `create-chat`, `tags/chat`. */
export function findPage(api: Api, path: string): Operation | OperationGroup | undefined {
  const [first = '', second] = path.split('/');
  const index = indexOf(api);
  return second === undefined ? index.bySlug.get(first) : first === 'tags' ? index.groupBySlug.get(second) : undefined;
}

const folders = new WeakMap<Pick<Api, 'id' | 'edition'>, string>();

/** The name of the files of one API, which is a path for a version. */
export function apiFolder(api: Pick<Api, 'id' | 'edition'>): string {
  const { id, edition } = api;
  const safe = (name: string): string => (slug(name) === name ? name : `${slug(name)}-${shortHash(name)}`);
  const folder = folders.get(api) ?? (edition ? `${safe(edition.api)}/${safe(edition.name)}` : safe(id));
  folders.set(api, folder);
  return folder;
}

/** With more requests, one page of all would be too long to read and to load. */
const MOST_ON_ONE_PAGE = 60;

/** Whether all of an API is shown on one page as well; a single request has a page of its own anyhow. */
export function hasOnePage(api: Api): boolean {
  const count = api.operations.length + (api.webhooks?.length ?? 0);
  return count > 1 && count <= MOST_ON_ONE_PAGE;
}

/** Where all of an API is shown on one page. */
export function onePageUrl(space: UrlSpace, locale: string, api: Api): string {
  return `${referenceUrl(space, locale, api)}all/`;
}

/**
 * The page of another API that is about the same: the same operation, webhook, group or schema.
 *
 * @param path - of the page below its own API's reference, without slashes at its ends
 * @returns its path below the other API's reference; empty, for the overview, where there is none
 */
export function samePage(api: Api, path: string): string {
  const index = indexOf(api);
  const [folder = '', name = ''] = path.split('/');
  const found = {
    webhooks: [...index.webhookSlugs.values()].includes(name),
    tags: hasGroupPages(api) && index.groupBySlug.has(name),
    schemas: name === '' ? hasSchemasPage(api) : [...index.schemas.values()].some((schema) => schema.slug === name),
  };
  if (path.includes('/') || folder === 'schemas') {
    // Of the pages of a large schema only the first is sure to be there.
    const kind = (['webhooks', 'tags', 'schemas'] as const).find((one) => one === folder);
    return kind && found[kind] ? (name === '' ? folder : `${folder}/${name}`) : '';
  }
  if (folder === 'all') return hasOnePage(api) ? folder : '';
  return index.bySlug.has(folder) ? folder : '';
}

/** What changed from version to version of an API; nothing where no older version is known. */
export function changelogOf({ changelogs = [] }: UrlSpace, api: Api): Changelog | undefined {
  return changelogs.find((one) => one.api === api.id);
}

/** The path of one page of a changelog below its API's reference. @param sheet - which of its pages, from 1 */
export function changelogPath(api: Api, sheet = 1): string {
  // An operation of that name was there first, and keeps its address.
  const path = indexOf(api).bySlug.has('changelog') ? 'versions' : 'changelog';
  return sheet === 1 ? path : `${path}/${sheet}`;
}

export function changelogUrl(space: UrlSpace, locale: string, api: Api, sheet = 1): string {
  return `${referenceUrl(space, locale, api)}${changelogPath(api, sheet)}/`;
}

/** The path, without `.json`, of what the console of one operation needs. */
export function operationDataPath(api: Api, operation: Operation, locale: string): string {
  return `${locale.toLowerCase()}/${apiFolder(api)}/${operationSlug(api, operation)}`;
}

/** The path, without `.json`, of a part of the navigation that pages don't hold: `zh-cn/pets/tags/dogs`. */
export function navigationDataPath(api: Api, locale: string, name: string): string {
  return `${locale.toLowerCase()}/${apiFolder(api)}/${name}`;
}

/**
 * The path, without `.json`, of the first file of a search index below the site's base, and of the folder of its others.
 *
 * @param api - the older version that it is of; left out, it is of all that is current
 */
export function searchIndexPath(locale: string, api?: Api): string {
  const path = `_curlew/search/${locale.toLowerCase()}`;
  return api ? `${path}/editions/${apiFolder(api)}` : path;
}

/** The path, without `.txt`, of an example that the page of an operation or webhook has no room for. */
export function examplePath(api: Api, request: Operation | Webhook, locale: string, number: number): string {
  const folder =
    'operation' in request
      ? `${locale.toLowerCase()}/${apiFolder(api)}/webhooks/${webhookSlug(api, request)}`
      : operationDataPath(api, request, locale);
  return `${folder}/${number}`;
}

/** The schemas of an API that have a page, in the order of the description. */
export function namedSchemas(api: Api): readonly NamedSchema[] {
  return indexOf(api).schemaList;
}

/**
 * The first schema of a name, as pages call it.
 *
 * @throws where none of the APIs has it: what an author wrote is checked before
 */
export function findSchema(apis: readonly Api[], name: string): { api: Api; id: SchemaId } {
  for (const api of apis) {
    const found = namedSchemas(api).find((one) => one.name === name);
    if (found) return { api, id: found.id };
  }
  throw new Error(`No description has a schema "${name}".`);
}

/** What a schema is called on pages. */
export function schemaIdName(api: Api, id: SchemaId): string {
  return indexOf(api).schemas.get(id)?.name ?? schemaName(id, undefined);
}

/**
 * The page of a schema; nothing when it has none.
 *
 * @param sheet - which of its pages, from 1, where it is too large for one
 */
export function schemaUrl(space: UrlSpace, locale: string, api: Api, id: SchemaId, sheet = 1): string | undefined {
  const schema = indexOf(api).schemas.get(id);
  return schema && `${referenceUrl(space, locale, api)}schemas/${schemaPath(schema, sheet)}/`;
}

/** The path of one page of a schema below `schemas/`. */
export function schemaPath({ slug: path }: NamedSchema, sheet: number): string {
  return sheet === 1 ? path : `${path}/${sheet}`;
}

/** As many schemas are listed on the overview itself; of more there is a page. */
const MOST_SCHEMAS_LISTED = 200;

export function hasSchemasPage(api: Api): boolean {
  return indexOf(api).schemas.size > MOST_SCHEMAS_LISTED;
}

/** Where the schemas of an API are listed. */
export function schemasUrl(space: UrlSpace, locale: string, api: Api): string {
  const reference = referenceUrl(space, locale, api);
  return hasSchemasPage(api) ? `${reference}schemas/` : `${reference}#schemas`;
}

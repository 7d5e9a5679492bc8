import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { Resource } from '../model/resource.ts';
import type { Schema, SchemaObject } from '../model/schema-object.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { mergeSchema } from '../schema/merge.ts';
import { everyPart } from '../schema/schema-parts.ts';

/**
 * Recognises what an operation does to a collection: one path that takes POST, another with one more segment, a
 * parameter, that has GET, and both answer with an object that has the property which the parameter names.
 *
 * @param api - whole, since the two paths tell each other
 * @returns nothing where any of that is not plain
 */
export function findResource(api: Api, operation: Operation): Resource | undefined {
  const [, parent, parameter] = /^(.*)\/\{([^{}]+)\}$/.exec(operation.path) ?? [];
  const asItem = parent && parameter ? describe(api, operation, parent, parameter) : undefined;
  if (asItem) return asItem;
  const item = placesOf(api).items.get(operation.path);
  const name = item && /\{([^{}]+)\}$/.exec(item.path)?.[1];
  return name ? describe(api, operation, operation.path, name) : undefined;
}

/** Where the operations of an API are: every one of them is asked for what others do. */
interface Places {
  /** The first of a method and a path. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** The first that reads what lies one parameter below a path. */
  readonly items: ReadonlyMap<string, Operation>;
}

const known = new WeakMap<readonly Operation[], Places>();

function placesOf(api: Api): Places {
  const places = known.get(api.operations) ?? listPlaces(api.operations);
  known.set(api.operations, places);
  return places;
}

function listPlaces(all: readonly Operation[]): Places {
  const operations = new Map<string, Operation>();
  const items = new Map<string, Operation>();
  for (const operation of all) {
    const { method, path } = operation;
    if (!operations.has(`${method} ${path}`)) operations.set(`${method} ${path}`, operation);
    const [, parent] = /^(.*)\/\{[^/]+\}$/.exec(path) ?? [];
    if (parent !== undefined && method === 'GET' && !items.has(parent)) items.set(parent, operation);
  }
  return { operations, items };
}

const ACTIONS: { readonly [method: string]: Resource['action'] } = {
  GET: 'read',
  PUT: 'replace',
  PATCH: 'change',
  DELETE: 'delete',
};

function describe(api: Api, operation: Operation, collection: string, parameter: string): Resource | undefined {
  const { operations } = placesOf(api);
  const create = operations.get(`POST ${collection}`);
  const read = operations.get(`GET ${collection}/{${parameter}}`);
  if (!create || !read) return undefined;
  const created = answered(api, create);
  const shown = answered(api, read);
  const id = idNames(parameter).find((name) => [created, shown].every((schema) => hasScalar(api, schema, name)));
  if (id === undefined) return undefined;
  const onItem = operation.path !== collection;
  const action = onItem ? ACTIONS[operation.method] : ({ POST: 'create', GET: 'list' } as const)[operation.method];
  if (!action) return undefined;
  const list = action === 'list' ? listOf(api, operation, id) : undefined;
  if (action === 'list' && list === undefined) return undefined;
  const sent = operation.requestBody?.content.flatMap(({ schema }) => everyPart(api.schemas, schema ?? true)) ?? [];
  const hidden = sent
    .flatMap(({ properties }) => properties ?? [])
    .filter(({ schema }) => isSecret(everyPart(api.schemas, schema)))
    .map(({ name }) => name);
  return {
    action,
    collection,
    parameter,
    id,
    ...(list ? { list } : {}),
    ...(hidden.length > 0 ? { hidden: [...new Set(hidden)] } : {}),
  };
}

/** `petId` and `pet_id` may be the `petId`, or the `id`. */
function idNames(parameter: string): string[] {
  const last = /[a-z\d]([A-Z][a-z]*)$|[_-]([a-z]+)$/.exec(parameter);
  const short = (last?.[1] ?? last?.[2])?.toLowerCase();
  return [...new Set([parameter, ...(short ? [short] : []), 'id'])];
}

function answered(api: Api, { responses }: Operation): SchemaObject | undefined {
  const response =
    responses.find(({ status }) => /^2\d\d$/.test(status)) ?? responses.find(({ status }) => /^2/.test(status));
  const schema = response?.content.find(({ name }) => isJsonType(name))?.schema;
  return schema === undefined ? undefined : merged(api, schema);
}

function merged({ schemas }: Api, schema: Schema): SchemaObject {
  return mergeSchema(schemas, schema).schema;
}

function hasScalar(api: Api, schema: SchemaObject | undefined, name: string): boolean {
  const property = schema?.properties?.find((one) => one.name === name)?.schema;
  if (property === undefined) return false;
  const { types = [], writeOnly } = merged(api, property);
  return (
    !writeOnly && types.length > 0 && types.every((type) => type === 'string' || type === 'integer' || type === 'null')
  );
}

/** @returns the property that holds the list, empty for an answer that is one; nothing where there is none or several */
function listOf(api: Api, operation: Operation, id: string): string | undefined {
  const schema = answered(api, operation);
  const isList = (one: SchemaObject): boolean => one.items !== undefined && hasScalar(api, merged(api, one.items), id);
  if (!schema) return undefined;
  if (isList(schema)) return '';
  const lists = schema.properties?.filter((property) => isList(merged(api, property.schema))) ?? [];
  return lists.length === 1 ? lists[0]?.name : undefined;
}

function isSecret(parts: readonly SchemaObject[]): boolean {
  return parts.some(({ writeOnly, format }) => writeOnly || format === 'password');
}

import type { Api } from '../model/api.ts';
import { type SchemaGroup, schemaGroups } from '../model/schema-groups.ts';
import type { Schemas } from '../model/schema-object.ts';
import { bareSchemaOf } from '../model/slice.ts';
import { contentHash } from './reuse/content-hash.ts';

/** Characters of JSON. What is shorter costs less with each operation than in a request of its own. */
const LARGE = 64_000;

/** A group as a file, which the consoles of many operations load. */
export interface SharedSchemas extends SchemaGroup {
  /** By its content, without `.json`. */
  readonly name: string;
}

const known = new WeakMap<Schemas, readonly SharedSchemas[]>();

/** The schemas of an API that are written once, not with each operation that reaches them. */
export function sharedSchemas({ schemas }: Api): readonly SharedSchemas[] {
  const found = known.get(schemas) ?? findShared(schemas);
  known.set(schemas, found);
  return found;
}

function findShared(schemas: Schemas): SharedSchemas[] {
  const length = (id: string): number => JSON.stringify(bareSchemaOf(schemas[id] ?? true)).length;
  const isLarge = (ids: readonly string[]): boolean => ids.reduce((sum, id) => sum + length(id), 0) >= LARGE;
  return schemaGroups(schemas, isLarge).map((group) => ({
    ...group,
    name: contentHash(sharedText(schemas, group)).slice(0, 16),
  }));
}

/** What the file of a group holds: its schemas, by their ids. */
export function sharedText(schemas: Schemas, { ids }: SchemaGroup): string {
  return JSON.stringify(Object.fromEntries([...ids].map((id) => [id, bareSchemaOf(schemas[id] ?? true)])));
}

interface Shares {
  /** Names of files; left out where there are none. */
  readonly shared?: readonly string[];
}

/** A part of a slice without the schemas that are in files of their own, and with the names of those. */
export function withoutShared<Part extends { readonly schemas: Schemas }>(api: Api, part: Part): Part & Shares {
  const used = sharedSchemas(api).filter(({ first }) => Object.hasOwn(part.schemas, first));
  if (used.length === 0) return part;
  const own = Object.entries(part.schemas).filter(([id]) => !used.some(({ ids }) => ids.has(id)));
  return { ...part, schemas: Object.fromEntries(own), shared: used.map(({ name }) => name) };
}

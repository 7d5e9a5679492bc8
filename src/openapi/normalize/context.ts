import type { Schema, SchemaId } from '../../model/schema-object.ts';
import type { References } from '../refs.ts';
import { entries, type Spot } from '../spot.ts';
import type { OperationKeys } from './operation-keys.ts';

/** What every normaliser needs beside the node it reads. */
export interface Context {
  readonly references: References;
  readonly operationKeys: OperationKeys;
  /**
   * Puts the schema at a reference into the model.
   *
   * @returns its id; one that the model lacks when the reference leads to nothing
   */
  refer(reference: Spot): SchemaId;
  /** The same for the schema itself. */
  keep(schema: Spot): SchemaId;
  /** The same for one that is read already. */
  keepRead(spot: Spot, schema: Schema): SchemaId;
}

/** The entries of an object, through a `$ref` that stands for the whole of it. */
export function mapEntries(spot: Spot | undefined, context: Pick<Context, 'references'>): ReturnType<typeof entries> {
  const target = spot && context.references.follow(spot);
  return target ? entries(target) : [];
}

/** Without its `undefined` entries: what the author left out is absent, not empty. */
export function present<T extends object>(value: T): T {
  const kept: Partial<T> = {};
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key];
  return kept as T;
}

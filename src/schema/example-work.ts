import type { JsonText } from '../model/json-text.ts';
import type { Schema, SchemaId, Schemas } from '../model/schema-object.ts';
import { type Budget, gather } from './gather.ts';
import type { Direction } from './tree.ts';
import { typeOf } from './type-of.ts';
import { validateJson } from './validate.ts';

/** One example in the making. */
export interface Work {
  readonly schemas: Schemas;
  readonly direction: Direction;
  readonly text: string;
  /** Whether each value is looked at when it is made; else the whole is, when it is ready. */
  readonly isChecked: boolean;
  /** How many values nobody has looked at. */
  unchecked: number;
  /** Values made and characters written so far: examples stop growing there, whatever the schema asks for. */
  nodes: number;
  characters: number;
  /** How often something may still be made anew because it didn't fit. */
  tries: number;
  readonly budget: Budget;
  readonly build: (schema: Schema, place: Place) => JsonText | undefined;
}

/** Where a value stands: the references above it, how deep, and which one it is in an array. */
export interface Place {
  readonly above: ReadonlySet<SchemaId>;
  readonly depth: number;
  readonly index: number;
  /** What `index` is for the values inside, where two of them must differ; 0 when left out. */
  readonly inner?: number;
  /** How many properties to show besides those that must be there. */
  readonly amount?: 'all' | 'least';
}

/** Whether a value fits a schema; what patterns say is not looked at. */
export function fits(schema: Schema, value: JsonText, { schemas, direction }: Work): boolean {
  return validateJson(schemas, schema, value, { direction, limit: 1 }).length === 0;
}

/** Stands in for a value that must be there but can't be made: recursion, or the bounds of this example. */
export function leastValue(schema: Schema, work: Work): JsonText {
  const parts = gather(schema, work.schemas, { budget: work.budget })?.parts ?? [];
  if (parts.some((part) => part.types?.includes('null'))) return 'null';
  const least = { object: '{}', array: '[]', string: '""', integer: '0', number: '0', boolean: 'false', null: 'null' };
  const type = typeOf(parts);
  return type === undefined ? 'null' : least[type];
}

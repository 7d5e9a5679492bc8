import type { Version } from '../version.ts';

/** In the order they came out. */
const VERSIONS: readonly Version[] = ['2.0', '3.0', '3.1', '3.2'];

/** What may stand at one place of a description. Objects are named, so that shapes can refer in circles. */
export type Shape =
  | { readonly kind: 'text' | 'flag' | 'number' | 'count' | 'json' | 'schema' | 'schema-types' | 'exclusive' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly of: Shape; readonly keys?: KeyRule }
  | { readonly kind: 'object'; readonly name: string };

/** What the keys of a map have to be; those with a rule of the standard may also be extensions. */
export type KeyRule = 'path' | 'status' | 'component' | 'expression';

/** How much is lost without a field that has to be there: all of its object, or what only a reader misses. */
export type Need = 'vital' | 'wanted';

export interface Field {
  readonly shape: Shape;
  readonly need?: Need;
  /** The last version that asks for it, where later ones don't. */
  readonly neededUntil?: Version;
  /** The first version that has it. */
  readonly since?: Version;
  /** The last version that has it. */
  readonly until?: Version;
}

export interface ObjectShape {
  /** For sentences: `a parameter`. */
  readonly label: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** Those of the fields that a version requires. */
  readonly needs: readonly (readonly [string, Field])[];
  /** A `$ref` may stand for it; what may stand beside the `$ref`. */
  readonly besideRef?: readonly string[];
}

/** What may stand where, in one or several versions of the standard. */
export interface Tables {
  readonly objects: ReadonlyMap<string, ObjectShape>;
  readonly schema: ObjectShape;
}

export const text: Shape = { kind: 'text' };
export const flag: Shape = { kind: 'flag' };
export const number: Shape = { kind: 'number' };
export const count: Shape = { kind: 'count' };
/** Any value at all; what is inside is data, and a `$ref` there is a key like any other. */
export const json: Shape = { kind: 'json' };
export const schema: Shape = { kind: 'schema' };

export function choice(...values: string[]): Shape {
  return { kind: 'choice', values };
}
export function list(of: Shape): Shape {
  return { kind: 'list', of };
}
export function map(of: Shape, keys?: KeyRule): Shape {
  return { kind: 'map', of, ...(keys ? { keys } : {}) };
}
export function object(name: string): Shape {
  return { kind: 'object', name };
}

/** Without it the object says nothing that can be shown. */
export function must(shape: Shape): Field {
  return { shape, need: 'vital' };
}
/** The standard asks for it; a page can do without. @param until - the last version that asks */
export function should(shape: Shape, until?: Version): Field {
  return { shape, need: 'wanted', ...(until ? { neededUntil: until } : {}) };
}
export function since(version: Version, field: Shape | Field): Field {
  return { ...toField(field), since: version };
}
export function until(version: Version, field: Shape | Field): Field {
  return { ...toField(field), until: version };
}

function toField(one: Shape | Field): Field {
  return 'shape' in one ? one : { shape: one };
}

export function describe(
  label: string,
  table: { readonly [name: string]: Shape | Field },
  besideRef?: readonly string[],
): ObjectShape {
  const fields = Object.entries(table).map(([name, one]): [string, Field] => [name, toField(one)]);
  const needs = fields.filter(([, field]) => field.need !== undefined);
  return { label, fields: new Map(fields), needs, ...(besideRef ? { besideRef } : {}) };
}

/** Whether the first version is older than the second. */
export function isOlder(version: Version, than: Version): boolean {
  return VERSIONS.indexOf(version) < VERSIONS.indexOf(than);
}

/** Where a field stands in a version: it has it, it has it no more, or not yet. */
export function standing(field: Field, version: Version): 'present' | 'gone' | 'to-come' {
  if (field.since && isOlder(version, field.since)) return 'to-come';
  return field.until && isOlder(field.until, version) ? 'gone' : 'present';
}

/** Whether a version asks for a field, and how much is lost without it. */
export function needOf(field: Field, version: Version): Need | undefined {
  if (standing(field, version) !== 'present') return undefined;
  return field.neededUntil && isOlder(field.neededUntil, version) ? undefined : field.need;
}

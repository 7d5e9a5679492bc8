/** What may stand at one place of a description. Objects are named, so that shapes can refer in circles. */
export type Shape =
  | { readonly kind: 'text' | 'flag' | 'number' | 'count' | 'json' | 'schema' | 'schema-types' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly of: Shape; readonly keys?: KeyRule }
  | { readonly kind: 'object'; readonly name: string };

/** What the keys of a map have to be; those with a rule of the standard may also be extensions. */
export type KeyRule = 'path' | 'status' | 'component' | 'expression';

export interface Field {
  readonly shape: Shape;
  readonly required?: boolean;
  /** OpenAPI 3.1 doesn't have it. */
  readonly newer?: boolean;
  /** Only OpenAPI 3.1 asks for it. */
  readonly wasRequired?: boolean;
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

export function must(shape: Shape): Field {
  return { shape, required: true };
}
/** Required until OpenAPI 3.2 made it optional. */
export function hadTo(shape: Shape): Field {
  return { shape, wasRequired: true };
}
/** Came with OpenAPI 3.2. */
export function newer(shape: Shape): Field {
  return { shape, newer: true };
}

export function describe(
  label: string,
  table: { readonly [name: string]: Shape | Field },
  besideRef?: readonly string[],
): ObjectShape {
  const list = Object.entries(table).map(([name, one]): [string, Field] => [
    name,
    'shape' in one ? one : { shape: one },
  ]);
  const needs = list.filter(([, field]) => field.required || field.wasRequired);
  return { label, fields: new Map(list), needs, ...(besideRef ? { besideRef } : {}) };
}

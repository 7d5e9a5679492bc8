import type { JsonNode } from '../model/json-text.ts';
import type { Schema, SchemaId, SchemaObject, Schemas } from '../model/schema-object.ts';
import type { Direction } from './tree.ts';
import type { SchemaViolation, ViolationCode } from './violation.ts';

export interface ValidateOptions {
  /** `required` doesn't ask a request for `readOnly` properties, nor a response for `writeOnly` ones. */
  readonly direction?: Direction;
  /**
   * Whether a pattern of the description finds something in the text. Without it `pattern` says nothing and
   * `patternProperties` may cover any name: an expression out of a description can run for ever, so only a
   * caller that can stop it, such as a worker, hands one in.
   */
  readonly matches?: (pattern: string, text: string) => boolean;
  /**
   * A branch of a `oneOf` that a discriminator names, and that fits, is the one: the standard has a violation where
   * others fit too, which is no help to whoever wrote the value.
   */
  readonly discriminatorDecides?: boolean;
  /** The most violations to return; 20 when left out. */
  readonly limit?: number;
  /**
   * How many more times a schema may meet a value, lowered by what is spent. Below 0 it was used up, and what is
   * returned says nothing. Without it a value is looked at whatever that costs.
   */
  readonly budget?: { left: number };
}

/** One validation, handed from keyword to keyword. */
export interface Run extends ValidateOptions {
  readonly schemas: Schemas;
  readonly limit: number;
  /** What a referenced schema said about a value: without it, branches that recurse double the work at each level. */
  readonly known: Map<JsonNode, Map<SchemaId, Outcome>>;
  /** How many schemas are being looked at, one inside another. */
  depth: number;
  /** Starts over with a part of the value. */
  readonly check: (schema: Schema, node: JsonNode, path: string) => Outcome;
}

/** What one schema said about one value. */
export interface Outcome {
  readonly violations: SchemaViolation[];
  /** Properties that a keyword looked at, for `unevaluatedProperties`. */
  readonly names: Set<string>;
  /** How many items from the first on, and which others, a keyword looked at, for `unevaluatedItems`. */
  items: number;
  readonly contained: Set<number>;
}

/** One schema meeting one value. */
export interface Meeting {
  readonly run: Run;
  readonly schema: SchemaObject;
  readonly node: JsonNode;
  readonly path: string;
  readonly outcome: Outcome;
}

/** Notes a violation at the value, or at its part that `step` leads to, while there is room. */
export function report(
  { run, path, outcome }: Meeting,
  keyword: string,
  code: ViolationCode,
  values: SchemaViolation['values'],
  step = '',
): void {
  if (outcome.violations.length < run.limit) {
    outcome.violations.push({ instancePath: path + step, keyword, code, values });
  }
}

/** Adds what a part of the value, or another schema about the same value, has against it. */
export function tell({ run, outcome }: Meeting, violations: readonly SchemaViolation[]): void {
  outcome.violations.push(...violations.slice(0, run.limit - outcome.violations.length));
}

/** Takes over what another schema saw of the same value. */
export function absorb({ outcome }: Meeting, seen: Outcome): void {
  for (const name of seen.names) outcome.names.add(name);
  for (const index of seen.contained) outcome.contained.add(index);
  outcome.items = Math.max(outcome.items, seen.items);
}

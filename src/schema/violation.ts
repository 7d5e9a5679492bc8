import { escapeToken } from '../model/json-pointer.ts';
import type { JsonNode } from '../model/json-text.ts';
import { quoteJson } from '../model/json-text.ts';

/** Names the sentence that a page or a message words it with. */
export type ViolationCode =
  | 'not-json'
  | 'never'
  | 'type'
  | 'const'
  | 'enum'
  | 'minimum'
  | 'maximum'
  | 'exclusive-minimum'
  | 'exclusive-maximum'
  | 'multiple-of'
  | 'too-short'
  | 'too-long'
  | 'pattern'
  | 'too-few-items'
  | 'too-many-items'
  | 'item-repeated'
  | 'item-unknown'
  | 'too-few-contained'
  | 'too-many-contained'
  | 'required'
  | 'dependent-required'
  | 'too-few-properties'
  | 'too-many-properties'
  | 'property-unknown'
  | 'no-branch'
  | 'several-branches'
  | 'not';

/** Where a value differs from its schema, as data: each reader words it in the language of its page. */
export interface SchemaViolation {
  /** A JSON pointer into the value (RFC 6901): empty for the whole, `/messages/0/role`. */
  readonly instancePath: string;
  /** As JSON Schema spells it; `false` for the schema that allows nothing, `json` for text that isn't JSON. */
  readonly keyword: string;
  readonly code: ViolationCode;
  /**
   * What the sentence names: `found` (the value as JSON text, cut), `limit`, `name`, `expected`, `because`,
   * `pattern`, `count`, `first` and `second` (indexes). A list is an array, so that each language can join it.
   */
  readonly values: { readonly [name: string]: string | number | readonly string[] };
}

const SHOWN = 80;

/** A value as short JSON text; an object or an array only shows its brackets. */
export function shownValue(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return '{…}';
    case 'array':
      return '[…]';
    case 'string': {
      const points = [...node.value.slice(0, 2 * SHOWN)];
      return quoteJson(points.length > SHOWN ? `${points.slice(0, SHOWN).join('')}…` : node.value);
    }
    case 'number':
      return node.text.length > SHOWN ? `${node.text.slice(0, SHOWN)}…` : node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

/** One more step of a JSON pointer, `~` and `/` escaped (RFC 6901, section 3). */
export function pointerStep(step: string | number): string {
  return `/${escapeToken(String(step))}`;
}

import type { JsonNode } from '../model/json-text.ts';
import { quoteJson } from '../model/json-text.ts';
import { parseDecimal } from './decimal.ts';

/**
 * One text for all JSON values that JSON Schema calls equal, so equality is `===` and a `Set` finds duplicates.
 * Numbers are equal by exact value (1, 1.0 and 10e-1), objects whatever the order of their keys.
 *
 * @returns text to compare, not to show
 * @see JSON Schema 2020-12 core, section 4.2.2
 */
export function canonicalJson(node: JsonNode): string {
  switch (node.kind) {
    case 'object': {
      const values = new Map(node.entries.map((entry) => [entry.key, entry.value]));
      const keys = [...values.keys()].sort();
      return `{${keys.map((key) => `${quoteJson(key)}:${canonicalJson(values.get(key) ?? node)}`).join()}}`;
    }
    case 'array':
      return `[${node.items.map(canonicalJson).join()}]`;
    case 'string':
      return quoteJson(node.value);
    case 'number': {
      const decimal = parseDecimal(node.text);
      return decimal ? `${decimal.negative ? '-' : ''}${decimal.digits}e${decimal.magnitude}` : node.text;
    }
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

import { compactJson, type JsonNode, type JsonText, parseJson } from '../model/json-text.ts';
import type { ItemDelimiters } from '../model/parameter.ts';

/** What styles can write. Numbers are as written. */
export type Shape =
  /** `null`: RFC 6570, section 2.3. */
  | { readonly kind: 'undefined' }
  | { readonly kind: 'primitive'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly string[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [name: string, value: string])[] };

/**
 * Reads a value for a style. Members that are `null` are left out (RFC 6570, section 2.3).
 *
 * @param delimiters - what joins lists within a list; no style has a form for anything else within another
 * @returns `nested` where there is something without a form
 */
export function shapeOf(value: JsonText, delimiters: ItemDelimiters = []): Shape | 'not-json' | 'nested' {
  const text = (node: JsonNode): string | undefined => primitive(node) ?? joinItems(node, delimiters);
  const node = parseJson(value);
  switch (node.kind) {
    case 'problem':
      return 'not-json';
    case 'null':
      return { kind: 'undefined' };
    case 'array': {
      const items = node.items.filter((item) => item.kind !== 'null').map(text);
      return items.every((text) => text !== undefined) ? { kind: 'array', items } : 'nested';
    }
    case 'object': {
      const entries: (readonly [string, string])[] = [];
      for (const { key, value } of node.entries) {
        if (value.kind === 'null') continue;
        const member = text(value);
        if (member === undefined) return 'nested';
        entries.push([key, member]);
      }
      return { kind: 'object', entries };
    }
    default:
      return { kind: 'primitive', text: primitive(node) ?? '' };
  }
}

/** The text of a list within another, whose items a delimiter joins; nothing for what lies deeper than delimiters go. */
function joinItems(node: JsonNode, delimiters: ItemDelimiters): string | undefined {
  const [delimiter, ...rest] = delimiters;
  if (delimiter === undefined || node.kind !== 'array') return undefined;
  const items = node.items.filter((item) => item.kind !== 'null');
  const texts = items.map((item) => primitive(item) ?? joinItems(item, rest));
  return texts.every((text) => text !== undefined) ? texts.join(delimiter) : undefined;
}

function primitive(node: JsonNode): string | undefined {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number') return node.text;
  return node.kind === 'boolean' ? String(node.value) : undefined;
}

/** A string's own text, any other value as compact JSON. */
export function plainText(value: JsonText): string {
  const node = parseJson(value);
  return node.kind === 'string' ? node.value : compactJson(value);
}

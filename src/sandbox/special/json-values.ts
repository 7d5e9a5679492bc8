import type { JsonNode } from '../../model/json-text.ts';
import { jsonEntry } from '../../model/json-text.ts';

/** A member of a body; `undefined` where the body or the member isn't there. */
export function member(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node && jsonEntry(node, name);
}

export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}

export function numberOf(node: JsonNode | undefined): number | undefined {
  return node?.kind === 'number' ? Number(node.text) : undefined;
}

export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'array' ? node.items : [];
}

/** A string, or the strings of an array: many members take either. */
export function stringsOf(node: JsonNode | undefined): string[] {
  return (node?.kind === 'array' ? node.items : [node]).flatMap((item) => stringOf(item) ?? []);
}

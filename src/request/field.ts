import { type JsonNode, printJson } from '../model/json-text.ts';

/** One field of a form or a query, before any percent-encoding. */
export type Field = readonly [name: string, value: string];

/** A value as the text of one field: a string as it is, numbers as written, anything deeper as compact JSON. */
export function fieldText(node: JsonNode): string {
  return node.kind === 'string' ? node.value.toWellFormed() : printJson(node);
}

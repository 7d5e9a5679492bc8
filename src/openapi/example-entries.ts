import { type JsonNode, parseJson } from '../model/json-text.ts';
import { entries, items, type Spot } from './spot.ts';

/** One of them makes an object an Example Object. OpenAPI 3.2, "Example Object". */
const FIELDS = ['$ref', 'summary', 'description', 'value', 'dataValue', 'serializedValue', 'externalValue'];

/** The named examples of a parameter, header or media type; those of a list are counted from 1. */
export function exampleEntries(examples: Spot): { readonly key: string; readonly value: Spot }[] {
  if (examples.node.kind !== 'array') return entries(examples);
  return items(examples).map((value, index) => ({ key: String(index + 1), value }));
}

/** Whether the value of an example stands where an object has to hold it below `value`. */
export function isBareValue({ node }: Spot): boolean {
  if (node.kind !== 'object') return node.kind !== 'null';
  return node.entries.length > 0 && !node.entries.some(({ key }) => FIELDS.includes(key) || key.startsWith('x-'));
}

/** The values that `examples` of a schema lists; named ones, as a parameter has them, are taken in their order. */
export function schemaExamples(examples: Spot): Spot[] {
  if (examples.node.kind === 'array') return items(examples);
  return entries(examples).flatMap(({ value }) => {
    if (isBareValue(value)) return value;
    return entries(value).flatMap((field) => (field.key === 'value' ? field.value : []));
  });
}

/** Whether a text can only be meant for an object or a list, read or not. */
export function looksLikeJson(node: JsonNode): node is Extract<JsonNode, { kind: 'string' }> {
  return node.kind === 'string' && /^\s*[{[]/.test(node.value);
}

/** The object or list that a text holds: several generators write examples of JSON as such texts. */
export function heldJson(node: JsonNode): JsonNode | undefined {
  const held = looksLikeJson(node) ? parseJson(node.value) : undefined;
  return held?.kind === 'problem' ? undefined : held;
}

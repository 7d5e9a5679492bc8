import { type JsonNode, type JsonText, parseJson, printJson } from '../model/json-text.ts';
import type { Encoding } from '../model/media-type.ts';
import { shapeOf } from './shape.ts';

type Field = readonly [name: string, value: string];

/** Whether a property is written by a style, as a query parameter is, and not by its content type. */
export function isStyled(encoding: Encoding | undefined): encoding is Encoding {
  return encoding?.style !== undefined || encoding?.explode !== undefined || encoding?.allowReserved !== undefined;
}

/**
 * The names and values that a style gives, before any percent-encoding.
 *
 * The standard has no form for what lies deeper in a `deepObject`; forms of real services have names such as
 * `items[0][price]` there, and so have we.
 *
 * @returns nothing when the style defines no form for this shape
 * @see OpenAPI 3.2, "Fixed Fields for RFC6570-style Serialization"
 */
export function styledFields(name: string, value: JsonText, encoding: Encoding): Field[] | undefined {
  const style = encoding.style ?? 'form';
  const explode = encoding.explode ?? style === 'form';
  const node = parseJson(value);
  if (node.kind === 'problem') return undefined;
  // Styles for lists and objects define nothing for a single value; services take it as any other field.
  if (node.kind !== 'object' && node.kind !== 'array') return node.kind === 'null' ? [] : [[name, fieldText(node)]];
  if (style === 'deepObject') return deepFields(name, node);
  const shape = shapeOf(value);
  if (typeof shape === 'string' || (shape.kind !== 'array' && shape.kind !== 'object')) return undefined;
  const separator = { form: ',', spaceDelimited: ' ', pipeDelimited: '|', tabDelimited: '\t' }[style as 'form'];
  if (separator === undefined || (explode && style !== 'form')) return undefined;
  const items = shape.kind === 'array' ? shape.items : shape.entries.flat();
  if (items.length === 0) return [];
  if (!explode) return [[name, items.join(separator)]];
  return shape.kind === 'array' ? shape.items.map((item) => [name, item]) : [...shape.entries];
}

function deepFields(name: string, node: JsonNode): Field[] {
  switch (node.kind) {
    case 'object':
      return node.entries.flatMap(({ key, value }) => deepFields(`${name}[${key}]`, value));
    case 'array':
      return node.items.flatMap((item, index) => deepFields(`${name}[${index}]`, item));
    case 'null':
      return [];
    default:
      return [[name, fieldText(node)]];
  }
}

/** A value as the text of one field: a string as it is, numbers as written, anything deeper as compact JSON. */
export function fieldText(node: JsonNode): string {
  return node.kind === 'string' ? node.value.toWellFormed() : printJson(node);
}

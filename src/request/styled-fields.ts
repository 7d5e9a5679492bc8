import { type JsonText, parseJson } from '../model/json-text.ts';
import type { Encoding } from '../model/media-type.ts';
import { deepFields } from './deep-object.ts';
import { type Field, fieldText } from './field.ts';
import { shapeOf } from './shape.ts';

/** Whether a property is written by a style, as a query parameter is, and not by its content type. */
export function isStyled(encoding: Encoding | undefined): encoding is Encoding {
  return encoding?.style !== undefined || encoding?.explode !== undefined || encoding?.allowReserved !== undefined;
}

/**
 * The names and values that a style gives, before any percent-encoding.
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
  const shape = shapeOf(value, encoding.itemDelimiters);
  if (typeof shape === 'string' || (shape.kind !== 'array' && shape.kind !== 'object')) return undefined;
  const separator = { form: ',', spaceDelimited: ' ', pipeDelimited: '|', tabDelimited: '\t' }[style as 'form'];
  if (separator === undefined || (explode && style !== 'form')) return undefined;
  const items = shape.kind === 'array' ? shape.items : shape.entries.flat();
  if (items.length === 0) return [];
  if (!explode) return [[name, items.join(separator)]];
  return shape.kind === 'array' ? shape.items.map((item) => [name, item]) : [...shape.entries];
}

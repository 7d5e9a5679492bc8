import { type JsonText, jsonEntry, parseJson } from '../model/json-text.ts';
import type { Encoding } from '../model/media-type.ts';
import { writeDeep } from './deep-object.ts';
import { fieldText } from './field.ts';
import { encodeUnreserved } from './percent-encode.ts';
import { serializeStyled } from './style.ts';
import { isStyled, styledFields } from './styled-fields.ts';

/** A form as text, and what it was encoded from. */
export interface WrittenForm {
  readonly text: string;
  /** Left out where a style has rules of its own for what is encoded. */
  readonly fields?: readonly (readonly [name: string, value: string])[];
}

/**
 * Writes a flat object as a form. A list repeats its name and anything deeper is JSON, unless an encoding gives
 * the property a style; members that are `null` are left out.
 *
 * @param encode - for names and values that no style rules: `encodeForm` in a body
 * @returns the name of a property whose style has no form for its value, or nothing where the value is no object
 * @see OpenAPI 3.2, "Encoding the x-www-form-urlencoded Media Type"; WHATWG URL, section 5.2
 */
export function writeForm(
  value: JsonText,
  encodings: readonly Encoding[],
  encode: (text: string) => string,
): WrittenForm | { readonly refused: string } | undefined {
  const node = parseJson(value);
  if (node.kind !== 'object') return undefined;
  const pieces: string[] = [];
  const fields: (readonly [string, string])[] = [];
  let isPlain = true;
  for (const key of new Set(node.entries.map((entry) => entry.key))) {
    const child = jsonEntry(node, key);
    if (!child || child.kind === 'null') continue;
    const encoding = encodings.find(({ name }) => name === key);
    if (isStyled(encoding)) {
      const written = writeStyled(key, value.slice(child.start, child.end), encoding);
      if (written === 'refused') return { refused: key };
      isPlain = false;
      pieces.push(...written);
      continue;
    }
    const items = child.kind === 'array' ? child.items : [child];
    for (const item of items) {
      const field = [key, fieldText(item)] as const;
      fields.push(field);
      pieces.push(field.map(encode).join('='));
    }
  }
  return { text: pieces.join('&'), ...(isPlain ? { fields } : {}) };
}

/** @see WHATWG URL, section 5.2: all but letters, digits and `*-._` is encoded, a space is `+` */
export function encodeForm(text: string): string {
  return new URLSearchParams([['', text.toWellFormed()]]).toString().slice(1);
}

/** The same for a query, where `~` needs no escape and `*` has one (security rule C7). */
export function encodeFormInQuery(text: string): string {
  return encodeUnreserved(text).replaceAll('%20', '+');
}

function writeStyled(name: string, value: JsonText, encoding: Encoding): string[] | 'refused' {
  const style = encoding.style ?? 'form';
  // What a list or an object of this style has no say in is a field like any other.
  if (style === 'deepObject' || !/^\s*[[{]/.test(value)) {
    const fields = styledFields(name, value, encoding);
    if (!fields) return 'refused';
    return fields.length > 0 ? [writeDeep(fields, encoding.allowReserved ?? false)] : [];
  }
  const written = serializeStyled(
    {
      name,
      in: 'query',
      required: false,
      deprecated: false,
      style,
      explode: encoding.explode ?? style === 'form',
      allowReserved: encoding.allowReserved ?? false,
      allowEmptyValue: false,
      ...(encoding.itemDelimiters ? { itemDelimiters: encoding.itemDelimiters } : {}),
      examples: [],
    },
    value,
  );
  if (typeof written === 'object') return 'refused';
  return written ? [written] : [];
}

import type { SiteMessages } from '../i18n/en.ts';
import { fill } from '../i18n/translate.ts';
import type { JsonText } from '../model/json-text.ts';
import type { Encoding } from '../model/media-type.ts';
import type { Header, Parameter, ParameterIn, ParameterStyle } from '../model/parameter.ts';
import type { Schema, Schemas } from '../model/schema-object.ts';
import { resolveSchema } from '../model/slice.ts';
import { serializeParameter } from '../request/serialize.ts';
import type { Phrase } from './schema-words.ts';

/** What a place writes when nothing is said. OpenAPI 3.2, "Parameter Object". */
const DEFAULT_STYLE: { readonly [place in ParameterIn]: ParameterStyle } = {
  path: 'simple',
  query: 'form',
  querystring: 'form',
  header: 'simple',
  cookie: 'form',
};

/** Samples of what only lists and objects are written differently for. */
const LIST: JsonText = '["a","b"]';
const OBJECT: JsonText = '{"x":1,"y":2}';

/** How a parameter is written, where that is not what readers expect of its place. */
export function styleWords(parameter: Parameter | Header, schemas: Schemas, text: SiteMessages): Phrase[] {
  if (parameter.content) return [];
  if (!('in' in parameter)) return parameter.explode ? [{ before: '', code: 'explode: true' }] : [];
  const { style, explode, allowReserved, allowEmptyValue } = parameter;
  const isUsual = style === DEFAULT_STYLE[parameter.in] && explode === (style === 'form' || style === 'cookie');
  return [
    ...(isUsual ? [] : formPhrases(parameter, schemas, text)),
    ...(allowReserved ? [{ before: `${text.reservedStay} `, code: 'allowReserved: true' }] : []),
    ...(allowEmptyValue ? [{ before: `${text.emptyAllowed} `, code: 'allowEmptyValue: true' }] : []),
  ];
}

function formPhrases(parameter: Parameter, schemas: Schemas, text: SiteMessages): Phrase[] {
  const { style, explode } = parameter;
  const names: Phrase = { before: '', code: `style: ${style}, explode: ${explode}` };
  if (style === 'tabDelimited') return [{ before: text.joinedByTabs }, names];
  const value = sampleOf(parameter.schema, schemas);
  if (value === undefined) return [names];
  const written = serializeParameter(parameter, value);
  return typeof written === 'string' ? [{ before: `${text.writtenLike} `, code: decoded(written) }, names] : [names];
}

/** The separators that a form is told by, readable. */
function decoded(written: string): string {
  return written.replaceAll('%20', ' ').replaceAll('%5B', '[').replaceAll('%5D', ']').replaceAll('%7C', '|');
}

function sampleOf(schema: Schema | undefined, schemas: Schemas): JsonText | undefined {
  const resolved = resolveSchema(schemas, schema ?? true);
  if (typeof resolved === 'boolean') return undefined;
  const { types = [], items, properties } = resolved;
  if (types.includes('array') || items !== undefined) return LIST;
  return types.includes('object') || properties ? OBJECT : undefined;
}

/** What an encoding says of its part in words; its media type and headers are shown apart. */
export function encodingWords(encoding: Encoding, text: SiteMessages): Phrase[] {
  const { style, explode, allowReserved } = encoding;
  const form = [
    ...(style === undefined ? [] : [`style: ${style}`]),
    ...(explode === undefined ? [] : [`explode: ${explode}`]),
  ].join(', ');
  return [
    ...(form ? [{ before: '', code: form }] : []),
    ...(allowReserved === undefined
      ? []
      : [{ before: allowReserved ? `${text.reservedStay} ` : '', code: `allowReserved: ${allowReserved}` }]),
  ];
}

/** The place of an item that has no name. */
export function encodingName(encoding: Encoding, position: number | undefined, text: SiteMessages): string {
  if (encoding.name !== undefined) return encoding.name;
  return position === undefined ? text.eachFurtherItem : fill(text.position, { number: position + 1 });
}

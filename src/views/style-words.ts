import type { SiteMessages } from '../i18n/en.ts';
import { fill } from '../i18n/translate.ts';
import type { JsonText } from '../model/json-text.ts';
import type { Encoding } from '../model/media-type.ts';
import type { Header, Parameter, ParameterIn, ParameterStyle } from '../model/parameter.ts';
import type { Schemas } from '../model/schema-object.ts';
import { serializeParameter } from '../request/serialize.ts';
import { declaredShapes, memberShapes } from '../schema/schema-parts.ts';
import type { Phrase } from './schema-words.ts';

/** What a place writes when nothing is said. OpenAPI 3.2, "Parameter Object". */
const DEFAULT_STYLE: { readonly [place in ParameterIn]: ParameterStyle } = {
  path: 'simple',
  query: 'form',
  querystring: 'form',
  header: 'simple',
  cookie: 'form',
};

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
  const written = samplesOf(schemas, parameter).flatMap((value) => {
    const text = serializeParameter(schemas, parameter, value);
    return typeof text === 'string' ? decoded(text) : [];
  });
  const samples = written.map((code, index) => ({ before: `${index === 0 ? text.writtenLike : text.orLike} `, code }));
  return [...samples, names];
}

/** The separators that a form is told by, readable. */
function decoded(written: string): string {
  return written.replace(/%(?:20|5[BD]|7C)/g, decodeURIComponent);
}

/** A value for each shape that is written in its own way; none where a parameter can only be a single value. */
function samplesOf(schemas: Schemas, { style, schema = true }: Parameter): JsonText[] {
  const shapes = declaredShapes(schemas, schema);
  if (!shapes.has('object') && !shapes.has('array')) return [];
  // Nothing else goes deeper.
  const members = style === 'deepObject' ? memberShapes(schemas, schema) : undefined;
  const second = members?.has('object') ? '{"z":2}' : members?.has('array') ? '["a","b"]' : undefined;
  return [
    ...(shapes.has('object') ? [`{"x":1,"y":${second ?? '2'}}`] : []),
    ...(shapes.has('array') ? [`["a",${second ?? '"b"'}]`] : []),
    ...(shapes.has('plain') ? ['"a"'] : []),
  ];
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

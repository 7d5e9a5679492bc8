import { compactJson, type JsonNode, type JsonText, parseJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Parameter } from '../model/parameter.ts';
import type { Schemas } from '../model/schema-object.ts';
import { declaredShapes, shapeOfNode } from '../schema/schema-parts.ts';
import { serializeDeepObject } from './deep-object.ts';
import { encodeFormInQuery, writeForm } from './form.ts';
import { isJsonType } from './media-type-name.ts';
import { encodeUnreserved } from './percent-encode.ts';
import { parameterProblem } from './problem.ts';
import { plainText } from './shape.ts';
import { serializeStyled } from './style.ts';
import type { ValueProblem } from './values.ts';

/**
 * Writes one parameter as it goes over the wire: its part of the path, of the query (`a=1&a=2`, without `?`),
 * of the Cookie header, or the value of its header. Percent-encoded where its place and style ask for that,
 * which headers and style `cookie` do not.
 *
 * Where the standards leave a choice: `null` is written as the table's column "undefined" says (`color=`), but
 * leaves a header out; an empty array or object leaves a query, cookie or header parameter out, unless
 * `allowEmptyValue` asks for `color=`. README, "How values are written", has what `deepObject` makes of more than a
 * flat object.
 *
 * @param parameter - `style` and `explode` are already filled in
 * @param value - JSON
 * @returns `undefined` when the parameter is left out; a `ValueProblem` when the style defines no form for
 *   this shape (`spaceDelimited` with `explode`, nested values), which the console shows at the field
 * @see OpenAPI 3.2 "Style Values", "Style Examples", appendices C to E; RFC 6570, section 3.2
 */
export function serializeParameter(
  schemas: Schemas,
  parameter: Parameter,
  value: JsonText,
): string | undefined | ValueProblem {
  const { content } = parameter;
  if (content || parameter.in === 'querystring') return serializeContent(parameter, content, value);
  if (parameter.style !== 'deepObject') return serializeStyled(parameter, value);
  const node = parseJson(value);
  if (node.kind === 'problem') return parameterProblem(parameter, 'not-json', value);
  return hasDeepForm(schemas, parameter, node)
    ? serializeDeepObject(parameter, node)
    : parameterProblem(parameter, 'no-form-for-shape', value);
}

/**
 * The table of the standard has objects alone in `deepObject`. Descriptions of real services have a list there, or a
 * single value in the place of an object, by which the rule of what lies within an object is meant: the schema's word
 * is taken for it.
 */
function hasDeepForm(schemas: Schemas, { in: place, schema = true }: Parameter, node: JsonNode): boolean {
  if (place !== 'query') return false;
  const shape = shapeOfNode(node);
  if (shape === 'object') return true;
  const declared = declaredShapes(schemas, schema);
  return declared.has(shape) && (shape === 'array' || declared.has('object') || declared.has('array'));
}

function serializeContent(
  parameter: Parameter,
  content: MediaType | undefined,
  value: JsonText,
): string | undefined | ValueProblem {
  const node = parseJson(value);
  if (node.kind === 'problem') return parameterProblem(parameter, 'not-json', value);
  const mediaType = content?.name ?? '';
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(mediaType);
  const text = isForm
    ? formText(content?.encoding ?? [], value)
    : isJsonType(mediaType)
      ? compactJson(value)
      : plainText(value);
  if (text === undefined) return parameterProblem(parameter, 'no-form-for-shape', value);
  switch (parameter.in) {
    case 'header':
      return text;
    case 'path':
      return encodeUnreserved(text);
    case 'querystring':
      return isForm ? text : encodeUnreserved(text);
    default:
      return `${encodeUnreserved(parameter.name)}=${encodeUnreserved(text)}`;
  }
}

function formText(encodings: MediaType['encoding'], value: JsonText): string | undefined {
  const written = writeForm(value, encodings ?? [], encodeFormInQuery);
  return written && 'text' in written ? written.text : undefined;
}

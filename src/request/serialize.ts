import { compactJson, type JsonNode, type JsonText, parseJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Parameter } from '../model/parameter.ts';
import type { Schemas } from '../model/schema-object.ts';
import { declaredShapes, shapeOfNode, type ValueShape } from '../schema/schema-parts.ts';
import { serializeDeepObject } from './deep-object.ts';
import { encodeFormInQuery, writeForm } from './form.ts';
import { isJsonType } from './media-type-name.ts';
import { encodeUnreserved } from './percent-encode.ts';
import { parameterProblem } from './problem.ts';
import { plainText } from './shape.ts';
import { isDelimited, serializeStyled } from './style.ts';
import type { ValueProblem } from './values.ts';

/**
 * Writes one parameter as it goes over the wire: its part of the path, of the query (`a=1&a=2`, without `?`),
 * of the Cookie header, or the value of its header. Percent-encoded where its place and style ask for that,
 * which headers and style `cookie` do not.
 *
 * Where the standards leave a choice: `null` is written as the table's column "undefined" says (`color=`), but
 * leaves out a header and what is in `deepObject` or a delimited style; an empty array or object leaves a query, cookie or header parameter out,
 * unless `allowEmptyValue` asks for `color=`. README, "How values are written", has what lists and objects within
 * others become.
 *
 * @param parameter - `style` and `explode` are already filled in
 * @param value - JSON
 * @returns `undefined` when the parameter is left out; a `ValueProblem` when there is no form for this shape
 *   (a single value in `deepObject`, an object within another in a header), which the console shows at the field
 * @see OpenAPI 3.2 "Style Values", "Style Examples", appendices C to E; RFC 6570, section 3.2
 */
export function serializeParameter(
  schemas: Schemas,
  parameter: Parameter,
  value: JsonText,
): string | undefined | ValueProblem {
  const { content } = parameter;
  if (content || parameter.in === 'querystring') return serializeContent(parameter, content, value);
  const node = parseJson(value);
  if (node.kind === 'problem') return parameterProblem(parameter, 'not-json', value);
  if (!hasForm(schemas, parameter, node)) return parameterProblem(parameter, 'no-form-for-shape', value);
  return parameter.style === 'deepObject' ? serializeDeepObject(parameter, node) : serializeStyled(parameter, value);
}

/**
 * Whether the parameter's style has a form for a value of this shape. Where the table of the standard says "n/a", the
 * schema's word is taken: what it declares is what the API takes.
 */
function hasForm(schemas: Schemas, { in: place, style, schema = true }: Parameter, node: JsonNode): boolean {
  if (style === 'deepObject' && place !== 'query') return false;
  const shape = shapeOfNode(node);
  const isUndefined = style === 'deepObject' ? shape !== 'object' : isDelimited(style) && isSingle(shape);
  return !isUndefined || declaredShapes(schemas, schema).has(shape);
}

function isSingle(shape: ValueShape): boolean {
  return shape === 'plain' || shape === 'null';
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
    ? writeForm(value, content?.encoding ?? [], encodeFormInQuery)?.text
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

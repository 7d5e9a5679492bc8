import { type JsonText, quoteJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Parameter } from '../model/parameter.ts';
import type { Schemas } from '../model/schema-object.ts';
import { kindOfMedia } from '../request/media-kind.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { declaredShapes, everyPart, itemSchema, propertySchema } from '../schema/schema-parts.ts';
import { validateJson } from '../schema/validate.ts';
import type { Call } from './call.ts';
import { cookiePairs } from './credentials.ts';
import { decodePercent } from './match.ts';
import { deepValue, formValue, itemValue, stepsOf, textValue } from './read-form.ts';
import { scalarValue } from './scalar-value.ts';

/** What the text of a parameter may stand for; where it may be a plain value that fits, it is one. */
const SHAPES = ['plain', 'array', 'object', 'null'] as const;
type Shape = (typeof SHAPES)[number];

/**
 * Reads one parameter of a request back into a JSON value, the way its style wrote it. Of several shapes that its
 * schema declares, the first is taken that what was sent is valid in.
 *
 * @returns `undefined` when it wasn't sent
 * @see OpenAPI 3.2, "Style Values"
 */
export function parameterValue(call: Call, parameter: Parameter): JsonText | undefined {
  const { schemas } = call.api;
  const { schema = true, content } = parameter;
  if (content) return contentValue(call, parameter, content);
  if (parameter.style === 'deepObject') return deepObject(call, parameter);
  const declared = declaredShapes(schemas, schema);
  const shapes = SHAPES.filter((shape) => (declared.size === 0 ? shape === 'plain' : declared.has(shape)));
  const values = shapes.flatMap((shape) => readAs(call, parameter, shape, declared) ?? []);
  const [first, ...others] = values;
  return others.length > 0 ? (values.find((value) => isValid(call, parameter, value)) ?? first) : first;
}

function isValid({ api }: Call, { schema = true }: Parameter, value: JsonText): boolean {
  return validateJson(api.schemas, schema, value, { limit: 1 }).length === 0;
}

function contentValue(call: Call, parameter: Parameter, content: MediaType): JsonText | undefined {
  const [raw] = rawTexts(call, parameter, 'plain');
  if (raw === undefined) return undefined;
  const { schemas } = call.api;
  const text = decoderOf(parameter)(raw);
  // As a whole query, a form is not encoded once more.
  if (isForm(schemas, content)) return formValue(schemas, content, parameter.in === 'querystring' ? raw : text);
  return isJsonType(content.name) ? text : quoteJson(text);
}

/** Whether the value of a parameter is a form. */
export function isForm(schemas: Schemas, content: MediaType): boolean {
  return kindOfMedia(content, schemas) === 'form';
}

/** Headers and style `cookie` have text as it is. */
function decoderOf({ in: place, style }: Parameter): (text: string) => string {
  return place === 'header' || style === 'cookie' ? (text) => text.trim() : decodePercent;
}

function readAs(call: Call, parameter: Parameter, shape: Shape, declared: ReadonlySet<Shape>): JsonText | undefined {
  const { schemas } = call.api;
  const { schema = true, explode, itemDelimiters } = parameter;
  const raw = rawTexts(call, parameter, shape);
  const [first] = raw;
  if (first === undefined) return undefined;
  const decode = decoderOf(parameter);
  if (shape === 'null') return first === '' ? 'null' : undefined;
  if (shape === 'plain') {
    // What repeats its name is a list.
    return raw.length > 1 && declared.has('array') ? undefined : scalarValue(schemas, schema, decode(first));
  }
  const keyed = shape === 'object' && explode;
  const isRepeated = raw.length > 1 || (explode && (parameter.in === 'query' || parameter.in === 'cookie'));
  const parts = keyed || isRepeated ? raw : split(first, delimiter(parameter));
  if (shape === 'array') {
    const each = itemSchema(schemas, schema);
    return `[${parts.map((text) => itemValue(schemas, each, decode(text), itemDelimiters)).join()}]`;
  }
  const pairs = keyed ? parts.map((part) => part.split(/=(.*)/s)) : inTwos(parts);
  const entries = pairs.map(([name = '', text = '']) => {
    const key = decode(name);
    return `${quoteJson(key)}:${textValue(schemas, propertySchema(schemas, schema, key), decode(text))}`;
  });
  return `{${entries.join()}}`;
}

/** What this style spreads over names such as `a[b][0]`; also `a[]`, which people type for a list. */
function deepObject({ api, url }: Call, { name, schema = true }: Parameter): JsonText | undefined {
  const paths = queryPairs(url).flatMap((pair) => {
    const [key = '', text = ''] = pair.split(/=(.*)/s).map(decodePercent);
    const isInside = key.startsWith(`${name}[`) && key.endsWith(']');
    return key === name || isInside ? [[stepsOf(key.slice(name.length)), { text }] as const] : [];
  });
  return paths.length > 0 ? deepValue(api.schemas, schema, paths) : undefined;
}

/** The fields of a query, still encoded. */
function queryPairs(url: URL): string[] {
  const pairs = url.search.slice(1).split('&').filter(Boolean);
  return pairs.map((pair) => pair.replaceAll('+', '%20'));
}

/**
 * The pieces that hold the parameter, still encoded: one for each time its name occurs, `name=text` for each
 * property of an exploded object.
 */
function rawTexts(call: Call, parameter: Parameter, shape: Shape): string[] {
  const { name, explode, style } = parameter;
  const isSpread = explode && shape === 'object';
  switch (parameter.in) {
    case 'path':
      return [call.pathValues.get(name) ?? []].flat().flatMap((text) => pathTexts(text, parameter, shape));
    case 'header':
      return [call.headers.get(name) ?? []].flat().flatMap((text) => (isSpread ? text.split(',') : text));
    case 'querystring':
      return call.url.search.length > 1 ? [call.url.search.slice(1)] : [];
    case 'cookie': {
      const cookies = cookiePairs(call.headers);
      // The style `form` has its own separator between what it explodes, in one cookie.
      const isJoined = style === 'form' && explode && shape !== 'plain';
      return named(call, parameter, isSpread, isJoined ? cookies.flatMap((pair) => pair.split('&')) : cookies);
    }
    case 'query':
      return named(call, parameter, isSpread, queryPairs(call.url));
  }
}

/** Of pairs, those of the parameter. @param isSpread - they have the names of its properties */
function named(call: Call, parameter: Parameter, isSpread: boolean, pairs: readonly string[]): string[] {
  const nameOf = (pair: string): string => decodePercent(pair.split('=')[0] ?? '');
  if (!isSpread) {
    return pairs.filter((pair) => nameOf(pair) === parameter.name).map((pair) => pair.split(/=(.*)/s)[1] ?? '');
  }
  const { schema = true } = parameter;
  const parts = everyPart(call.api.schemas, schema);
  const known = new Set(parts.flatMap((part) => part.properties?.map((property) => property.name) ?? []));
  const isOpen = parts.some((part) => part.additionalProperties !== undefined && part.additionalProperties !== false);
  const others = isOpen || known.size === 0 ? otherNames(call, parameter) : undefined;
  // `page[size]` is of the deep object `page`, or a parameter of that name.
  const isOther = (one: string): boolean => !others || others.has(one) || others.has(one.replace(/\[.*/s, ''));
  return pairs.filter((pair) => known.has(nameOf(pair)) || !isOther(nameOf(pair)));
}

/** The names in the place of a parameter that something else has. */
function otherNames({ api, operation }: Call, { in: place, name }: Parameter): Set<string> {
  const keys = api.securitySchemes.filter((scheme) => scheme.kind === 'apiKey' && scheme.in === place);
  const parameters = operation.parameters.filter((other) => other.in === place && other.name !== name);
  const spread = parameters.flatMap(({ schema = true }) =>
    everyPart(api.schemas, schema).flatMap((part) => part.properties ?? []),
  );
  return new Set([...keys, ...parameters, ...spread].flatMap((one) => ('name' in one ? one.name : [])));
}

/** Takes off what styles put before a path's value: `.5`, `;id=5`, `;id=3;id=4`. */
function pathTexts(text: string, { name, style, explode }: Parameter, shape: Shape): string[] {
  const exploded = explode && shape !== 'plain';
  if (style === 'label') return exploded ? text.slice(1).split('.') : [text.slice(1)];
  if (style !== 'matrix') return exploded && shape === 'object' ? text.split(',') : [text];
  return text
    .slice(1)
    .split(';')
    .map((part) => (decodePercent(part.split('=')[0] ?? '') === name ? (part.split(/=(.*)/s)[1] ?? '') : part));
}

function delimiter({ in: place, style, explode }: Parameter): RegExp {
  if (style === 'spaceDelimited') return place === 'header' ? / / : /%20/;
  if (style === 'tabDelimited') return place === 'header' ? /\t/ : /%09/;
  if (style === 'pipeDelimited') return place === 'header' ? /\|/ : /\||%7C/i;
  return style === 'label' && explode ? /\./ : /,/;
}

function split(text: string, by: RegExp): string[] {
  return text === '' ? [] : text.split(by);
}

function inTwos(parts: readonly string[]): string[][] {
  return parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? '']] : []));
}

import type { JsonText } from '../model/json-text.ts';
import { quoteJson } from '../model/json-text.ts';
import type { Parameter } from '../model/parameter.ts';
import type { SchemaObject, Schemas } from '../model/schema-object.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { mergeSchema } from '../schema/merge.ts';
import type { Call } from './call.ts';
import { cookieValue } from './credentials.ts';
import { decodePercent } from './match.ts';
import { deepValue, itemValue, stepsOf, textValue } from './read-form.ts';
import { scalarValue } from './scalar-value.ts';

/**
 * Reads one parameter of a request back into a JSON value, the way its style wrote it.
 *
 * @returns `undefined` when it wasn't sent
 * @see OpenAPI 3.2, "Style Values"
 */
export function parameterValue(call: Call, parameter: Parameter): JsonText | undefined {
  const { schemas } = call.api;
  const schema = parameter.schema ?? true;
  if (parameter.style === 'deepObject') return deepObject(call, parameter);
  const merged = mergeSchema(schemas, schema).schema;
  const shape = shapeOf(schemas, merged);
  const raw = rawTexts(call, parameter, shape, merged);
  const [first] = raw;
  if (first === undefined) return undefined;
  if (parameter.content) {
    const text = decodePercent(first);
    return isJsonType(parameter.content.name) ? text : quoteJson(text);
  }
  const plain = parameter.in === 'header' || parameter.style === 'cookie';
  const decode = plain ? (text: string) => text.trim() : decodePercent;
  if (shape === 'scalar') return scalarValue(schemas, schema, decode(first));

  const { explode } = parameter;
  const keyed = shape === 'object' && explode;
  const parts =
    raw.length > 1 || (explode && parameter.in === 'query') || keyed ? raw : split(first, delimiter(parameter));
  if (shape === 'array') {
    return `[${parts.map((text) => itemValue(schemas, merged.items ?? true, decode(text), parameter.itemDelimiters)).join()}]`;
  }
  const pairs = keyed ? parts.map((part) => part.split(/=(.*)/s)) : inTwos(parts);
  const entries = pairs.map(([name = '', text = '']) => {
    const key = decode(name);
    const property = merged.properties?.find((candidate) => candidate.name === key)?.schema;
    return `${quoteJson(key)}:${textValue(schemas, property ?? merged.additionalProperties ?? true, decode(text))}`;
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

type Shape = 'array' | 'object' | 'scalar';

/** What the text of a parameter stands for; where it may be a plain value, it is one. */
function shapeOf(schemas: Schemas, schema: SchemaObject, depth = 0): Shape {
  const types = schema.types ?? [];
  const branches = types.length > 0 || depth > 3 ? [] : (schema.oneOf ?? schema.anyOf ?? []);
  const shapes = branches.map((part) => shapeOf(schemas, mergeSchema(schemas, part).schema, depth + 1));
  if (shapes[0]) return shapes.includes('scalar') ? 'scalar' : shapes[0];
  if (types.some((type) => type !== 'array' && type !== 'object' && type !== 'null')) return 'scalar';
  if (types.includes('array') || schema.items !== undefined) return 'array';
  return types.includes('object') || schema.properties ? 'object' : 'scalar';
}

/**
 * The pieces that hold the parameter, still encoded: one for each time its name occurs, `name=text` for each
 * property of an exploded object.
 */
function rawTexts(call: Call, parameter: Parameter, shape: Shape, schema: SchemaObject): string[] {
  const { name, explode } = parameter;
  switch (parameter.in) {
    case 'path':
      return [call.pathValues.get(name) ?? []].flat().flatMap((text) => pathTexts(text, parameter, shape));
    case 'header':
      return [call.headers.get(name) ?? []]
        .flat()
        .flatMap((text) => (explode && shape === 'object' ? text.split(',') : text));
    case 'cookie':
      return [cookieValue(call.headers, name) ?? []].flat();
    case 'querystring':
      return call.url.search.length > 1 ? [call.url.search.slice(1)] : [];
    case 'query': {
      const pairs = queryPairs(call.url);
      const named = (pair: string) => decodePercent(pair.split('=')[0] ?? '');
      if (shape === 'object' && explode) {
        const names = new Set(schema.properties?.map((property) => property.name));
        return pairs.filter((pair) => names.has(named(pair)));
      }
      return pairs.filter((pair) => named(pair) === name).map((pair) => pair.split(/=(.*)/s)[1] ?? '');
    }
  }
}

/** Takes off what styles put before a path's value: `.5`, `;id=5`, `;id=3;id=4`. */
function pathTexts(text: string, { name, style, explode }: Parameter, shape: Shape): string[] {
  const exploded = explode && shape !== 'scalar';
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

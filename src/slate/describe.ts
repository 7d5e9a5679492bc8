import type { CurlRequest } from './curl.ts';
import { type Endpoint, type EndpointField, parseJson } from './endpoints.ts';
import { type InferredSchema, inferSchema } from './infer-schema.ts';
import type { SourceNote } from './source.ts';

type Json = { [name: string]: unknown };

/** An OpenAPI document of what a Slate page tells, and what of it is a guess. */
export interface Described {
  readonly document: Json;
  readonly notes: readonly SourceNote[];
  /** The `operationId` of each endpoint, in their order. */
  readonly ids: readonly string[];
}

/** Makes a skeleton of a description: paths, parameters, bodies and answers, as far as the page shows them. */
export function describe(title: string, endpoints: readonly Endpoint[]): Described {
  const notes: SourceNote[] = [];
  const paths: { [path: string]: Json } = {};
  const schemes: Json = {};
  const ids: string[] = [];
  for (const endpoint of endpoints) {
    const path = pathOf(endpoint);
    const id = uniqueId(operationId(endpoint, path), ids);
    ids.push(id);
    const name = `${endpoint.method} ${path}`;
    const security = securityOf(endpoint.requests, schemes);
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: operation(endpoint, path, id, security, notes, name),
    };
    notes.push({ kind: 'mapped', text: `${name} is the operation ${id}.` });
  }
  if (endpoints.length > 0) {
    notes.push({
      kind: 'guessed',
      text: 'Types are those of the samples; what is required, and what else may come, the samples can’t show.',
    });
  }
  const servers = [...new Set(endpoints.flatMap(({ url }) => URL.parse(url)?.origin ?? []))];
  const document: Json = {
    openapi: '3.1.0',
    info: { title, version: '1.0.0' },
    servers: (servers.length > 0 ? servers : ['https://api.example.com']).map((url) => ({ url })),
    paths,
    ...(Object.keys(schemes).length > 0 ? { components: { securitySchemes: schemes } } : {}),
  };
  if (servers.length > 1) notes.push({ kind: 'guessed', text: `The API has several servers: ${servers.join(', ')}.` });
  if (endpoints.length > 0 && servers.length === 0)
    notes.push({
      kind: 'guessed',
      text: 'No address names a host: the server is https://api.example.com until you write yours.',
    });
  return { document, notes, ids };
}

/** The path with its variables in braces: `<ID>`, `:id` and `{id}` are ways to write one. */
function pathOf({ url, fields }: Endpoint): string {
  const path = url.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '') || '/';
  const names = fields.filter((field) => field.in === 'path').map(({ name }) => name);
  return path
    .split('/')
    .map((segment) => {
      const name = /^(?:<([\w-]+)>|:([\w-]+)|\{([\w-]+)\}|%3C([\w-]+)%3E)$/.exec(segment);
      const found = name?.slice(1).find((one) => one !== undefined);
      return found === undefined
        ? segment
        : `{${names.find((one) => one.toLowerCase() === found.toLowerCase()) ?? found}}`;
    })
    .join('/');
}

function operationId({ title, method }: Endpoint, path: string): string {
  const words = (/[A-Za-z]/.test(title) ? title : `${method} ${path}`).match(/[A-Za-z][A-Za-z\d]*|\d+/g) ?? [];
  const named = words.map((word, index) =>
    index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
  );
  return named.join('').replace(/^\d+/, '') || 'operation';
}

function uniqueId(id: string, taken: readonly string[]): string {
  let count = 1;
  while (taken.includes(count === 1 ? id : `${id}${count}`)) count += 1;
  return count === 1 ? id : `${id}${count}`;
}

function operation(
  endpoint: Endpoint,
  path: string,
  id: string,
  security: Json[],
  notes: SourceNote[],
  name: string,
): Json {
  const { title, group, description, fields, answers } = endpoint;
  const parameters = [...pathParameters(path, fields), ...fields.filter(isSent).map(parameter)];
  const body = requestBody(endpoint, notes, name);
  if (answers.length === 0) notes.push({ kind: 'left', text: `${name}: the page shows no answer; write its schema.` });
  if (/^(?:POST|PUT|PATCH)$/.test(endpoint.method) && !body) {
    notes.push({ kind: 'left', text: `${name}: the page shows no body; write its schema.` });
  }
  return {
    operationId: id,
    summary: title,
    ...(group && group !== title ? { tags: [group] } : {}),
    ...(description === undefined ? {} : { description }),
    ...(security.length > 0 ? { security } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: {
      200: {
        description: 'OK',
        ...(answers.length > 0
          ? { content: { 'application/json': { schema: inferSchema(answers), ...examplesOf(answers) } } }
          : {}),
      },
    },
  };
}

function examplesOf(values: readonly unknown[]): Json {
  if (values.length === 1) return { example: values[0] };
  return { examples: Object.fromEntries(values.map((value, index) => [`sample${index + 1}`, { value }])) };
}

function isSent(field: EndpointField): boolean {
  return (
    field.in === 'query' || (field.in === 'header' && !/^(?:accept|content-type|authorization)$/i.test(field.name))
  );
}

function pathParameters(path: string, fields: readonly EndpointField[]): Json[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => {
    const told = fields.find((field) => field.in === 'path' && field.name.toLowerCase() === name.toLowerCase());
    return {
      name,
      in: 'path',
      required: true,
      ...(told?.description ? { description: told.description } : {}),
      schema: { type: told?.type ?? 'string' },
    };
  });
}

function parameter({ in: place, name, required, ...field }: EndpointField): Json {
  const { description, ...schema } = fieldSchema(field);
  return { name, in: place, ...(required ? { required } : {}), ...(description ? { description } : {}), schema };
}

function fieldSchema({
  description,
  type,
  default: value,
}: Pick<EndpointField, 'description' | 'type' | 'default'>): InferredSchema {
  const read = value === undefined ? undefined : (parseJson(value) ?? value);
  const own = read === undefined || read === null ? undefined : inferSchema([read]).type;
  const known = type ?? own ?? 'string';
  return {
    type: known,
    ...(description ? { description } : {}),
    // A word such as "none" is no value.
    ...(read !== undefined && own === known ? { default: read } : {}),
  };
}

function requestBody({ fields, requests }: Endpoint, notes: SourceNote[], name: string): Json | undefined {
  const samples = requests.flatMap(({ body }) => {
    const value = body === undefined ? undefined : parseJson(body);
    return value === undefined ? [] : [value];
  });
  if (requests.some(({ body }) => body !== undefined && parseJson(body) === undefined)) {
    notes.push({ kind: 'left', text: `${name}: a sample's body is no JSON and was left out.` });
  }
  const told = fields.filter((field) => field.in === 'body');
  if (samples.length === 0 && told.length === 0) return undefined;
  const inferred = samples.length > 0 ? inferSchema(samples) : { type: 'object' };
  const properties = Object.fromEntries(
    told.map((field) => [field.name, { ...inferred.properties?.[field.name], ...fieldSchema(field) }]),
  );
  const required = told.filter((field) => field.required).map((field) => field.name);
  const schema = {
    ...inferred,
    ...(inferred.properties || told.length > 0 ? { properties: { ...inferred.properties, ...properties } } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
  return {
    ...(samples.length > 0 || required.length > 0 ? { required: true } : {}),
    content: { 'application/json': { schema, ...(samples.length > 0 ? examplesOf(samples) : {}) } },
  };
}

/** Headers that carry keys, by what they are called. */
function securityOf(requests: readonly CurlRequest[], schemes: Json): Json[] {
  const found: Json[] = [];
  for (const [name, value] of requests.flatMap(({ headers }) => headers)) {
    const scheme = schemeOf(name, value);
    if (!scheme) continue;
    schemes[scheme.id] = scheme.scheme;
    if (!found.some((one) => Object.hasOwn(one, scheme.id))) found.push({ [scheme.id]: [] });
  }
  return found.slice(0, 1);
}

function schemeOf(name: string, value: string): { id: string; scheme: Json } | undefined {
  if (/^authorization$/i.test(name)) {
    if (/^bearer\b/i.test(value)) return { id: 'bearer', scheme: { type: 'http', scheme: 'bearer' } };
    if (/^basic\b/i.test(value)) return { id: 'basic', scheme: { type: 'http', scheme: 'basic' } };
    return { id: 'authorization', scheme: { type: 'apiKey', in: 'header', name: 'Authorization' } };
  }
  return /key|token|secret/i.test(name) && /^[\w-]+$/.test(name)
    ? { id: 'apiKey', scheme: { type: 'apiKey', in: 'header', name } }
    : undefined;
}

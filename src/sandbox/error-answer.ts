import type { Api } from '../model/api.ts';
import { compactJson, formatJson, type JsonText, parseJson, quoteJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Operation } from '../model/operation.ts';
import type { Schemas } from '../model/schema-object.ts';
import { STATUS_PHRASES } from '../model/status-phrases.ts';
import { isJsonType, isXmlType } from '../request/media-type-name.ts';
import type { Answer, Problem } from './call.ts';
import { describedHeaders } from './described-headers.ts';
import { fillError, type Role } from './error-fill.ts';
import { isValid } from './is-valid.ts';

/** Statuses that say all there is to say: the description's own words fit as they are. */
const PLAIN = new Set([401, 403, 429]);

/**
 * Refuses a request in the shape the description has for it: the response for this status, for its class or
 * the default one, with our message in its example. Where none is described, the shape of another error, since
 * an API's errors look alike.
 *
 * @param operations - the one that was called, or all of them when none was found
 */
export async function errorAnswer(api: Api, operations: readonly Operation[], problem: Problem): Promise<Answer> {
  const responses = operations.flatMap((operation) => operation.responses);
  const find = (status: string) => responses.find((response) => response.status.toUpperCase() === status);
  const exact = find(String(problem.status));
  const described = exact ?? find('4XX') ?? find('DEFAULT');
  const isJson = ({ name }: MediaType): boolean => isJsonType(name);
  const isMarkup = ({ name }: MediaType): boolean => isXmlType(name) || /^text\//i.test(name);
  const others = responses.filter(({ status }) => /^[45]|default/i.test(status));
  const chosen =
    described?.content.find(isJson) ??
    described?.content.find(isMarkup) ??
    others.flatMap(({ content }) => content.find(isJson) ?? [])[0];
  return {
    status: problem.status,
    headers: [...(problem.headers ?? []), ...(described ? await describedHeaders(api, described) : [])],
    mediaType: chosen?.name ?? 'application/json',
    body: chosen
      ? await errorBody(api.schemas, chosen, problem, exact?.content.includes(chosen) ?? false)
      : formatJson(`{"error":{"code":${quoteJson(codeOf(problem))},"message":${quoteJson(problem.message)}}}`),
  };
}

function codeOf({ status, code }: Problem): string {
  return code ?? String(status);
}

async function errorBody(schemas: Schemas, media: MediaType, problem: Problem, exact: boolean): Promise<string> {
  if (isJsonType(media.name)) return errorText(schemas, media, problem, exact);
  if (/^text\/html\b/i.test(media.name))
    return `<p>${problem.message.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
  if (!isXmlType(media.name)) return problem.message;
  const { writeXml } = await import('../request/xml.ts');
  return writeXml(schemas, media.schema ?? true, await errorText(schemas, media, problem, exact));
}

/** What may be filled in, the most first: the first body that the schema allows is taken. */
const ALL: readonly Role[] = [
  'message',
  'code',
  'status',
  'title',
  'param',
  'pointer',
  'place',
  'steps',
  'faults',
  'map',
];
const ATTEMPTS: readonly (readonly Role[])[] = [
  ALL,
  [...ALL, 'blank'],
  [...ALL.filter((role) => role !== 'code'), 'blank'],
  ['message', 'code', 'status', 'title', 'faults'],
  ['message', 'status', 'title', 'faults'],
  ['message', 'status', 'title'],
  ['message'],
  [],
];

/** @param exact - the media type belongs to the response for this very status */
async function errorText(schemas: Schemas, media: MediaType, problem: Problem, exact: boolean): Promise<JsonText> {
  const fits = (text: JsonText): boolean => isValid(schemas, media.schema, text);
  const values = media.examples.flatMap(({ value }) => value ?? []);
  const [first] = values;
  const code = `:${quoteJson(codeOf(problem))}`;
  const written =
    exact &&
    (values.find((value) => compactJson(value).includes(code)) ?? (PLAIN.has(problem.status) ? first : undefined));
  if (written && fits(written)) return formatJson(written);
  const title = STATUS_PHRASES.get(problem.status) ?? 'Error';
  const fill = (base: JsonText): JsonText[] => {
    const node = parseJson(base);
    return node.kind === 'problem' ? [] : ATTEMPTS.map((roles) => fillError(node, problem, new Set(roles), title));
  };
  const filled = first === undefined ? [] : fill(first);
  const found = filled.find(fits);
  if (found !== undefined) return formatJson(found);
  const rebuilt = fill(await builtError(schemas, media));
  return formatJson(rebuilt.find(fits) ?? filled[0] ?? rebuilt[0] ?? '{}');
}

/** Apart, since most descriptions have an example of their errors and the page then doesn't load the generator. */
async function builtError(schemas: Schemas, media: MediaType): Promise<JsonText> {
  const { buildExample } = await import('../schema/example.ts');
  return buildExample(media.schema ?? true, schemas, { direction: 'response' });
}

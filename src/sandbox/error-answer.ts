import type { Api } from '../model/api.ts';
import type { JsonNode, JsonText } from '../model/json-text.ts';
import { compactJson, formatJson, parseJson, quoteJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Response as DescribedResponse, Operation } from '../model/operation.ts';
import type { Schemas } from '../model/schema-object.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { validateJson } from '../schema/validate.ts';
import type { Answer, Problem } from './call.ts';
import { describedHeaders } from './described-headers.ts';

const TITLES: ReadonlyMap<number, string> = new Map([
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [413, 'Content Too Large'],
  [415, 'Unsupported Media Type'],
  [422, 'Unprocessable Content'],
  [429, 'Too Many Requests'],
]);
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
  const described = exact ?? find('4XX') ?? find('default');
  const other = responses.filter(({ status }) => /^[45]|default/i.test(status));
  const media = [described ?? [], other].flat().flatMap(({ content }) => content.find(isJson) ?? [])[0];
  const text = media
    ? await errorText(api.schemas, media, problem, exact?.content.includes(media) ?? false)
    : formatJson(`{"error":{"code":${quoteJson(codeOf(problem))},"message":${quoteJson(problem.message)}}}`);
  return {
    status: problem.status,
    headers: [...(problem.headers ?? []), ...headersOf(api, described)],
    mediaType: media?.name ?? 'application/json',
    body: text,
  };
}

function isJson(media: MediaType): boolean {
  return isJsonType(media.name);
}

function headersOf(api: Api, response: DescribedResponse | undefined): Answer['headers'] {
  return response ? describedHeaders(api, response) : [];
}

function codeOf({ code, status }: Problem): string {
  return code ?? String(status);
}

/** @param exact - the media type belongs to the response for this very status */
async function errorText(schemas: Schemas, media: MediaType, problem: Problem, exact: boolean): Promise<JsonText> {
  const values = media.examples.flatMap(({ value }) => value ?? []);
  const [first] = values;
  const code = `:${quoteJson(codeOf(problem))}`;
  const written =
    exact &&
    (values.find((value) => compactJson(value).includes(code)) ?? (PLAIN.has(problem.status) ? first : undefined));
  if (written) return formatJson(written);
  const base = first ?? (await builtError(schemas, media));
  const node = parseJson(base);
  if (node.kind === 'problem') return base;
  const filled = [ROLES, ROLES.filter(([, , role]) => role !== 'param'), ROLES.slice(0, 1), []].map((roles) =>
    rewrite(node, '', (key, value) => valueFor(roles, key, value, problem)),
  );
  const fits = (text: JsonText) => validateJson(schemas, media.schema ?? true, text, { limit: 1 }).length === 0;
  return formatJson(filled.find(fits) ?? filled[0] ?? base);
}

/** Apart, since most descriptions have an example of their errors and the page then doesn't load the generator. */
async function builtError(schemas: Schemas, media: MediaType): Promise<JsonText> {
  const { buildExample } = await import('../schema/example.ts');
  return buildExample(media.schema ?? true, schemas, { direction: 'response' });
}

type Role = 'message' | 'code' | 'status' | 'title' | 'param';

/** What members of error bodies are called, the kinds of value they may have before, and what they are for. */
const ROLES: readonly (readonly [names: RegExp, kinds: RegExp, role: Role])[] = [
  [/^(message|msg|detail|details|description|error_?description|reason|error|errors)$/i, /string/, 'message'],
  [/^(error_?)?code$/i, /string|number/, 'code'],
  [/^status(_?code)?$/i, /string|number/, 'status'],
  [/^title$/i, /string/, 'title'],
  [/^(param|parameter|field)$/i, /string|null/, 'param'],
];

function valueFor(roles: typeof ROLES, key: string, node: JsonNode, problem: Problem): JsonText | undefined {
  const role = roles.find(([names, kinds]) => names.test(key) && kinds.test(node.kind))?.[2];
  const number = node.kind === 'number';
  switch (role) {
    case 'message':
      return quoteJson(problem.message);
    case 'code':
      return number ? String(problem.status) : quoteJson(codeOf(problem));
    case 'status':
      return number ? String(problem.status) : quoteJson(String(problem.status));
    case 'title':
      return quoteJson(TITLES.get(problem.status) ?? 'Error');
    case 'param':
      return problem.param === undefined ? 'null' : quoteJson(problem.param);
    case undefined:
      return undefined;
  }
}

/** Prints a tree with some values replaced; of a list of errors only the first stays, since there is one problem. */
function rewrite(
  node: JsonNode,
  key: string,
  replace: (key: string, node: JsonNode) => JsonText | undefined,
): JsonText {
  const replaced = replace(key, node);
  if (replaced !== undefined) return replaced;
  switch (node.kind) {
    case 'object':
      return `{${node.entries.map((entry) => `${quoteJson(entry.key)}:${rewrite(entry.value, entry.key, replace)}`).join()}}`;
    case 'array':
      return `[${node.items
        .slice(0, 1)
        .map((item) => rewrite(item, key, replace))
        .join()}]`;
    case 'string':
      return quoteJson(node.value);
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

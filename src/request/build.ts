import type { Api } from '../model/api.ts';
import { jsonEntry, parseJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter, ParameterIn } from '../model/parameter.ts';
import { isSequential } from '../model/slice.ts';
import { buildBody, isJsonType } from './body.ts';
import type { HttpBody, HttpHeader, HttpRequest } from './http-request.ts';
import { encodeReserved, encodeReservedInPath, encodeReservedInQuery } from './percent-encode.ts';
import { parameterProblem } from './problem.ts';
import { type PlacedCredentials, placeCredentials } from './security.ts';
import { serializeParameter } from './serialize.ts';
import { resolveServer } from './server.ts';
import type { RequestValues, ValueProblem } from './values.ts';

export interface BuiltRequest {
  /** Always there and as good as can be: a path value that is missing stands as `{name}` in the URL. */
  readonly request: HttpRequest;
  /** When there is one, the request must not be sent. */
  readonly problems: readonly ValueProblem[];
}

/** A header or method name (RFC 9110, section 5.6.2). */
const TOKEN = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
/** What a header value may hold; one byte a character (Fetch standard, "header value" and `isomorphic encode`). */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** Header parameters of these names are ignored (OpenAPI 3.2, "Parameter Object"): others fields describe them. */
const DESCRIBED_ELSEWHERE = ['accept', 'content-type', 'authorization'];

/**
 * The request that values make: for samples, the preview and the wire alike.
 *
 * Headers come in this order: `Accept`, `Content-Type`, credentials, header parameters, `Cookie`. `Accept` is
 * sent when there is something to say: an answer in another media type than plain `application/json`, or in
 * more than one. With `"stream": true` in a JSON body it asks for the answer that comes in pieces.
 *
 * @param options.base - what a relative server is resolved against: the address of the description
 */
export function buildRequest(
  api: Api,
  operation: Operation,
  values: RequestValues,
  options: { readonly base?: string } = {},
): BuiltRequest {
  const problems: ValueProblem[] = [];
  const written = writeParameters(operation, values, problems);
  const server = operation.servers[values.server] ?? operation.servers[0];
  const root = server
    ? resolveServer(server, values.serverVariables, options.base)
    : { url: '', problems: [{ kind: 'problem', code: 'server-invalid', field: { kind: 'server' } } as const] };
  problems.unshift(...root.problems);
  const url = writeUrl(root.url, operation, written, problems);

  const { body, problems: bodyProblems } = buildBody(operation.requestBody, values.body);
  problems.push(...bodyProblems);
  if (!TOKEN.test(operation.method)) {
    problems.push({ kind: 'problem', code: 'method-forbidden', field: { kind: 'method' }, found: operation.method });
  }
  const credentials = placeCredentials(api, operation.security[values.security]);
  const answer = chooseAnswer(operation, body);
  return {
    request: {
      method: operation.method,
      url,
      ...(credentials.query.length > 0 ? { queryCredentials: credentials.query } : {}),
      headers: writeHeaders(answer.accept, body, credentials, written),
      ...(body ? { body } : {}),
      stream: answer.stream,
      ...(answer.json ? { answersJson: true } : {}),
    },
    problems,
  };
}

interface Written {
  readonly parameter: Parameter;
  readonly text: string;
}

function writeParameters(operation: Operation, values: RequestValues, problems: ValueProblem[]): Written[] {
  return operation.parameters.flatMap((parameter) => {
    if (parameter.in === 'header' && DESCRIBED_ELSEWHERE.includes(parameter.name.toLowerCase())) return [];
    const given = values.parameters.find((value) => value.in === parameter.in && value.name === parameter.name);
    const text = given && serializeParameter(parameter, given.value);
    if (typeof text === 'object') {
      problems.push(text);
      return [];
    }
    if (text === undefined) {
      if (parameter.required) problems.push(parameterProblem(parameter, 'required-missing'));
      return [];
    }
    const code = parameter.in === 'header' || parameter.in === 'cookie' ? headerFault(parameter, text) : undefined;
    if (code === undefined) return { parameter, text };
    problems.push(parameterProblem(parameter, code, code === 'header-name' ? parameter.name : text));
    return [];
  });
}

function headerFault(parameter: Parameter, text: string): 'header-name' | 'header-value' | undefined {
  if (parameter.in === 'header' && !TOKEN.test(parameter.name)) return 'header-name';
  return HEADER_VALUE.test(text) ? undefined : 'header-value';
}

function writeUrl(server: string, operation: Operation, written: readonly Written[], problems: ValueProblem[]): string {
  const textOf = (place: ParameterIn, name: string): string | undefined =>
    written.find(({ parameter }) => parameter.in === place && parameter.name === name)?.text;
  let complete = problems.length === 0 && server !== '';
  const writeSegment = (segment: string): string => {
    const names: string[] = [];
    const text = segment.replace(/\{([^{}]*)\}|[^{}]+|[{}]/g, (piece, name: string | undefined) => {
      if (name === undefined) return encodeReserved(piece);
      names.push(name);
      return textOf('path', name) ?? piece;
    });
    for (const name of names) {
      const value = textOf('path', name);
      const dots = text === '.' || text === '..';
      if (value !== undefined && value !== '' && !dots) continue;
      complete = false;
      if (value !== undefined) {
        problems.push(parameterProblem({ in: 'path', name }, dots ? 'path-dots' : 'path-empty'));
      } else if (!operation.parameters.some((known) => known.in === 'path' && known.name === name)) {
        problems.push(parameterProblem({ in: 'path', name }, 'required-missing'));
      }
    }
    return text;
  };
  // A fragment never goes over the wire.
  const [template = ''] = operation.path.split('#');
  const path = template.split('/').map(writeSegment).join('/');
  const queries = written.filter(({ parameter: { in: place } }) => place === 'query' || place === 'querystring');
  const query = queries
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('&');
  const url = server + path + (query ? (path.includes('?') ? '&' : '?') + query : '');
  return complete ? normalizeUrl(url) : url;
}

/**
 * The spelling that every client sends unchanged: as a browser's URL parser leaves it, and with nothing in the
 * path or query that another client would still encode or decode.
 */
function normalizeUrl(text: string): string {
  const url = URL.parse(text);
  if (!url) return text;
  const path = url.pathname.split('/').map(encodeReservedInPath).join('/');
  return url.origin + path + (url.search ? `?${encodeReservedInQuery(url.search.slice(1))}` : '');
}

function writeHeaders(
  accept: string | undefined,
  body: HttpBody | undefined,
  credentials: PlacedCredentials,
  written: readonly Written[],
): HttpHeader[] {
  const headers: HttpHeader[] = [];
  if (accept !== undefined) headers.push({ name: 'Accept', value: accept });
  if (body) headers.push({ name: 'Content-Type', value: body.mediaType });
  headers.push(...credentials.headers);
  for (const { parameter, text } of written) {
    // The scheme describes the same header better, and its value is a secret.
    const taken = headers.some((header) => header.name.toLowerCase() === parameter.name.toLowerCase());
    if (parameter.in === 'header' && !taken) headers.push({ name: parameter.name, value: text.trim() });
  }
  const cookies = written.filter(({ parameter }) => parameter.in === 'cookie').map(({ text }) => text);
  const [secret, ...others] = credentials.cookies;
  const before = cookies.join('; ');
  if (secret) {
    const prefix = `${before ? `${before}; ` : ''}${secret.name}=`;
    headers.push({ name: 'Cookie', prefix, credential: secret.credential });
  } else if (before) headers.push({ name: 'Cookie', value: before });
  for (const { name, credential } of others) headers.push({ name: 'Cookie', prefix: `${name}=`, credential });
  return headers;
}

function chooseAnswer(
  operation: Operation,
  body: HttpBody | undefined,
): { accept?: string; stream: boolean; json: boolean } {
  const types = goodAnswers(operation);
  const pieces = types.find(isSequential);
  const whole = types.find((type) => !isSequential(type));
  const chosen = asksForStream(body) ? (pieces ?? whole) : (whole ?? pieces);
  if (!chosen) return { stream: false, json: false };
  const stream = isSequential(chosen);
  const json = isJsonType(chosen.name);
  const plain = types.length === 1 && /^(?:application\/json|\*\/\*)$/i.test(chosen.name);
  return plain || !HEADER_VALUE.test(chosen.name) ? { stream, json } : { accept: chosen.name, stream, json };
}

/** The media types of the answers that mean success, each once; `default` stands in where none is listed. */
function goodAnswers(operation: Operation): MediaType[] {
  const good = operation.responses.filter((response) => /^2/.test(response.status));
  const answers = good.length > 0 ? good : operation.responses.filter((response) => response.status === 'default');
  const types = answers.flatMap((response) => response.content);
  return types.filter((type, at) => types.findIndex((other) => other.name === type.name) === at);
}

function asksForStream(body: HttpBody | undefined): boolean {
  if (!body || !isJsonType(body.mediaType)) return false;
  const node = parseJson(body.text);
  const entry = node.kind === 'problem' ? undefined : jsonEntry(node, 'stream');
  return entry?.kind === 'boolean' && entry.value;
}

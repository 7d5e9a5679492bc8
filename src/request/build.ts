import type { Api } from '../model/api.ts';
import { isIgnoredHeader } from '../model/ignored-header.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter } from '../model/parameter.ts';
import type { Schemas } from '../model/schema-object.ts';
import { chooseAnswer } from './answer.ts';
import { buildBody } from './body.ts';
import { plainHeaderText, secretsIn } from './header-secrets.ts';
import { isHeaderValue, isToken } from './header-text.ts';
import type { HttpBody, HttpHeader, HttpRequest } from './http-request.ts';
import { parameterProblem } from './problem.ts';
import { type PlacedCredentials, placeCredentials } from './security.ts';
import { serializeParameter } from './serialize.ts';
import { resolveServer } from './server.ts';
import { normalizeUrl, type Written, writePath, writeQuery } from './url.ts';
import type { RequestValues, ValueProblem } from './values.ts';

export interface BuiltRequest {
  /** Always there and as good as can be: a path value that is missing stands as `{name}` in the URL. */
  readonly request: HttpRequest;
  /** When there is one, the request must not be sent. */
  readonly problems: readonly ValueProblem[];
}

/**
 * The request that values make: for samples, the preview and the wire alike.
 *
 * Headers come in this order: `Accept`, `Content-Type`, credentials, header parameters, `Cookie`. `Accept` is
 * sent when there is something to say: an answer in another media type than plain `application/json`, or in
 * more than one. With `"stream": true` in a JSON body it asks for the answer that comes in pieces.
 *
 * @param options.base - what a relative server is resolved against: the address of the description
 * @param options.boundary - between the parts of a body; left out, the same for everyone
 */
export function buildRequest(
  api: Api,
  operation: Operation,
  values: RequestValues,
  options: { readonly base?: string; readonly boundary?: string } = {},
): BuiltRequest {
  const problems: ValueProblem[] = [];
  const credentials = placeCredentials(api, operation.security[values.security]);
  const parameters = operation.parameters.filter((parameter) => !isPlaced(parameter, credentials));
  const written = writeParameters(api.schemas, parameters, values, problems);
  const server = operation.servers[values.server] ?? operation.servers[0];
  const root = server
    ? resolveServer(server, values.serverVariables, options.base)
    : { url: '', problems: [{ kind: 'problem', code: 'server-invalid', field: { kind: 'server' } } as const] };
  problems.unshift(...root.problems);
  const path = writePath(operation, written);
  problems.push(...path.problems);
  const url = root.url + path.text + writeQuery(path.text, written);

  const { body, problems: bodyProblems } = buildBody(api.schemas, operation.requestBody, values.body, options.boundary);
  problems.push(...bodyProblems);
  if (!isToken(operation.method)) {
    problems.push({ kind: 'problem', code: 'method-forbidden', field: { kind: 'method' }, found: operation.method });
  }
  const answer = chooseAnswer(operation, body);
  const headers = writeHeaders(answer.accept, body, credentials, written);
  for (const header of headers) {
    const code = headerFault(header);
    if (code) problems.push(parameterProblem({ in: 'header', name: header.name }, code, header.name));
  }
  return {
    request: {
      method: operation.method,
      // Best effort where something is missing: braces stay readable.
      url: root.problems.length === 0 && path.complete ? normalizeUrl(url) : url,
      ...(credentials.query.length > 0 ? { queryCredentials: credentials.query } : {}),
      headers: headers.filter((header) => headerFault(header) === undefined),
      ...(body ? { body } : {}),
      stream: answer.stream,
      ...(answer.json ? { answersJson: true } : {}),
    },
    problems,
  };
}

function writeParameters(
  schemas: Schemas,
  parameters: readonly Parameter[],
  values: RequestValues,
  problems: ValueProblem[],
): Written[] {
  return parameters.flatMap((parameter) => {
    if (parameter.in === 'header' && isIgnoredHeader(parameter.name)) return [];
    const given = values.parameters.find((value) => value.in === parameter.in && value.name === parameter.name);
    const text = given && serializeParameter(schemas, parameter, given.value);
    if (typeof text === 'object') {
      problems.push(text);
      return [];
    }
    if (text === undefined) {
      // A path parameter is always needed, also where the author forgot to say so.
      if (parameter.required || parameter.in === 'path') problems.push(parameterProblem(parameter, 'required-missing'));
      return [];
    }
    const inHeader = parameter.in === 'header' || parameter.in === 'cookie';
    if (!inHeader || isHeaderValue(text)) return { parameter, text };
    problems.push(parameterProblem(parameter, 'header-value', text));
    return [];
  });
}

function contentType(body: HttpBody): string {
  return body.kind === 'multipart' ? `${body.mediaType}; boundary=${body.boundary}` : body.mediaType;
}

/** Names and prefixes come from the description too: none may split the message. */
function headerFault(header: HttpHeader): 'header-name' | 'header-value' | undefined {
  if (!isToken(header.name)) return 'header-name';
  return isHeaderValue(plainHeaderText(header)) ? undefined : 'header-value';
}

/** A security scheme describes the same value better, and keeps it secret. */
function isPlaced({ in: place, name }: Parameter, { headers, query, cookies }: PlacedCredentials): boolean {
  if (place === 'header') return headers.some((header) => header.name.toLowerCase() === name.toLowerCase());
  const others = place === 'query' ? query : place === 'cookie' ? cookies : [];
  return others.some((credential) => credential.name === name);
}

function isCookie({ in: place, name }: Parameter): boolean {
  return place === 'cookie' || (place === 'header' && isCookieName(name));
}

function isCookieName(name: string): boolean {
  return name.toLowerCase() === 'cookie';
}

function writeHeaders(
  accept: string | undefined,
  body: HttpBody | undefined,
  credentials: PlacedCredentials,
  written: readonly Written[],
): HttpHeader[] {
  const headers: HttpHeader[] = [];
  if (accept !== undefined) headers.push({ name: 'Accept', value: accept });
  if (body) headers.push({ name: 'Content-Type', value: contentType(body) });
  headers.push(...credentials.headers.filter(({ name }) => !isCookieName(name)));
  for (const { parameter, text } of written) {
    const taken = headers.some((header) => header.name.toLowerCase() === parameter.name.toLowerCase());
    if (parameter.in === 'header' && !taken && !isCookie(parameter))
      headers.push({ name: parameter.name, value: text.replace(/^[\t ]+|[\t ]+$/g, '') });
  }
  // A request has one `Cookie` (RFC 6265, section 5.4): what a parameter for that header holds goes into it too.
  const cookies = written.filter(({ parameter }) => isCookie(parameter)).flatMap(({ text }) => text.trim() || []);
  const before = cookies.join('; ');
  const keys = [
    ...credentials.cookies.map(({ name, credential }) => ({ prefix: `${name}=`, credential })),
    // What a key for the whole header holds is its owner's to know.
    ...credentials.headers.filter(({ name }) => isCookieName(name)).flatMap(secretsIn),
  ];
  const [secret, ...more] = keys.map(({ prefix, credential }, index) => ({
    prefix: (index > 0 ? '; ' : before && `${before}; `) + prefix,
    credential,
  }));
  if (secret) headers.push({ name: 'Cookie', ...secret, ...(more.length > 0 ? { more } : {}) });
  else if (before) headers.push({ name: 'Cookie', value: before });
  return headers;
}

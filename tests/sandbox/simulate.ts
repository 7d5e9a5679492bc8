import type { Api } from '../../src/model/api.ts';
import { compactJson, parseJson, quoteJson } from '../../src/model/json-text.ts';
import type { MediaType } from '../../src/model/media-type.ts';
import type { Response as DescribedResponse, Operation } from '../../src/model/operation.ts';
import { isSequential } from '../../src/model/slice.ts';
import { buildRequest } from '../../src/request/build.ts';
import { defaultValues, requestExamples } from '../../src/request/defaults.ts';
import { fillCredentials } from '../../src/request/fill-credentials.ts';
import type { HttpRequest } from '../../src/request/http-request.ts';
import { kindOfMedia } from '../../src/request/media-kind.ts';
import { isJsonType, sentMediaType } from '../../src/request/media-type-name.ts';
import { bodyPieces } from '../../src/request/multipart.ts';
import { createSandbox, MARK, type Sandbox } from '../../src/sandbox/handler.ts';
import { isUnavoidable } from '../../src/sandbox/is-valid.ts';
import { mediaEssence } from '../../src/sandbox/media-range.ts';
import { findResource } from '../../src/sandbox/resource.ts';
import { validateJson } from '../../src/schema/validate.ts';

export interface Simulated {
  /** Answers that were looked at, and the items of streams among them. */
  readonly answers: number;
  readonly items: number;
  /** Things that were created, read and deleted. */
  readonly remembered: number;
  /** Answers that no schema describes, so that only their head was looked at. */
  readonly undescribed: number;
  /** Requests that can't be sent as the description has them, and why. */
  readonly refused: readonly string[];
  /** Answers that fit several branches of a `oneOf` which nothing that must be there tells apart. */
  readonly overlaps: readonly string[];
  /** Examples that are asked for by name and that their author's own schema forbids. */
  readonly authors: readonly string[];
  readonly failed: readonly string[];
}

/** What one answer is held against. */
interface Expected {
  readonly name: string;
  readonly status: number;
  readonly response: DescribedResponse | undefined;
  /** The media type that was asked for. */
  readonly media?: MediaType;
  /** The example was asked for by name, and is answered as it is written. */
  readonly asWritten?: boolean;
  /** The sandbox says what is wrong, in JSON where the answers described for it are of another kind. */
  readonly isRefusal?: boolean;
}

/**
 * Sends every operation's example requests to its sandbox: as they are, for each status, media type and example of
 * the answers, without credentials, and with a body that is broken; looks at every answer.
 */
export async function simulateAll(api: Api): Promise<Simulated> {
  const counts = { answers: 0, items: 0, undescribed: 0, remembered: 0 };
  const refused: string[] = [];
  const failed: string[] = [];
  const authors: string[] = [];
  const overlaps: string[] = [];
  // One for each operation, since what one deletes is gone for the others.
  let sandbox = createSandbox(api, { delay: 0 });
  const look = async (request: HttpRequest, headers: Sent, expected: Expected): Promise<void> => {
    counts.answers += 1;
    const faults = await examine(api, sandbox, toRequest(request, headers), expected, counts);
    for (const fault of faults) {
      const list = expected.asWritten ? authors : / several-branches:/.test(fault) ? overlaps : failed;
      list.push(`${expected.name}: ${fault}`);
    }
  };
  for (const operation of api.operations) {
    const names = requestExamples(api, operation).map(({ name }): string | undefined => name);
    let sent: HttpRequest | undefined;
    for (const example of names.length > 0 ? names : [undefined]) {
      const { request, problems } = buildRequest(api, operation, defaultValues(api, operation, example), {
        base: 'https://api.example.com/',
      });
      const hasBody = request.body && /^(GET|HEAD)$/.test(request.method);
      if (problems.length > 0 || !URL.canParse(request.url) || hasBody) {
        const codes = problems.map(({ code, field }) => `${code} ${JSON.stringify(field)}`);
        refused.push(`${operation.key} ${example ?? ''}: ${codes.join() || `${request.method} ${request.url}`}`);
        continue;
      }
      const hopeless = ownFault(api, operation, request);
      if (hopeless) refused.push(`${operation.key} ${example ?? ''}: no body fits, ${hopeless}`);
      else sent ??= request;
    }
    if (!sent) continue;
    const request = sent;
    sandbox = createSandbox(api, { delay: 0 });
    await look(request, {}, { name: operation.key, ...first(operation) });
    for (const { status, response } of statuses(operation)) {
      const code = { Prefer: `code=${status}` };
      const name = `${operation.key} ${status}`;
      if (response.content.length === 0) await look(request, code, { name, status, response });
      for (const media of response.content) {
        const asked = { ...code, Accept: sentMediaType(media.name) };
        await look(request, asked, { name: `${name} ${media.name}`, status, response, media });
        for (const { name: example, value, text } of media.examples) {
          if ((value === undefined && text === undefined) || /["\\\n]/.test(example)) continue;
          const prefer = { ...asked, Prefer: `code=${status}, example="${encodeURIComponent(example)}"` };
          await look(request, prefer, {
            name: `${name} ${media.name} ${example}`,
            status,
            response,
            media,
            asWritten: true,
          });
        }
      }
    }
    await lookAtRefusals(operation, request, look);
    const fault = await remembers(api, operation, request);
    if (fault) counts.remembered += 1;
    if (fault && fault !== 'fine') failed.push(`${operation.key} remembered: ${fault}`);
  }
  return { ...counts, refused, overlaps, authors, failed };
}

/** Of schemas that no value fits: what the best try at a body breaks. The sandbox is right to refuse it. */
function ownFault(api: Api, { requestBody }: Operation, { body }: HttpRequest): string | undefined {
  if (body?.kind !== 'text' || !isJsonType(body.mediaType)) return undefined;
  const media = requestBody?.content.find(({ name }) => sentMediaType(name) === body.mediaType);
  const given = media?.examples.some(
    ({ value }) => value !== undefined && compactJson(value) === compactJson(body.text),
  );
  if (given) return undefined;
  const [violation] = validateJson(api.schemas, media?.schema ?? true, body.text, { direction: 'request', limit: 1 });
  return violation && !isUnavoidable(violation) ? `${violation.instancePath} ${violation.code}` : undefined;
}

type Sent = Readonly<Record<string, string | undefined>>;

async function lookAtRefusals(
  operation: Operation,
  request: HttpRequest,
  look: (request: HttpRequest, headers: Sent, expected: Expected) => Promise<void>,
): Promise<void> {
  const refusal = (status: number, what: string): Expected => ({
    name: `${operation.key} ${what}`,
    status,
    response: describedFor(operation, status),
    isRefusal: true,
  });
  const has = (status: string): boolean => operation.responses.some((response) => response.status === status);
  const secret = request.headers.find((header) => 'credential' in header);
  if (secret && operation.security.every(({ schemes }) => schemes.length > 0)) {
    const headers = request.headers.filter((header) => !('credential' in header));
    await look({ ...request, headers, queryCredentials: [] }, {}, refusal(401, 'without a credential'));
  }
  if (operation.requestBody?.required && request.body?.kind === 'text' && isJsonType(request.body.mediaType)) {
    await look(
      { ...request, body: { ...request.body, text: '{' } },
      {},
      refusal(has('422') && !has('400') ? 422 : 400, 'with a broken body'),
    );
  }
}

/**
 * Creates a thing, reads it and deletes it, as far as the operation creates things.
 *
 * @returns `fine`, what was wrong, or nothing where there is nothing to create
 */
async function remembers(api: Api, create: Operation, request: HttpRequest): Promise<string | undefined> {
  const resource = findResource(api, create);
  if (resource?.action !== 'create') return undefined;
  const { collection, parameter, id } = resource;
  const sandbox = createSandbox(api);
  // What isn't JSON is not remembered.
  const asJson = { Accept: 'application/json' };
  const made = await sandbox(toRequest(request, asJson));
  const text = await made.text();
  if (!made.ok || parseJson(text).kind === 'problem')
    return `it can't be created: ${made.status} ${text.slice(0, 200)}`;
  const own = String(JSON.parse(text)[id]);
  const onThing = async (method: string): Promise<{ status: number; text: string } | undefined> => {
    const operation = api.operations.find(
      (one) => one.method === method && one.path === `${collection}/{${parameter}}`,
    );
    if (!operation) return undefined;
    const values = defaultValues(api, operation);
    const parents = defaultValues(api, create).parameters;
    const parameters = values.parameters.map((value) => {
      const same = parents.find((one) => one.in === 'path' && value.in === 'path' && one.name === value.name);
      return value.in === 'path' && value.name === parameter ? { ...value, value: quoteJson(own) } : (same ?? value);
    });
    const built = buildRequest(api, operation, { ...values, parameters }, { base: 'https://api.example.com/' });
    if (built.problems.length > 0 || !URL.canParse(built.request.url)) return undefined;
    const answer = await sandbox(toRequest(built.request, asJson));
    return { status: answer.status, text: await answer.text() };
  };
  const read = await onThing('GET');
  if (read && (read.status !== 200 || String(JSON.parse(read.text)[id]) !== own)) {
    return `${own} is read as ${read.status} ${read.text.slice(0, 200)}`;
  }
  const deleted = await onThing('DELETE');
  const gone = deleted && deleted.status < 300 ? await onThing('GET') : undefined;
  return gone && gone.status !== 404 ? `${own} is there after it was deleted: ${gone.status}` : 'fine';
}

function statuses({ responses }: Operation): { status: number; response: DescribedResponse }[] {
  const literal = new Set(responses.map(({ status }) => status));
  return responses.flatMap((response) => {
    const { status } = response;
    if (/^[2-5]\d\d$/.test(status)) return [{ status: Number(status), response }];
    if (/^[2-5]xx$/i.test(status)) {
      const free = ['99', '98', '97'].map((end) => `${status[0]}${end}`).find((code) => !literal.has(code));
      return [{ status: Number(free), response }];
    }
    const free = ['599', '498', '299'].find(
      (code) => !literal.has(code) && !responses.some((other) => other.status.toUpperCase() === `${code[0]}XX`),
    );
    return status === 'default' && free ? [{ status: Number(free), response }] : [];
  });
}

/** What a request gets that asks for nothing in particular. */
function first({ responses }: Operation): Pick<Expected, 'status' | 'response'> {
  const known = responses.filter(({ status }) => /^([2-5](\d\d|XX)|default)$/i.test(status));
  const response =
    known.find(({ status }) => /^2\d\d$/.test(status)) ??
    known.find(({ status }) => /^2/.test(status)) ??
    known.find(({ status }) => status === 'default') ??
    known[0];
  const status = response?.status ?? '204';
  return { status: Number(status.replace(/XX$/i, '00').replace(/^default$/i, '200')), response };
}

function describedFor({ responses }: Operation, status: number): DescribedResponse | undefined {
  const find = (wanted: string) => responses.find((response) => response.status.toUpperCase() === wanted);
  return find(String(status)) ?? find('4XX') ?? find('DEFAULT');
}

function toRequest(request: HttpRequest, more: Sent): Request {
  const filled = fillCredentials(request, ({ form }) => (form === 'basic' ? 'user:pass' : 'secret'));
  const headers = new Headers(filled.headers.map(({ name, value }): [string, string] => [name, value]));
  for (const [name, value] of Object.entries(more)) if (value !== undefined) headers.set(name, value);
  const { body, method, url } = filled;
  const pieces = body && bodyPieces(body).map((piece) => (typeof piece === 'string' ? piece : piece.name));
  return new Request(url, { method, headers, ...(pieces ? { body: new Blob(pieces) } : {}) });
}

async function examine(
  api: Api,
  sandbox: Sandbox,
  request: Request,
  expected: Expected,
  counts: { items: number; undescribed: number },
): Promise<string[]> {
  const answer = await sandbox(request);
  const text = await answer.text();
  const type = answer.headers.get('Content-Type') ?? '';
  const { response } = expected;
  if (answer.status !== expected.status) return [`${answer.status}, not ${expected.status}: ${text.slice(0, 300)}`];
  if (answer.headers.get(MARK) === null) return ['it is not marked as simulated'];
  if ([204, 205, 304].includes(answer.status) || request.method === 'HEAD')
    return text === '' ? [] : [`a body with ${answer.status}`];
  const content = response?.content ?? [];
  if (content.length === 0 || (expected.isRefusal && !content.some(({ name }) => isJsonType(sentMediaType(name))))) {
    counts.undescribed += 1;
    return [];
  }
  const media = content.find(({ name }) => mediaEssence(sentMediaType(name)) === mediaEssence(type));
  const asked = expected.media && mediaEssence(sentMediaType(expected.media.name));
  if (!media || (asked !== undefined && asked !== mediaEssence(type))) {
    return [`it is ${type || 'without a type'}, not ${asked ?? content.map(({ name }) => name).join(' or ')}`];
  }
  const missing = (response?.headers ?? []).filter(
    ({ name, required }) => required && !answer.headers.has(name) && !/^(content-|set-cookie)/i.test(name),
  );
  return [...missing.map(({ name }) => `the header ${name} is missing`), ...bodyFaults(api, media, text, counts)];
}

function bodyFaults(
  api: Api,
  media: MediaType,
  text: string,
  counts: { items: number; undescribed: number },
): string[] {
  const type = mediaEssence(media.name);
  const check = (schema: MediaType['schema'], value: string): string[] =>
    schema === undefined
      ? []
      : validateJson(api.schemas, schema, value, { direction: 'response', matches, limit: 1 }).map(
          ({ instancePath, code }) => `${instancePath || '(all)'} ${code}: ${value.slice(0, 300)}`,
        );
  if (isSequential(media)) {
    const items = itemsOf(type, text);
    counts.items += items.length;
    if (media.itemSchema === undefined) return [];
    return items.flatMap((readings) => {
      const faults = readings.map((item) => check(media.itemSchema, item));
      return faults.some((found) => found.length === 0) ? [] : (faults[0] ?? []);
    });
  }
  if (isJsonType(media.name)) return check(media.schema, text);
  switch (kindOfMedia(media, api.schemas)) {
    case 'json':
      return check(media.schema, text);
    case 'text':
      // What an author wrote for `text/*` of an object is told apart from text by nobody.
      return parseJson(text).kind === 'problem'
        ? []
        : check(media.schema, quoteJson(text)).length > 0
          ? check(media.schema, text)
          : [];
    case 'xml':
      return /^\s*</.test(text) ? [] : [`no XML: ${text.slice(0, 100)}`];
    default:
      counts.undescribed += 1;
      return [];
  }
}

/** The items of a stream as what each may stand for: of an event its fields, with data that may be JSON, or its data. */
function itemsOf(type: string, text: string): string[][] {
  if (type !== 'text/event-stream') {
    return text
      .split(type.endsWith('seq') ? '\u001e' : '\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => [line]);
  }
  return text
    .split(/\r\n\r\n|\n\n|\r\r/)
    .map((event) => event.split(/\r\n|\n|\r/).filter((line) => line !== '' && !line.startsWith(':')))
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      const fields = new Map<string, string>();
      for (const line of lines) {
        const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
        const before = fields.get(name);
        fields.set(name, name === 'data' && before !== undefined ? `${before}\n${value}` : value);
      }
      const data = fields.get('data') ?? '';
      const whole = Object.fromEntries(
        [...fields].map(([name, value]) => [name, name === 'retry' ? Number(value) : value]),
      );
      const isJson = parseJson(data).kind !== 'problem';
      return [JSON.stringify(whole), ...(isJson ? [JSON.stringify({ ...whole, data: JSON.parse(data) }), data] : [])];
    });
}

const compiled = new Map<string, RegExp>();

/** These descriptions are known, so their patterns may be run here. */
function matches(pattern: string, text: string): boolean {
  const found = compiled.get(pattern) ?? compile(pattern);
  compiled.set(pattern, found);
  return found.test(text);
}

function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    try {
      return new RegExp(pattern);
    } catch {
      // Written for another language: it says nothing here.
      return /(?:)/;
    }
  }
}

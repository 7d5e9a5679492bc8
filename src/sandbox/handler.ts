import type { Api } from '../model/api.ts';
import { parseJson } from '../model/json-text.ts';
import type { Operation } from '../model/operation.ts';
import type { Resource } from '../model/resource.ts';
import { isJsonType, sentMediaType } from '../request/media-type-name.ts';
import type { Answer, Call, Problem } from './call.ts';
import { chooseAnswer, preferences } from './choose.ts';
import { checkCredentials } from './credentials.ts';
import { errorAnswer } from './error-answer.ts';
import { type Match, matchOperation } from './match.ts';
import { processStore, type Store } from './memory.ts';
import { findResource } from './resource.ts';
import { modelService } from './special/model-service.ts';
import { pacedStream } from './stream.ts';
import { checkRequest } from './validate.ts';

export interface SandboxOptions {
  /** The one credential that is let in. Left out: any that isn't empty. */
  readonly key?: string;
  /** How long streams pause between items: 1 as a model would, 0 not at all. */
  readonly delay?: number;
  /** Another seed gives other ids and numbers; the same gives the same answers. */
  readonly seed?: number;
  /** Milliseconds since 1970. Left out: it stands still, so that the same request has the same answer. */
  readonly now?: () => number;
  /** Where things are kept that were made; as long as the sandbox lives when left out. */
  readonly store?: Store;
  /** What an operation does to a collection; found in the API when left out, which a slice with one operation isn't enough for. */
  readonly resource?: Resource | undefined;
}

/**
 * Takes a request and gives its answer, as `fetch` would; rejects only when the request is aborted.
 *
 * @param bytes - the body, where it isn't the request's own: a `Request` refuses one with GET
 */
export type Sandbox = (request: Request, bytes?: Uint8Array) => Promise<Response>;

/** The header that tells a simulated answer from a real one. */
export const MARK = 'x-curlew-sandbox';

/** The moment that built examples name, too. */
const HALF_PAST_NINE = Date.UTC(2025, 0, 15, 9, 30);
const SLOWEST = 100;

/**
 * Makes a simulated API out of a description. It looks at the path and leaves the host aside, so requests keep
 * the URL of the real service.
 *
 * @param api - whole, or a slice with one operation
 */
export function createSandbox(api: Api, options: SandboxOptions = {}): Sandbox {
  const { key, delay = 1, seed = 1, now = () => HALF_PAST_NINE } = options;
  const settings = { seed, now, ...(key === undefined ? {} : { key }) };
  const { store = processStore() } = options;
  const known = new Map<string, Resource | undefined>();
  const resourceOf = (operation: Operation): Resource | undefined => {
    if ('resource' in options) return options.resource;
    if (!known.has(operation.key)) known.set(operation.key, findResource(api, operation));
    return known.get(operation.key);
  };
  return async (request, given) => {
    const bytes = given ?? new Uint8Array(await request.arrayBuffer());
    request.signal.throwIfAborted();
    const answer = await answerRequest(api, request, bytes, { settings, store, resourceOf });
    request.signal.throwIfAborted();
    const asked = Number(preferences(request.headers.get('Prefer') ?? '').get('delay') ?? delay);
    const pace = asked >= 0 && asked <= SLOWEST ? asked : delay;
    return toResponse(request.method === 'HEAD' ? { ...answer, body: '' } : answer, pace, request.signal);
  };
}

async function answerRequest(
  api: Api,
  request: Request,
  bytes: Uint8Array,
  { settings, store, resourceOf }: Surroundings,
): Promise<Answer> {
  const { method, headers } = request;
  const body = new TextDecoder().decode(bytes);
  const url = new URL(request.url);
  const match = matchRequest(api, method, url, headers);
  if (match.kind === 'method' && method === 'OPTIONS') {
    return { status: 204, headers: [['Allow', [...match.allow, 'OPTIONS'].join(', ')]], body: '' };
  }
  if (match.kind !== 'operation') return errorAnswer(api, api.operations, unmatched(api, match, method, url));

  const { operation, pathValues } = match;
  const json = isJsonType(headers.get('Content-Type') ?? '') ? parseJson(body) : undefined;
  const known = json === undefined || json.kind === 'problem' ? {} : { json };
  const call: Call = { api, operation, pathValues, url, headers, body, bytes, ...known, settings };
  const refuse = (problem: Problem) => errorAnswer(api, [operation], problem);
  const unauthorized = checkCredentials(call);
  if (unauthorized) return refuse(unauthorized);
  const wanted = preferences(headers.get('Prefer') ?? '');
  const isAsked = wanted.has('code') || wanted.has('example');
  const special = isAsked ? undefined : modelService(call);
  const problem = special?.refuse() ?? checkRequest(call);
  if (problem) return refuse(problem);
  if (special) return special.answer();
  const resource = isAsked ? undefined : resourceOf(operation);
  if (!resource) return chooseAnswer(call);
  const { findGone, remember } = await import('./state.ts');
  const gone = findGone(call, resource, store);
  return gone ? refuse(gone) : remember(call, resource, store, await chooseAnswer(call));
}

interface Surroundings {
  readonly settings: Call['settings'];
  readonly store: Store;
  readonly resourceOf: (operation: Operation) => Resource | undefined;
}

/** HEAD asks for what GET would answer, and gets its head. @see RFC 9110, section 9.3.2 */
function matchRequest(api: Api, method: string, url: URL, headers: Headers): Match {
  const match = matchOperation(api, method, url, headers);
  return match.kind !== 'operation' && method === 'HEAD' ? matchOperation(api, 'GET', url, headers) : match;
}

function unmatched(api: Api, match: Match, method: string, url: URL): Problem {
  const { pathname: path } = url;
  if (match.kind !== 'method') {
    const shorter = new URL(url);
    shorter.pathname = path.replace(/\/+$/, '');
    const isNear = path.endsWith('/') && matchOperation(api, method, shorter).kind !== 'none';
    const hint = isNear ? ` There is one at ${shorter.pathname}, without the slash at its end.` : '';
    return { status: 404, message: `There is no operation at ${path}.${hint}` };
  }
  const allow = match.allow.join(', ');
  return { status: 405, message: `${path} takes ${allow}, not ${method}.`, headers: [['Allow', allow]] };
}

function toResponse(answer: Answer, delay: number, signal: AbortSignal): Response {
  const { status, body, mediaType } = answer;
  const headers = new Headers();
  const type = mediaType === undefined ? [] : [['Content-Type', sentMediaType(mediaType)] as const];
  // A described header comes last and wins: its example and the example of the body belong together.
  for (const [name, value] of [...type, ...answer.headers]) if (isSendable(name, value)) headers.set(name, value);
  headers.set(MARK, 'simulated');
  if (typeof body === 'string' || body instanceof Uint8Array) {
    return new Response(body.length === 0 ? null : body, { status, headers });
  }
  return new Response(pacedStream(body, delay, signal), { status, headers });
}

/** @see RFC 9110, sections 5.1 and 5.5 */
function isSendable(name: string, value: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

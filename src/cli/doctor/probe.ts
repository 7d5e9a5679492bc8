import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import { browserProblems } from '../../request/browser-limits.ts';
import { buildRequest } from '../../request/build.ts';
import { fillExamples } from '../../request/defaults.ts';
import { givenExamples, givenValues, type RequestExample } from '../../request/given.ts';
import type { HttpRequest } from '../../request/http-request.ts';
import { resolveServer } from '../../request/server.ts';
import type { RequestValues } from '../../request/values.ts';
import { unsafeNames } from './safelist.ts';

/** One kind of request that the console sends, asked for once. */
export interface Probe {
  /** The API's title. */
  readonly api: string;
  /** An origin, or `https://api.example.com/v1`: the server as the requests have it. */
  readonly server: string;
  readonly method: string;
  /** Of the first operation that sends such a request. */
  readonly url: string;
  readonly operation: string;
  /** How many operations send such requests to this server. */
  readonly operations: number;
  /** What a preflight asks for: lower case, sorted, each once. Empty where the browser sends no preflight for headers. */
  readonly headers: readonly string[];
  /** Those of `headers` that only some requests have. */
  readonly optional: readonly string[];
  /** Headers of the operation's answers that a page sees only where they are exposed. */
  readonly exposed: readonly string[];
}

/** A request that no page can send, whatever the server allows. */
export interface Unsendable {
  readonly api: string;
  readonly server: string;
  readonly operation: string;
  readonly code: string;
  readonly found: string;
}

/** Answers show these without being told to (Fetch, "CORS-safelisted response-header name"). */
const ALWAYS_SEEN = new Set(
  'cache-control content-language content-length content-type expires last-modified pragma'.split(' '),
);

/**
 * The requests that the console of a site would send, by what a server is asked before them: each combination of
 * server, method and headers once.
 *
 * @param origin - the site's
 * @param each - every operation for itself
 */
export function planProbes(
  apis: readonly Api[],
  origin: string,
  each: boolean,
): { readonly probes: readonly Probe[]; readonly unsendable: readonly Unsendable[] } {
  const probes = new Map<string, Probe>();
  const unsendable = new Map<string, Unsendable>();
  for (const api of apis) {
    for (const operation of api.operations) {
      for (const { request, server, problem } of requestsOf(api, operation, origin)) {
        const name = `${operation.method} ${operation.path}`;
        const place = { api: api.title, server, operation: name };
        if (problem) {
          unsendable.set(`${api.id} ${server} ${problem.code} ${problem.found}`, { ...place, ...problem });
          continue;
        }
        const { headers, optional } = headersOf(operation, request);
        const key = JSON.stringify([api.id, server, request.method, headers, each ? name : '']);
        const known = probes.get(key);
        const exposed = [...new Set([...(known?.exposed ?? []), ...exposedBy(operation)])].sort();
        probes.set(
          key,
          known
            ? { ...known, exposed, operations: known.operation === name ? known.operations : known.operations + 1 }
            : { ...place, method: request.method, url: request.url, operations: 1, headers, optional, exposed },
        );
      }
    }
  }
  return { probes: [...probes.values()], unsendable: [...unsendable.values()] };
}

interface Planned {
  readonly request: HttpRequest;
  readonly server: string;
  readonly problem?: { readonly code: string; readonly found: string };
}

/** One request for each server, each way to authorize and each media type of the body. */
function* requestsOf(api: Api, operation: Operation, origin: string): Iterable<Planned> {
  const filled = fillExamples(api, operation);
  const bodies = firstOfEachType(givenExamples(api, filled));
  const alternatives = operation.security.length > 0 ? operation.security.map((_, at) => at) : [-1];
  for (const [index, server] of operation.servers.entries()) {
    const root = resolveServer(server, [], origin).url;
    for (const security of alternatives) {
      for (const body of bodies.length > 0 ? bodies : [undefined]) {
        const values: RequestValues = { ...givenValues(api, filled, body?.name), server: index, security };
        const { request, problems } = buildRequest(api, filled, values, { base: origin });
        const stopped =
          problems.find(({ field }) => field.kind === 'server' || field.kind === 'server-variable') ??
          browserProblems(request, origin)[0];
        yield {
          request,
          server: root,
          ...(stopped ? { problem: { code: stopped.code, found: stopped.found ?? server.url } } : {}),
        };
      }
    }
  }
}

function firstOfEachType(examples: readonly RequestExample[]): readonly RequestExample[] {
  const types = new Map<string, RequestExample>();
  for (const example of examples) if (!types.has(example.mediaType)) types.set(example.mediaType, example);
  return [...types.values()];
}

function headersOf(operation: Operation, request: HttpRequest): Pick<Probe, 'headers' | 'optional'> {
  const sent = unsafeNames(request.headers.map((one) => ('value' in one ? one : { name: one.name, value: undefined })));
  const described = operation.parameters.flatMap(({ in: place, name }) =>
    place === 'header' ? { name, value: undefined } : [],
  );
  const headers = [...new Set([...sent, ...unsafeNames(described)])].sort();
  const required = new Set(
    operation.parameters.flatMap(({ in: place, name, required }) =>
      place === 'header' && required ? name.toLowerCase() : [],
    ),
  );
  const given = new Set(described.map(({ name }) => name.toLowerCase()));
  return { headers, optional: headers.filter((name) => given.has(name) && !required.has(name)) };
}

function exposedBy({ responses }: Operation): string[] {
  const names = responses.flatMap(({ headers }) => headers.map(({ name }) => name.toLowerCase()));
  return names.filter((name) => !ALWAYS_SEEN.has(name) && /^[\w-]+$/.test(name) && !/^set-cookie2?$/.test(name));
}

import type { Api } from '../../model/api.ts';
import { isLoopback } from '../../request/browser-limits.ts';
import { ask } from './ask.ts';
import type { Fault } from './fault.ts';
import { judgeAnswer, judgePreflight, needsPreflight } from './judge.ts';
import { type Mend, mends } from './mends.ts';
import { type Probe, planProbes, type Unsendable } from './probe.ts';

/** What was found of one kind of request. */
export interface Examined extends Pick<Probe, 'api' | 'server' | 'method' | 'headers' | 'operation' | 'operations'> {
  /** What was asked: a preflight, the request itself without a key, or nothing. */
  readonly asked: readonly ('preflight' | 'request')[];
  readonly faults: readonly Fault[];
}

export interface Report {
  readonly origin: string;
  /** Not one call from the console fails for what the servers allow. */
  readonly ok: boolean;
  readonly examined: readonly Examined[];
  /** By server, where something is to be mended there. */
  readonly mends: readonly { readonly server: string; readonly gateways: readonly Mend[] }[];
}

export interface ExamineOptions {
  /** The site's. */
  readonly origin: string;
  /** The origins that the site's policy lets the console send to. */
  readonly connect: readonly string[];
  /** Asks for every operation, not for each combination of server, method and headers. */
  readonly each: boolean;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** So many questions at a time: a server is asked, not loaded. */
const AT_ONCE = 4;

/** Asks every server of the descriptions what it allows the site's pages, and tells what stands in their way. */
export async function examine(apis: readonly Api[], options: ExamineOptions): Promise<Report> {
  const { origin, onProgress } = options;
  const { probes, unsendable } = planProbes(apis, origin, options.each);
  const examined: Examined[] = new Array(probes.length);
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < probes.length && !options.signal.aborted; at = next++) {
      const probe = probes[at];
      if (probe) examined[at] = await examineOne(probe, options);
      onProgress?.(++done, probes.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const all = [...examined.filter(Boolean), ...unsendable.map(toldUnsendable)];
  return {
    origin,
    ok: all.every(({ faults }) => faults.every(({ severity }) => severity === 'warning')),
    examined: all,
    mends: mendsOf(probes, examined, origin),
  };
}

async function examineOne(probe: Probe, { origin, connect, signal }: ExamineOptions): Promise<Examined> {
  const { api, server, method, url, headers, operation, operations } = probe;
  const place = { api, server, method, headers, operation, operations };
  const told = (asked: Examined['asked'], faults: readonly Fault[]): Examined => ({ ...place, asked, faults });
  const target = new URL(url);
  // The site itself needs no leave.
  if (target.origin === origin) return told([], []);
  const policy = policyFaults(target.origin, connect);
  const asked: ('preflight' | 'request')[] = [];
  const faults: Fault[] = [...policy];
  if (needsPreflight(probe)) {
    asked.push('preflight');
    const question = {
      ...pageHeaders(origin),
      'Access-Control-Request-Method': method,
      ...(headers.length > 0 ? { 'Access-Control-Request-Headers': headers.join(',') } : {}),
    };
    faults.push(...judgePreflight(probe, await ask(url, 'OPTIONS', question, signal), origin));
  }
  // Reading changes nothing on a server; of other methods only what a preflight tells can be known.
  if (/^get$/i.test(method) && faults.length === policy.length) {
    asked.push('request');
    faults.push(...judgeAnswer(probe, await ask(url, 'GET', pageHeaders(origin), signal), origin));
  }
  return told(asked, faults);
}

/** What a browser says of the page that asks (Fetch; Fetch Metadata). */
function pageHeaders(origin: string): Record<string, string> {
  return {
    Accept: '*/*',
    Origin: origin,
    'Sec-Fetch-Mode': 'cors',
    'Sec-Fetch-Site': 'cross-site',
    'Sec-Fetch-Dest': 'empty',
    'User-Agent': 'Mozilla/5.0 (compatible; curlew doctor)',
  };
}

function policyFaults(target: string, connect: readonly string[]): Fault[] {
  if (connect.includes(target)) return [];
  const isLocal = isLoopback(new URL(target).hostname) || target.startsWith('http:');
  const why = isLocal ? 'Only https origins are let through by themselves.' : '';
  return [
    {
      code: 'policy',
      severity: 'error',
      message: `The site's own policy lets nothing be sent to ${target}. ${why}`.trim(),
      fix: `Add it to the option "connect" in astro.config.mjs: connect: ['${target}']`,
    },
  ];
}

const UNSENDABLE: ReadonlyMap<string, string> = new Map([
  ['insecure-server', 'A page under https can’t send to a server under http.'],
  ['header-forbidden', 'Script may not set this header; the code samples can.'],
  ['method-forbidden', 'Script may not use this method; the code samples can.'],
  ['body-on-get', 'Script can’t send a body with this method; the code samples can.'],
  ['server-variable', 'The server’s address has a variable without a value that can be used.'],
  ['server-invalid', 'The server’s address is none that a request can go to.'],
  ['server-user-info', 'The server’s address holds a user or a password.'],
]);

function toldUnsendable({ api, server, operation, code, found }: Unsendable): Examined {
  const isInsecure = code === 'insecure-server';
  const fault: Fault = {
    code: isInsecure ? 'mixed-content' : 'unsendable',
    severity: /^(?:header|method|body)-/.test(code) ? 'warning' : 'error',
    message: `${UNSENDABLE.get(code) ?? 'No page can send this request.'} Found ${found}.`,
    fix: isInsecure
      ? 'Write the server with https:// in the description.'
      : 'Correct the description, or leave it: the page tells its readers.',
  };
  const [method = ''] = operation.split(' ');
  return { api, server, method, headers: [], operation, operations: 1, asked: [], faults: [fault] };
}

/** What a gateway can answer, other than a connection, a redirect or our own policy. */
const MENDABLE = /^(?:preflight-status|origin-|method-|header-|answer-|expose-|vary-)/;

function mendsOf(probes: readonly Probe[], examined: readonly Examined[], origin: string): Report['mends'] {
  const servers = [...new Set(probes.map(({ server }) => server))];
  return servers.flatMap((server) => {
    const isBroken = examined.some(
      (one) => one?.server === server && one.faults.some(({ code }) => MENDABLE.test(code)),
    );
    if (!isBroken) return [];
    const own = probes.filter((probe) => probe.server === server);
    const union = (of: (probe: Probe) => readonly string[]): string[] => [...new Set(own.flatMap(of))].sort();
    const needed = { headers: union((one) => one.headers), exposed: union((one) => one.exposed) };
    return [{ server, gateways: mends({ origin, methods: union((one) => [one.method]), ...needed }) }];
  });
}

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { HttpRequest } from '../../src/request/http-request.ts';
import { type Target, targets } from '../../src/samples/targets.ts';
import type { RecordedRequest, Recorder } from '../recorder.ts';
import { makeRunFolder, missingPython, type Runner, runSamples } from './run.ts';
import { PLANTED } from './torture.ts';

/** What runs the samples of which target. */
export const RUNNERS: readonly { readonly runner: Runner; readonly target: Target['id'] }[] = [
  { runner: 'sh', target: 'shell' },
  { runner: 'bash', target: 'shell' },
  { runner: 'python', target: 'python' },
  { runner: 'node', target: 'javascript' },
];

/** Nothing but newlines may be unseen in a sample: the eye and the terminal take it for something else. */
const UNSEEN = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** Headers that no client may add on its own, beside those of the request. */
const NEVER_ADDED = ['content-type', 'authorization', 'cookie'];

const counts = new Map<Runner, number>();

/** A line that tells how many samples ran in this test file, and by what. */
export function samplesRun(): string {
  return `Samples run: ${[...counts].map(([runner, count]) => `${count} by ${runner}`).join(', ')}.`;
}

export function printerOf(id: Target['id']): Target['print'] {
  const found = targets.find((target) => target.id === id);
  if (!found) throw new Error(`no target ${id}`);
  return found.print;
}

/** A sample and the request that it must send. */
export interface Sending {
  readonly sample: string;
  /** To an address of its own on the recorder: its path starts with `/case-NUMBER/`. */
  readonly request: HttpRequest;
}

/** Requests with the samples that our printer makes of them. */
export function printed(target: Target['id'], requests: readonly HttpRequest[]): Sending[] {
  const print = printerOf(target);
  return requests.map((request) => ({ sample: print(request), request }));
}

/**
 * Runs samples and expects each request to arrive once and as it is: method, target and the headers we set to
 * the letter, the body to the byte.
 *
 * @param variables - the credentials, by their environment variables
 */
export async function expectSent(
  recorder: Recorder,
  runner: Runner,
  sendings: readonly Sending[],
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  if (runner === 'python') expect(await missingPython()).toBeUndefined();
  recorder.requests.length = 0;
  const folder = makeRunFolder();
  const samples = sendings.map(({ sample }) => sample);
  const ran = await runSamples(runner, samples, folder, variables);
  expect(existsSync(join(folder, PLANTED)), 'a planted command ran').toBe(false);
  rmSync(folder, { recursive: true });
  // curl shows its progress there.
  const stderr = runner === 'sh' || runner === 'bash' ? '' : ran.stderr;
  expect({ status: ran.status, stderr }, ran.stderr).toEqual({ status: 0, stderr: '' });
  counts.set(runner, (counts.get(runner) ?? 0) + sendings.length);
  for (const { sample, request } of sendings) {
    expect(sample).not.toMatch(UNSEEN);
    const start = /^\/case-\d+\//.exec(new URL(request.url).pathname)?.[0] ?? '';
    const records = recorder.requests.filter((candidate) => candidate.target.startsWith(start));
    expect(records, sample).toHaveLength(1);
    expect(arrived(records[0], request), sample.slice(0, 2_000)).toEqual(sent(request, variables));
  }
}

function sent(request: HttpRequest, variables: Readonly<Record<string, string>>): object {
  const url = new URL(request.url);
  const secret = (variable: string): string => variables[variable] ?? '';
  const query = (request.queryCredentials ?? []).map(
    ({ name, credential }) => `${encodeURIComponent(name)}=${secret(credential.variable)}`,
  );
  const headers = request.headers.map((header) => {
    if ('value' in header) return [header.name.toLowerCase(), header.value];
    const value = secret(header.credential.variable);
    const written = header.credential.form === 'basic' ? Buffer.from(value).toString('base64') : value;
    return [header.name.toLowerCase(), header.prefix + written];
  });
  const search = [url.search.slice(1), ...query].filter((part) => part !== '').join('&');
  return {
    method: request.method,
    target: url.pathname + (search ? `?${search}` : ''),
    headers: headers.sort(),
    body: Buffer.from(request.body?.text ?? '', 'utf8').toString('base64'),
  };
}

function arrived(record: RecordedRequest | undefined, request: HttpRequest): object | undefined {
  if (!record) return undefined;
  const compared = new Set([...NEVER_ADDED, ...request.headers.map((header) => header.name.toLowerCase())]);
  const headers = record.headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method: record.method,
    target: record.target,
    headers: headers.filter(([name]) => compared.has(name)).sort(),
    body: record.body.toString('base64'),
  };
}

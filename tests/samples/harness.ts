import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { FileReference, HttpBody, HttpRequest } from '../../src/request/http-request.ts';
import { bodyPieces } from '../../src/request/multipart.ts';
import { type Print, targets } from '../../src/samples/targets.ts';
import type { RecordedRequest, Recorder } from '../recorder.ts';
import { readParts } from './multipart.ts';
import { BASH, makeRunFolder, missingPython, NODE, PYTHON, type Runner, runSamples, SH } from './run.ts';
import { PLANTED } from './torture.ts';

/** A library of a language, and what runs its samples. */
export interface Proof {
  readonly language: string;
  readonly library: string;
  readonly runner: Runner;
}

/** What `npm test` runs; the other languages are run by `npm run test:languages`. */
export const PROOFS: readonly Proof[] = [
  { language: 'shell', library: 'curl', runner: SH },
  { language: 'shell', library: 'curl', runner: BASH },
  { language: 'python', library: 'requests', runner: PYTHON },
  { language: 'javascript', library: 'fetch', runner: NODE },
];

/** Nothing but newlines may be unseen in a sample: the eye and the terminal take it for something else. */
const UNSEEN = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** Headers that no client may add on its own, beside those of the request. */
const NEVER_ADDED = ['content-type', 'authorization', 'cookie'];

const counts = new Map<string, number>();

/** A line that tells how many samples ran in this test file, and by what. */
export function samplesRun(): string {
  const all = [...counts].map(([name, count]) => `${count} ${name}`);
  return `Samples run: ${all.join(', ')}.`;
}

export async function printerOf(language: string, library: string): Promise<Print> {
  const found = targets.find((target) => target.language === language && target.library === library);
  if (!found) throw new Error(`no target ${language} ${library}`);
  return (await found.load()).print;
}

/** A sample and the request that it must send. */
export interface Sending {
  readonly sample: string;
  /** To an address of its own on the recorder: its path starts with `/case-NUMBER/`. */
  readonly request: HttpRequest;
}

const anyOperation = {
  key: 'test',
  method: 'POST',
  path: '/',
  deprecated: false,
  tags: [],
  servers: [],
  security: [],
  parameters: [],
  responses: [],
} as const;

/** Requests with the samples that our printer makes of them. */
export async function printed({ language, library }: Proof, requests: readonly HttpRequest[]): Promise<Sending[]> {
  const print = await printerOf(language, library);
  return requests.map((request) => ({ sample: print(request, anyOperation) ?? '', request }));
}

/** The bytes of a file that a sample opens: the same for the same name. */
export function fileBytes(name: string): Buffer {
  return Buffer.concat([Buffer.from(`the file ${name}\r\n\0`), Buffer.from([0xff, 0x00, 0x80, 0x0a])]);
}

function filesOf(body: HttpBody | undefined): FileReference[] {
  return body ? bodyPieces(body).filter((piece) => typeof piece !== 'string') : [];
}

/**
 * Runs samples and expects each request to arrive once and as it is: method, target and the headers we set to
 * the letter, the body to the byte, multipart part by part.
 *
 * @param variables - the credentials, by their environment variables
 */
export async function expectSent(
  recorder: Recorder,
  { runner, library }: Pick<Proof, 'runner' | 'library'>,
  sendings: readonly Sending[],
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  if (runner === PYTHON) expect(missingPython()).toBeUndefined();
  recorder.requests.length = 0;
  const folder = makeRunFolder();
  for (const { name } of sendings.flatMap(({ request }) => filesOf(request.body))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), fileBytes(name));
  }
  const samples = sendings.map(({ sample }) => sample);
  const ran = await runSamples(runner, samples, folder, variables);
  expect(existsSync(join(folder, PLANTED)), 'a planted command ran').toBe(false);
  rmSync(folder, { recursive: true });
  const stderr = runner.isQuiet ? ran.stderr : '';
  expect({ status: ran.status, stderr }, ran.stderr.slice(-4_000)).toEqual({ status: 0, stderr: '' });
  const name = `${library} by ${runner.name}`;
  counts.set(name, (counts.get(name) ?? 0) + sendings.length);
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
    if ('value' in header) return [header.name.toLowerCase(), header.value] as const;
    const value = secret(header.credential.variable);
    const written = header.credential.form === 'basic' ? Buffer.from(value).toString('base64') : value;
    return [header.name.toLowerCase(), header.prefix + written] as const;
  });
  const search = [url.search.slice(1), ...query].filter((part) => part !== '').join('&');
  return {
    method: request.method,
    target: url.pathname + (search ? `?${search}` : ''),
    ...comparable(headers, request, bytesOf(request.body)),
  };
}

function bytesOf(body: HttpBody | undefined): Buffer {
  const pieces = body ? bodyPieces(body) : [];
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : fileBytes(piece.name))));
}

/** Every client has a boundary of its own: what counts is what the parts are. */
function comparable(headers: readonly (readonly [string, string])[], request: HttpRequest, body: Buffer): object {
  if (request.body?.kind !== 'multipart') return { headers: [...headers].sort(), body: body.toString('base64') };
  const contentType = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const others = headers.filter(([name]) => name !== 'content-type');
  const essence = contentType.split(';')[0];
  return { headers: others.sort(), contentType: essence, parts: readParts(contentType, body) };
}

function arrived(record: RecordedRequest | undefined, request: HttpRequest): object | undefined {
  if (!record) return undefined;
  const compared = new Set([...NEVER_ADDED, ...request.headers.map((header) => header.name.toLowerCase())]);
  const headers = record.headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method: record.method,
    target: record.target,
    ...comparable(
      headers.filter(([name]) => compared.has(name)),
      request,
      record.body,
    ),
  };
}

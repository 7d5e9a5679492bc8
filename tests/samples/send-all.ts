import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headerText } from '../../src/request/header-secrets.ts';
import type { FileReference, HttpBody, HttpRequest } from '../../src/request/http-request.ts';
import { bodyPieces } from '../../src/request/multipart.ts';
import type { RecordedRequest, Recorder } from '../recorder.ts';
import { readParts } from './multipart.ts';
import { makeRunFolder, type Ran, type Runner, runSamples } from './run.ts';
import { PLANTED } from './torture.ts';

/** Headers that no client may add on its own, beside those of the request. */
const NEVER_ADDED = ['content-type', 'authorization', 'cookie'];

/** A sample and the request that it must send. */
export interface Sending {
  readonly sample: string;
  /** To an address of its own on the recorder: its path starts with `/case-NUMBER/`. */
  readonly request: HttpRequest;
}

/** What became of one sample. */
export interface Sent {
  readonly sample: string;
  /** How often it arrived. */
  readonly count: number;
  readonly wanted: object;
  readonly found: object | undefined;
}

/** The bytes of a file that a sample opens: the same for the same name. */
export function fileBytes(name: string): Buffer {
  return Buffer.concat([Buffer.from(`the file ${name}\r\n\0`), Buffer.from([0xff, 0x00, 0x80, 0x0a])]);
}

function filesOf(body: HttpBody | undefined): FileReference[] {
  return body ? bodyPieces(body).filter((piece) => typeof piece !== 'string') : [];
}

/**
 * Runs samples and tells what arrived beside what should have: method, target and the headers we set to the
 * letter, the body to the byte, multipart part by part.
 *
 * @param variables - the credentials, by their environment variables
 */
export async function sendAll(
  recorder: Recorder,
  runner: Runner,
  sendings: readonly Sending[],
  variables: Readonly<Record<string, string>>,
): Promise<{ ran: Ran; hasPlanted: boolean; sent: Sent[] }> {
  recorder.requests.length = 0;
  const folder = makeRunFolder();
  for (const { name } of sendings.flatMap(({ request }) => filesOf(request.body))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), fileBytes(name));
  }
  const samples = sendings.map(({ sample }) => sample);
  const ran = await runSamples(runner, samples, folder, variables);
  const hasPlanted = existsSync(join(folder, PLANTED));
  rmSync(folder, { recursive: true });
  const sent = sendings.map(({ sample, request }): Sent => {
    const start = /^\/case-\d+\//.exec(new URL(request.url).pathname)?.[0] ?? '';
    const records = recorder.requests.filter((candidate) => candidate.target.startsWith(start));
    return { sample, count: records.length, ...compareSent(records[0], request, variables) };
  });
  return { ran, hasPlanted, sent };
}

/** What came in beside what should have, in a form that can be compared. */
export function compareSent(
  record: RecordedRequest | undefined,
  request: HttpRequest,
  variables: Readonly<Record<string, string>>,
): Pick<Sent, 'wanted' | 'found'> {
  return { wanted: wanted(request, variables), found: arrived(record, request) };
}

function wanted(request: HttpRequest, variables: Readonly<Record<string, string>>): object {
  const url = new URL(request.url);
  const secret = (variable: string): string => variables[variable] ?? '';
  const query = (request.queryCredentials ?? []).map(
    ({ name, credential }) => `${encodeURIComponent(name)}=${secret(credential.variable)}`,
  );
  const headers = request.headers.map((header) => {
    const value = headerText(header, ({ form, variable }) =>
      form === 'basic' ? Buffer.from(secret(variable)).toString('base64') : secret(variable),
    );
    return [header.name.toLowerCase(), value] as const;
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

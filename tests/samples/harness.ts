import { expect } from 'vitest';
import type { HttpRequest } from '../../src/request/http-request.ts';
import { type Print, targets } from '../../src/samples/targets.ts';
import type { Recorder } from '../recorder.ts';
import { BASH, missingPython, NODE, PYTHON, type Runner, SH } from './run.ts';
import { type Sending, sendAll } from './send-all.ts';

/** A library of a language, and what runs its samples. */
export interface Proof {
  readonly language: string;
  readonly library: string;
  readonly runner: Runner;
}

/** Where quotes could mean something else than to `sh`; what neither looks at is sent by one of them. */
export const IN_BASH: Proof = { language: 'shell', library: 'curl', runner: BASH };

/** What `npm test` runs; the other languages are run by `npm run test:languages`. */
export const PROOFS: readonly Proof[] = [
  { language: 'shell', library: 'curl', runner: SH },
  { language: 'python', library: 'requests', runner: PYTHON },
  { language: 'python', library: 'httpx', runner: PYTHON },
  { language: 'python', library: 'urllib', runner: PYTHON },
  { language: 'javascript', library: 'fetch', runner: NODE },
  { language: 'javascript', library: 'node:http', runner: NODE },
];

/** Nothing but newlines, and tabs that begin a line, may be unseen in a sample: the eye takes it for something else. */
const UNSEEN = /(?![\n\u200c\u200d])(?!(?<=^\t*)\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/mu;
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
export async function printed(
  { language, library }: Pick<Proof, 'language' | 'library'>,
  requests: readonly HttpRequest[],
): Promise<Sending[]> {
  const print = await printerOf(language, library);
  // What a library can't say is said by another of its language.
  return requests.flatMap((request) => {
    const sample = print(request, anyOperation);
    return sample === undefined ? [] : [{ sample, request }];
  });
}

/**
 * Runs samples and expects each request to arrive once and as it is.
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
  const { ran, hasPlanted, sent } = await sendAll(recorder, runner, sendings, variables);
  expect(hasPlanted, 'a planted command ran').toBe(false);
  const stderr = runner.isQuiet ? ran.stderr : '';
  expect({ status: ran.status, stderr }, ran.stderr.slice(-4_000)).toEqual({ status: 0, stderr: '' });
  const name = `${library} by ${runner.name}`;
  counts.set(name, (counts.get(name) ?? 0) + sendings.length);
  for (const { sample, count, wanted, found } of sent) {
    expect(sample).not.toMatch(UNSEEN);
    expect(count, sample).toBe(1);
    expect(found, sample.slice(0, 2_000)).toEqual(wanted);
  }
}

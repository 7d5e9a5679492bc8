import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordedRequest, type Recorder, startRecorder } from '../recorder.ts';
import { runMain } from '../run-main.ts';
import { IN_BASH, PROOFS } from './harness.ts';
import { makeRunFolder, missingPython, PYTHON, runSamples } from './run.ts';
import { PLANTED } from './torture.ts';

const GALLERY = resolve(import.meta.dirname, '../fixtures/sample/gallery.yaml');

/** Looks like a command itself, and ends every kind of quotes. */
const KEY = `k"'$(touch ${PLANTED})\`touch ${PLANTED}\`\\"""\${HOME}%s`;

let recorder: Recorder;
beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(() => recorder.close());

interface Case {
  readonly operation: string;
  readonly options: readonly string[];
  /** What arrives: the target without the case's own folder. */
  readonly want: {
    readonly target: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
}

const WORK = '/rooms/blue/works/7';
const param = (...given: string[]): string[] => given.flatMap((one) => ['--param', one]);

const CASES: readonly Case[] = [
  { operation: 'getWork', options: ['--key', 'k'], want: { target: WORK, headers: { 'x-key': 'k' } } },
  {
    operation: 'getWork',
    options: param('room=Blue Room/1', 'path:number=12', `title=a&b='"$(id)\`id\` 你好`, 'year=1888', 'onLoan=true'),
    want: {
      target:
        '/rooms/Blue%20Room%2F1/works/12?title=a%26b%3D%27%22%24%28id%29%60id%60%20%E4%BD%A0%E5%A5%BD&year=1888&onLoan=true',
    },
  },
  {
    operation: 'getWork',
    options: param('artists=["Ada","Bo & Co"]', 'tags=["x","y z"]', 'size={"width":10,"height":20.50}', 'price=1.10'),
    want: {
      target: `${WORK}?artists=Ada&artists=Bo%20%26%20Co&tags=x%7Cy%20z&size%5Bwidth%5D=10&size%5Bheight%5D=20.50&price=1.10`,
    },
  },
  {
    operation: 'getWork',
    options: param(`X-Tour=it's "$HOME" é`, 'X-Floors=[1,2]', 'X-Light={"from":"north","lux":50}', 'visitor=me'),
    want: {
      target: WORK,
      headers: {
        'x-tour': `it's "$HOME" é`,
        'x-floors': '1,2',
        'x-light': 'from,north,lux,50',
        cookie: 'visitor=me',
      },
    },
  },
  {
    operation: 'askGuide',
    options: ['--body', '{ "question":"它’s $(id)", "exact":1.10,"n":12345678901234567890 }'],
    want: {
      target: '/tours',
      headers: { 'content-type': 'application/json' },
      body: '{ "question":"它’s $(id)", "exact":1.10,"n":12345678901234567890 }',
    },
  },
  {
    operation: 'askGuide',
    options: ['--stream', '--example', 'polite'],
    want: {
      target: '/tours',
      headers: { accept: 'text/event-stream' },
      body: '{\n  "question": "Please, who painted this?",\n  "exact": 1.10,\n  "stream": true\n}',
    },
  },
  {
    operation: 'writeLabel',
    options: ['--body', `'"""\`$(id)\`\\`],
    want: { target: '/labels', headers: { 'content-type': 'text/plain' }, body: `'"""\`$(id)\`\\` },
  },
  { operation: 'getWork', options: ['--key', KEY], want: { target: WORK, headers: { 'x-key': KEY } } },
  {
    operation: 'bearer',
    options: ['--key', KEY],
    want: { target: '/bearer', headers: { authorization: `Bearer ${KEY}` } },
  },
  {
    operation: 'basic',
    options: ['--key', `u:${KEY}密`],
    want: {
      target: '/basic',
      headers: { authorization: `Basic ${Buffer.from(`u:${KEY}密`).toString('base64')}` },
    },
  },
  {
    operation: 'query',
    options: ['--key', `${KEY}密`],
    want: { target: `/query?the%20key=${encodeURIComponent(`${KEY}密`).replace(/['()]/g, hex)}` },
  },
  { operation: 'cookie', options: ['--key', KEY], want: { target: '/cookie', headers: { cookie: `session=${KEY}` } } },
];

function hex(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

describe.each([...PROOFS, IN_BASH])(
  'what "curlew sample" prints for $library, run by $runner.name',
  ({ runner, language, library }) => {
    it('sends each request as it was asked for', async () => {
      if (runner === PYTHON) expect(missingPython()).toBeUndefined();
      recorder.requests.length = 0;
      const printed = await Promise.all(
        CASES.map(({ operation, options }, index) =>
          runMain(
            [
              'sample',
              GALLERY,
              operation,
              '--lang',
              language,
              '--client',
              library,
              '--server',
              `${recorder.url}/case-${index}`,
              ...options,
            ],
            import.meta.dirname,
          ),
        ),
      );
      expect(printed.map(({ err }) => err).join('')).toBe('');
      const folder = makeRunFolder();
      // Only the key that is given may be sent: a placeholder finds nothing in this environment.
      const variables = { GALLERY_API_KEY: 'unset' };
      const ran = await runSamples(
        runner,
        printed.map(({ out }) => out),
        folder,
        variables,
      );
      expect(existsSync(join(folder, PLANTED)), 'a planted command ran').toBe(false);
      rmSync(folder, { recursive: true });
      expect(ran.status, ran.stderr).toBe(0);
      const arrived = CASES.map((_, index) => {
        const start = `/case-${index}/`;
        const found = recorder.requests.filter(({ target: path }) => path.startsWith(start));
        expect(found, printed[index]?.out).toHaveLength(1);
        return found[0];
      });
      expect(arrived.map((record, index) => facts(record, CASES[index]))).toEqual(CASES.map(({ want }) => want));
    });
  },
);

/** What a case is about of what arrived. */
function facts(record: RecordedRequest | undefined, given: Case | undefined): object | undefined {
  if (!record || !given) return undefined;
  const value = (name: string): string | undefined =>
    record.headers.find(([other]) => other.toLowerCase() === name)?.[1];
  const names = given.want.headers && Object.keys(given.want.headers);
  return {
    target: record.target.replace(/^\/case-\d+/, ''),
    ...(names ? { headers: Object.fromEntries(names.map((name) => [name, value(name)])) } : {}),
    ...(given.want.body === undefined ? {} : { body: record.body.toString('utf8') }),
  };
}

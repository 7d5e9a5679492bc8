import { rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyRequests, handPickedRequests, randomRequests, streamRequest, VARIABLES } from '../samples/cases.ts';
import { expectSent, samplesRun } from '../samples/harness.ts';
import { makeRunFolder, runSamples } from '../samples/run.ts';
import { type Recorder, startRecorder } from '../recorder.ts';
import * as go from './go.ts';
import * as java from './java.ts';
import * as kotlin from './kotlin.ts';
import * as goPrint from '../../src/samples/go-net-http.ts';
import * as javaPrint from '../../src/samples/java-http-client.ts';
import * as kotlinPrint from '../../src/samples/kotlin-http-client.ts';

const printers: Record<string, { print: (r: any) => string }> = { go: goPrint, java: javaPrint, kotlin: kotlinPrint };
let recorder: Recorder;
beforeAll(async () => { recorder = await startRecorder(); });
afterAll(async () => { await recorder.close(); console.info(samplesRun()); });
const only = process.env.ONLY?.split(',') ?? ['go', 'java', 'kotlin'];
let skipped = 0;

describe.each([...go.proofs, ...java.proofs, ...kotlin.proofs].filter((p) => only.includes(p.language)).map((proof) => ({ ...proof, name: proof.language })))('$name', (proof) => {
  const { print } = printers[proof.language]!;
  const skip = (r: any) => proof.language !== 'go' && r.headers.some((h: any) => /[^\x00-\x7f]/.test(h.value ?? ''));
  const sendings = (requests: readonly any[]) => requests.filter((r) => !(skip(r) && ++skipped)).map((request) => ({ sample: print(request), request }));
  it.each([['hand', handPickedRequests], ['body', bodyRequests], ['random', (u: string) => randomRequests(u, 120)]] as const)('%s', async (_, make) => {
    const all = sendings(make(recorder.url));
    mkdirSync(`/tmp/jvm-samples/${proof.language}/${_}`, { recursive: true });
    all.forEach(({ sample }, i) => writeFileSync(`/tmp/jvm-samples/${proof.language}/${_}/${i}.${proof.runner.ending}`, sample));
    await expectSent(recorder, proof, all, VARIABLES);
    console.info(proof.language, _, all.length, 'skipped so far', skipped);
  }, 900_000);
  it.each([
    ['events', {}, 'stream', false],
    ['lines', { headers: [] as any[], method: 'GET', body: undefined }, 'stream', true],
  ] as const)('stream %s', async (kind, more, _p, done) => {
    const { events, pace, url } = recorder;
    const folder = makeRunFolder();
    const ran = await runSamples(proof.runner, [print({ ...streamRequest(url), ...more })], folder, {});
    rmSync(folder, { recursive: true });
    expect(ran.status, ran.stderr).toBe(0);
    const spread = (ran.arrivals.at(-1)?.at ?? 0) - (ran.arrivals[0]?.at ?? 0);
    expect(ran.arrivals.length).toBeGreaterThan(events / 2);
    expect(spread).toBeGreaterThan((events * pace) / 2);
    const pieces = ran.stdout.matchAll(/"content":"(piece \d+ )"/g);
    expect([...pieces].length).toBe(events);
    expect(ran.stdout.includes('[DONE]')).toBe(done);
  }, 100_000);
  it('errors, heads, odd methods, hosts', async () => {
    const { url } = recorder;
    recorder.requests.length = 0;
    const folder = makeRunFolder();
    const base = { headers: [], stream: false };
    for (const stream of [false, true]) {
      const bad = await runSamples(proof.runner, [print({ ...base, method: 'GET', url: `${url}/unauthorized/x`, stream })], folder, {});
      console.info(bad.stderr);
      expect(bad.status).not.toBe(0);
      expect(bad.stderr).toContain('401');
      expect(bad.stderr).toContain('Access denied');
      rmSync(folder, { recursive: true }); mkdirSync(folder);
    }
    const ok = await runSamples(proof.runner, [
      print({ ...base, method: 'HEAD', url: `${url}/x` }),
      print({ ...base, method: 'QUERY', url: `${url}/x`, body: { kind: 'text', text: 'q', mediaType: 'x/y' } }),
      print({ ...base, method: 'query', url: `${url}/a%2Fb%41/%7E;x'/~?a='b;c=%2F` }),
      print({ ...base, method: 'POST', url: `${url}/x` }),
      print({ ...base, method: 'PUT', url: `${url}/x` }),
      print({ ...base, method: 'PATCH', url: `${url}/x` }),
      print({ ...base, method: 'GET', url: `${url}/x`, body: { kind: 'text', text: 'q', mediaType: 'x/y' } }),
      print({ ...base, method: 'GET', url: `${url}/x`, headers: [{ name: 'Host', value: 'example.com' }, { name: 'Expect', value: '' }, { name: 'User-Agent', value: 'me' }] }),
      print({ ...base, method: 'GET', url: `${url}/x`, queryCredentials: [{ name: 'k', credential: { form: 'raw', variable: 'K' } }], headers: [] }),
    ], folder, { K: 'a b&c/d+é~' });
    rmSync(folder, { recursive: true });
    console.info(ok.stdout, ok.stderr, recorder.requests.slice(2).map((r) => [r.method, r.target, r.headers.map((h) => h.join(': ')).join(' | '), r.body.toString()].join(' # ')).join('\n'));
    expect(ok.status).toBe(0);
  }, 100_000);
});

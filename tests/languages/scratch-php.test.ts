import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../src/request/http-request.ts';
import { type Recorder, startRecorder } from '../recorder.ts';
import { bodyRequests, handPickedRequests, randomRequests, streamRequest, VARIABLES } from '../samples/cases.ts';
import { expectSent, type Proof, samplesRun } from '../samples/harness.ts';
import { makeRunFolder, runSamples } from '../samples/run.ts';

const names: Record<string, string> = { php: 'php-curl', ruby: 'ruby-net-http', c: 'c-libcurl', rust: 'rust-reqwest' };
const chosen = (process.env.LANGS ?? 'php,ruby').split(',');
const all: { proof: Proof; print: (r: HttpRequest) => string }[] = [];
for (const l of chosen) {
  const { proofs } = (await import(`./${l}.ts`)) as { proofs: Proof[] };
  const { print } = (await import(`../../src/samples/${names[l]}.ts`)) as { print: (r: HttpRequest) => string };
  for (const proof of proofs) all.push({ proof, print });
}
let recorder: Recorder;
beforeAll(async () => { recorder = await startRecorder(); });
afterAll(async () => { await recorder.close(); console.info(samplesRun()); });
const T = 900_000;
describe.each(all.map((a) => ({ ...a, name: a.proof.language })))('$name', ({ proof, print }) => {
  const { runner } = proof;
  const make = (requests: HttpRequest[]) => requests.map((request) => ({ sample: print(request), request }));
  it('hand', async () => { await expectSent(recorder, proof, make(handPickedRequests(recorder.url)), VARIABLES); }, T);
  it('body', async () => { await expectSent(recorder, proof, make(bodyRequests(recorder.url)), VARIABLES); }, T);
  it('random', async () => { await expectSent(recorder, proof, make(randomRequests(recorder.url, 120)), VARIABLES); }, T);
  it('extra', async () => {
    const r = (index: number, more: Partial<HttpRequest>): HttpRequest => ({ method: 'POST', url: `${recorder.url}/case-${index}/x`, headers: [], stream: false, ...more });
    const form = { name: 'Content-Type', value: 'multipart/form-data; boundary=b' };
    const text = { name: 'Content-Type', value: 'text/plain' };
    const mp = (parts: any[], mediaType = 'multipart/form-data') => ({ headers: [{ name: 'Content-Type', value: `${mediaType}; boundary=bb` }], body: { kind: 'multipart' as const, mediaType, boundary: 'bb', parts } });
    const t = (s: string) => ({ headers: [text], body: { kind: 'text' as const, mediaType: 'text/plain', text: s } });
    void form;
    const file = { at: '', name: 'x.bin' };
    await expectSent(recorder, proof, make([
      r(1, { method: 'REPORT', ...t('q') }), r(2, { method: 'M-SEARCH' }), r(3, { method: 'GET', ...t('body of get') }),
      r(4, { method: 'PURGE' }), r(5, { method: 'DELETE', ...t('') }), r(6, { method: 'POST', ...t('x'.repeat(2_000_000)) }),
      r(7, mp([{ name: 'a"b\r\nc', headers: [], content: 'x\0y' }, { name: 'n', filename: 'f.txt', contentType: 'text/plain', headers: [], content: 'text with name' }, { headers: [], content: 'no name' }])),
      r(8, mp([{ name: 'f', filename: 'other "name".bin', headers: [{ name: 'X-A', value: 'b' }], content: file }, { name: 'g', headers: [], content: file, contentType: 'a/b' }, { name: 'h', filename: 'other.bin', contentType: 'image/png', headers: [], content: file }])),
      r(9, mp([{ contentType: 'image/png', headers: [], content: file }, { contentType: 'text/plain', headers: [], content: 'x' }], 'multipart/mixed')),
      r(10, mp([{ name: 'a', filename: 'other.bin', contentType: 'image/png', headers: [], content: file }, { name: 'b', contentType: 'application/json', headers: [], content: '{}' }])),
      r(11, mp([{ name: 'a', filename: '', contentType: 'text/plain', headers: [], content: 'x' }, { name: 'a', filename: 'e.txt', contentType: 'a/b', headers: [], content: file }])),
      r(12, t('  all\n  indented\n\n   more\n')), r(13, t('JSON\n  TEXT\nTEXT;\n BODY\n')), r(14, t('a\\\nb\\\n')), r(15, t('\\\n"@\n\'@\n‘’‚‛ “”„\n’@\n')),
      r(16, t('a\n   \n\n  b\t\nc')), r(17, t('__END__\n=begin\n=end\n?>x\n<?php\n??/ ??= /* */ //\n#{1} #$x #@y\n')),
      r(18, { headers: [{ name: 'X-Empty', value: '' }, { name: 'X-B', value: 'é"\\$x#{y}\xff`' }] }),
      r(19, { method: 'GET', headers: [{ name: 'X-K', prefix: 'a "$b" #{c} \\é', credential: { scheme: 's', form: 'raw', variable: 'TEST_KEY' } }, { name: 'X-L', prefix: 'Bearer ', credential: { scheme: 's', form: 'raw', variable: 'TEST_QUERY' } }], queryCredentials: [{ name: 'k{}%', credential: { scheme: 's', form: 'raw', variable: 'TEST_KEY' } }] }),
      r(20, t('"""#\n"#"##\n\\#"""##\n\\')), r(21, t('{}\n{{x}}\n}')), r(22, mp([])), r(23, { method: 'OPTIONS', ...t('o') }), r(24, { method: 'HEAD', headers: [{ name: 'X-B', value: '1' }] }),
      r(25, t('\ud800 half\n')), r(26, t('\0'.repeat(3) + '7\n9\x07a')), r(27, { ...t('a=b&a=c'), body: { kind: 'text', mediaType: 'application/x-www-form-urlencoded', text: 'a=b&a=c', fields: [['a', 'b'], ['a', 'c']] }, headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }] }),
    ]), VARIABLES);
  }, T);
  it('query secret encoded', async () => {
    recorder.requests.length = 0;
    const request: HttpRequest = { method: 'GET', url: `${recorder.url}/q`, headers: [{ name: 'Authorization', prefix: 'Basic ', credential: { scheme: 'b', form: 'basic', variable: 'B' } }], stream: false, queryCredentials: [{ name: 'k', credential: { scheme: 's', form: 'raw', variable: 'V' } }] };
    const folder = makeRunFolder();
    const ran = await runSamples(runner, [print(request)], folder, { V: "a b&c=d/é~!*'()+%-._", B: 'u:p:q é' });
    expect(ran.status, ran.stderr).toBe(0);
    expect(ran.stdout.trim()).toBe('{"ok":true}');
    expect(recorder.requests[0]?.target).toBe("/q?k=a%20b%26c%3Dd%2F%C3%A9~%21%2A%27%28%29%2B%25-._");
    expect(recorder.requests[0]?.headers.find(([n]) => n.toLowerCase() === 'authorization')?.[1]).toBe(`Basic ${Buffer.from('u:p:q é').toString('base64')}`);
  }, T);
  it('errors', async () => {
    for (const [play, status] of [['unauthorized', '401'], ['too-many', '429']]) for (const stream of [false, true]) for (const accept of ['text/event-stream', 'application/json']) {
      const folder = makeRunFolder();
      const ran = await runSamples(runner, [print({ ...streamRequest(recorder.url), stream, headers: [{ name: 'Accept', value: accept }, { name: 'Content-Type', value: 'application/json' }], url: `${recorder.url}/${play}/x` })], folder, {});
      rmSync(folder, { recursive: true });
      if (stream && accept.startsWith("text")) console.info(ran.stdout, ran.stderr.slice(0, 300));
      expect(ran.status).not.toBe(0);
      expect(ran.stdout + ran.stderr).toContain(status);
      expect(ran.stdout + ran.stderr).toMatch(/Access denied|Too many requests/);
    }
  }, T);
  it('head', async () => {
    const folder = makeRunFolder();
    const ran = await runSamples(runner, [print({ method: 'HEAD', url: `${recorder.url}/x`, headers: [], stream: false })], folder, {});
    console.info(ran.stdout);
    expect(ran.status).toBe(0);
    expect(ran.stdout.toLowerCase()).toContain('content-type');
  }, T);
  it('streams', async () => {
    const { events, pace, url } = recorder;
    for (const request of [streamRequest(url), { ...streamRequest(url), headers: [{ name: 'Content-Type', value: 'application/json' }] }]) {
      const folder = makeRunFolder();
      const ran = await runSamples(runner, [print(request)], folder, {});
      rmSync(folder, { recursive: true });
      expect(ran.status, ran.stderr).toBe(0);
      expect(ran.stderr).toBe('');
      const spread = (ran.arrivals.at(-1)?.at ?? 0) - (ran.arrivals[0]?.at ?? 0);
      expect(ran.arrivals.length).toBeGreaterThan(events / 2);
      expect(spread).toBeGreaterThan((events * pace) / 2);
      const pieces = ran.stdout.matchAll(/"content":"(piece \d+ )"/g);
      expect([...pieces].map((match) => match[1])).toEqual(Array.from({ length: events }, (_, index) => `piece ${index + 1} `));
      expect(ran.stdout.includes('[DONE]')).toBe(request.headers.length === 1);
    }
  }, T);
  it('write', () => {
    const folder = `/tmp/samples-${proof.language}`;
    mkdirSync(folder, { recursive: true });
    for (const [i, r] of [...handPickedRequests('http://h'), ...bodyRequests('http://h')].entries()) writeFileSync(`${folder}/${i}.txt`, print(r));
  });
});

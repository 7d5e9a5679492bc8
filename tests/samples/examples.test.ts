import { dirname, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadApi } from '../../src/openapi/load.ts';
import { type Recorder, startRecorder } from '../recorder.ts';
import { type DescribedRequests, describedRequests } from './described.ts';
import { expectSent, PROOFS, printed, samplesRun } from './harness.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../node_modules/@readme/oas-examples');

/** How many requests each file makes. */
const FILES = [
  { file: '3.0/json/parameters-style.json', least: 20 },
  { file: '3.1/json/parameters-style.json', least: 20 },
  { file: '3.0/json/file-uploads.json', least: 3 },
  { file: '3.0/json/form-data.json', least: 1 },
  { file: '3.0/json/security.json', least: 10 },
  { file: '3.1/json/security.json', least: 1 },
  { file: '3.0/json/security-multiple.json', least: 3 },
  { file: '3.0/json/star-trek.json', least: 20 },
  { file: '3.1/json/train-travel.json', least: 5 },
];

let recorder: Recorder;
const described: (DescribedRequests & { readonly file: string })[] = [];
beforeAll(async () => {
  recorder = await startRecorder();
  for (const { file } of FILES) {
    const path = resolve(EXAMPLES, file);
    const { api } = await loadApi(path, { root: dirname(path) });
    if (!api) throw new Error(`${file} has errors`);
    const first = described.flatMap(({ requests }) => requests).length;
    described.push({ file, ...describedRequests(api, recorder.url, first) });
  }
});
afterAll(async () => {
  await recorder.close();
  console.info(samplesRun());
});

describe('real descriptions', () => {
  it.each(FILES)('$file has requests, and none is refused', ({ file, least }) => {
    const own = described.find((one) => one.file === file);
    expect(own?.refused).toEqual([]);
    expect(own?.requests.length).toBeGreaterThanOrEqual(least);
  });

  it.each(PROOFS)('have samples for $library that send their requests, run by $runner.name', async (proof) => {
    const requests = described.flatMap((one) => one.requests);
    // Those of one name have one form.
    const variables = Object.assign({}, ...described.map((one) => one.variables));
    await expectSent(recorder, proof, await printed(proof, requests), variables);
  });
});

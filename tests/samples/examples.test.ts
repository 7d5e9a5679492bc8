import { dirname, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadApi } from '../../src/openapi/load.ts';
import { type Recorder, startRecorder } from '../recorder.ts';
import { describedRequests } from './described.ts';
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
beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(async () => {
  await recorder.close();
  console.info(samplesRun());
});

describe.each(FILES)('the samples of $file', ({ file, least }) => {
  it.each(PROOFS)(
    'for $library, run by $runner.name, send their requests',
    async (proof) => {
      const path = resolve(EXAMPLES, file);
      const { api } = await loadApi(path, { root: dirname(path) });
      if (!api) throw new Error(`${file} has errors`);
      const { requests, refused, variables } = describedRequests(api, recorder.url);
      expect(refused).toEqual([]);
      expect(requests.length).toBeGreaterThanOrEqual(least);
      await expectSent(recorder, proof, await printed(proof, requests), variables);
    },
    60_000,
  );
});

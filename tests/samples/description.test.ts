import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../src/model/api.ts';
import { loadApi } from '../../src/openapi/load.ts';
import { buildRequest } from '../../src/request/build.ts';
import { defaultValues, requestExamples } from '../../src/request/defaults.ts';
import type { HttpRequest } from '../../src/request/http-request.ts';
import { type Recorder, startRecorder } from '../recorder.ts';
import { expectSent, PROOFS, printed, samplesRun } from './harness.ts';

let recorder: Recorder;
let api: Api;
beforeAll(async () => {
  recorder = await startRecorder();
  const loaded = await loadApi('openapi/apigpt.yaml', { root: join(import.meta.dirname, '../..') });
  if (!loaded.api) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  api = loaded.api;
});
afterAll(async () => {
  await recorder.close();
  console.info(samplesRun());
});

/** Every operation with each of its examples, sent to the recorder in place of the real server. */
function everyRequest(): HttpRequest[] {
  const requests = api.operations.flatMap((operation) =>
    requestExamples(api, operation).map(({ name }) => {
      const built = buildRequest(api, operation, defaultValues(api, operation, name));
      expect(built.problems, `${operation.key} ${name}`).toEqual([]);
      return built.request;
    }),
  );
  return requests.map((request, index) => {
    const { pathname, search } = new URL(request.url);
    return { ...request, url: `${recorder.url}/case-${index}${pathname}${search}` };
  });
}

describe('the samples of our own description', () => {
  it.each(PROOFS)('for $library, run by $runner.name, send their requests', async (proof) => {
    const requests = everyRequest();
    expect(requests.length).toBeGreaterThan(5);
    await expectSent(recorder, proof, await printed(proof, requests), { APIGPT_API_KEY: 'key' });
  });
});

import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { sliceApi } from '../model/slice.ts';
import { loadApi } from '../openapi/load.ts';
import { buildRequest } from '../request/build.ts';
import { defaultValues, requestExamples } from '../request/defaults.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { validateJson } from '../schema/validate.ts';
import { createSandbox } from './handler.ts';

const ROOT = resolve(import.meta.dirname, '../..');
let api: Api;

beforeAll(async () => {
  const loaded = await loadApi(resolve(ROOT, 'openapi/apigpt.yaml'), { root: ROOT });
  if (!loaded.api) throw new Error(JSON.stringify(loaded.diagnostics));
  api = loaded.api;
});

function toRequest({ method, url, headers, body }: HttpRequest): Request {
  return new Request(url, {
    method,
    headers: headers.map((header): [string, string] => [
      'credential' in header ? header.name : header.name,
      'value' in header ? header.value : `${header.prefix}k`,
    ]),
    ...(body?.kind === 'text' ? { body: body.text } : {}),
  });
}

function success(operation: Operation) {
  const response = operation.responses.find(({ status }) => status === '200');
  if (!response) throw new Error(`${operation.key} has no 200`);
  return response.content;
}

describe('the description of this site', () => {
  it('gets an answer that fits its schema for each example of each operation, from a slice as in the page', async () => {
    let checked = 0;
    for (const operation of api.operations) {
      for (const { name } of requestExamples(api, operation)) {
        const { request, problems } = buildRequest(api, operation, defaultValues(api, operation, name));
        expect([name, problems]).toEqual([name, []]);
        const response = await createSandbox(sliceApi(api, operation), { delay: 0 })(toRequest(request));
        const text = await response.text();
        expect([operation.key, name, response.status, text.slice(0, 200)]).toEqual([
          operation.key,
          name,
          200,
          expect.any(String),
        ]);
        const type = response.headers.get('Content-Type');
        const media = success(operation).find((candidate) => candidate.name === type);
        const items =
          type === 'text/event-stream'
            ? text
                .split('\n\n')
                .filter(Boolean)
                .map((event) => JSON.stringify({ data: event.replace(/^data: /, '') }))
            : [text];
        for (const item of items) {
          expect(
            validateJson(api.schemas, media?.itemSchema ?? media?.schema ?? false, item, { direction: 'response' }),
          ).toEqual([]);
        }
        checked += items.length;
      }
    }
    expect(checked).toBeGreaterThan(50);
  });

  it('gets stream chunks that fit the schema inside its events', async () => {
    for (const operation of api.operations.slice(0, 2)) {
      const { request } = buildRequest(api, operation, defaultValues(api, operation, 'stream'));
      const text = await (await createSandbox(api, { delay: 0 })(toRequest(request))).text();
      const item = success(operation).find(({ name }) => name === 'text/event-stream')?.itemSchema;
      const data = typeof item === 'object' ? item.properties?.[0]?.schema : undefined;
      const chunk = (typeof data === 'object' && data.contentSchema) || false;
      const events = text
        .split('\n\n')
        .filter(Boolean)
        .map((event) => event.replace(/^data: /, ''));
      expect(events.at(-1)).toBe('[DONE]');
      for (const event of events.slice(0, -1)) expect(validateJson(api.schemas, chunk, event)).toEqual([]);
    }
  });

  it('answers the first request of the documentation with its own answer', async () => {
    const [chat] = api.operations;
    if (!chat) throw new Error('no operation');
    const { request } = buildRequest(api, chat, defaultValues(api, chat));
    const { choices, usage } = await (await createSandbox(api)(toRequest(request))).json();
    expect(choices[0].message.content).toBe('Hello, this message is from apigpt.cloud! How may I assist you today?');
    expect(usage).toEqual({ completion_tokens: 18, prompt_tokens: 18, total_tokens: 36 });
  });
});

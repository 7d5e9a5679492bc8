import { execFile } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../src/model/api.ts';
import { jsonEntry, parseJson } from '../../src/model/json-text.ts';
import type { Operation } from '../../src/model/operation.ts';
import { loadApi } from '../../src/openapi/load.ts';
import { buildRequest } from '../../src/request/build.ts';
import { defaultValues, requestExamples } from '../../src/request/defaults.ts';
import type { HttpRequest } from '../../src/request/http-request.ts';
import { type Target, targets } from '../../src/samples/targets.ts';
import { canonicalJson } from '../../src/schema/canonical.ts';
import { notedCalls, writeStubs } from './client-stub.ts';
import { makeRandom, randomText, randomValue } from './random.ts';
import { makeRunFolder, NODE, PYTHON, runSamples } from './run.ts';
import { BODIES, PLANTED, TEXTS } from './torture.ts';

const run = promisify(execFile);

let api: Api;
beforeAll(async () => {
  const loaded = await loadApi('openapi/apigpt.yaml', { root: join(import.meta.dirname, '../..') });
  if (!loaded.api) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  api = loaded.api;
});

interface Case {
  readonly operation: Operation;
  readonly request: HttpRequest;
}

/** Every operation of our own description with each of its examples. */
function described(): Case[] {
  return api.operations.flatMap((operation) =>
    requestExamples(api, operation).map(({ name }) => {
      const { request } = buildRequest(api, operation, defaultValues(api, operation, name));
      return { operation, request };
    }),
  );
}

/** The same request with another body, and an address that careless quoting trips over. */
function withBody(body: string): Case {
  const [first] = described();
  if (first?.request.body?.kind !== 'text') throw new Error('the description has no operation with a body');
  const url = first.request.url.replace('.cloud/', `.cloud/it's/$(touch ${PLANTED})/\`x\`/`);
  return { ...first, request: { ...first.request, url, body: { ...first.request.body, text: body } } };
}

function random(count: number): Case[] {
  const next = makeRandom(20_261_122);
  const messages = () => [{ role: 'user', content: randomText(next) }];
  return Array.from({ length: count }, () =>
    withBody(
      JSON.stringify({ messages: messages(), [randomText(next)]: randomValue(next, 3), user: randomText(next) }),
    ),
  );
}

const TORTURE: readonly string[] = [
  ...TEXTS.map((text) =>
    JSON.stringify({ messages: [{ role: 'user', content: text }], [text]: [text, { [text]: 1 }] }),
  ),
  ...BODIES.filter((body) => body.startsWith('{') && body.endsWith('}')),
];

/** What the client must be handed: the body, less what it adds of itself. */
function wanted({ request }: Case): object {
  const body = parseJson(request.body?.kind === 'text' ? request.body.text : '');
  if (body.kind !== 'object') throw new Error('not an object');
  const implied = (key: string): boolean =>
    key === 'model' || (key === 'encoding_format' && request.url.endsWith('/embeddings'));
  const [, start, deployment, path] = /^(.*)\/openai\/deployments\/([^/]*)\/(.*)$/.exec(request.url) ?? [];
  return {
    endpoint: start,
    model: deployment,
    method: path?.split('/')[0],
    fields: canonicalJson({ ...body, entries: body.entries.filter(({ key }) => !implied(key)) }),
  };
}

function handed(line: string): object {
  const call = JSON.parse(line);
  const { endpoint, azure_endpoint, apiKey, api_key, apiVersion, api_version } = call.settings;
  expect([apiKey ?? api_key, apiVersion ?? api_version]).toEqual(['the key', '2023-05-15']);
  const node = parseJson(line);
  const fields = node.kind === 'problem' ? undefined : jsonEntry(node, 'fields');
  return {
    endpoint: endpoint ?? azure_endpoint,
    model: call.model,
    method: call.method,
    fields: fields && canonicalJson(fields),
  };
}

/** Runs the samples of those requests that a library can be told, beside its stand-in. */
async function expectHanded(client: Target, cases: readonly Case[]): Promise<number> {
  const { print } = await client.load();
  const printed = cases.flatMap((one) => {
    const sample = print(one.request, one.operation);
    return sample === undefined ? [] : [{ ...one, sample }];
  });
  const folder = makeRunFolder();
  writeStubs(folder);
  const runner = client.language === 'python' ? PYTHON : NODE;
  const samples = printed.map(({ sample }) => sample);
  const { status, stderr } = await runSamples(runner, samples, folder, { APIGPT_API_KEY: 'the key' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const calls = notedCalls(folder);
  expect(existsSync(join(folder, PLANTED)), 'a planted command ran').toBe(false);
  rmSync(folder, { recursive: true });
  expect(calls).toHaveLength(printed.length);
  for (const [index, one] of printed.entries()) {
    expect(handed(calls[index] ?? ''), one.sample.slice(0, 2_000)).toEqual(wanted(one));
  }
  return printed.length;
}

describe.each(targets.filter(({ isClient }) => isClient))('samples of the $library library for $language', (client) => {
  it('are there for every example of our own description, and hand over its values', async () => {
    const cases = described();
    expect(cases.length).toBeGreaterThan(10);
    expect(await expectHanded(client, cases)).toBe(cases.length);
  });

  it('hand over texts and values that careless quoting breaks', async () => {
    const count = await expectHanded(client, TORTURE.map(withBody));
    expect(count).toBeGreaterThan(TEXTS.length - 5);
    expect(await expectHanded(client, random(150))).toBeGreaterThan(75);
  });

  it('are written in the language as its own checker takes it', async () => {
    const folder = makeRunFolder();
    const { print } = await client.load();
    const files = described().map(({ request, operation }, index) => {
      const file = join(folder, `${index}.${client.language === 'python' ? 'py' : 'mjs'}`);
      writeFileSync(file, print(request, operation) ?? '');
      return file;
    });
    if (client.language === 'python') await run('python3', ['-m', 'py_compile', ...files]);
    else for (const file of files) await run(process.execPath, ['--check', file]);
    rmSync(folder, { recursive: true });
  });
});

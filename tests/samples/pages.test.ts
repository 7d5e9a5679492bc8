import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../src/model/api.ts';
import type { Operation } from '../../src/model/operation.ts';
import { buildRequest } from '../../src/request/build.ts';
import { defaultValues } from '../../src/request/defaults.ts';
import { givenValues } from '../../src/request/given.ts';
import type { HttpRequest } from '../../src/request/http-request.ts';
import { readApis } from '../../src/site/apis.ts';
import { guideUrl, hasOnePage, onePageUrl, operationDataPath, operationUrl } from '../../src/views/urls.ts';
import { type Recorder, startRecorder } from '../recorder.ts';
import { expectSent, PROOFS, samplesRun } from './harness.ts';
import { readPages, type SamplePage } from './page-samples.ts';
import { SH } from './run.ts';
import type { Sending } from './send-all.ts';

const ROOT = join(import.meta.dirname, '../..');
const SITE = join(ROOT, 'dist');
const DEFAULT_LOCALE = 'zh-CN';
const KEY = { APIGPT_API_KEY: 'the key' };

let recorder: Recorder;
let pages: readonly SamplePage[];
/** For each page, the requests that its code tabs are about, in the page's order. */
let expected: ReadonlyMap<string, readonly HttpRequest[]>;

beforeAll(async () => {
  pages = readPages(SITE);
  expected = await requestsOfPages();
  recorder = await startRecorder();
});
afterAll(async () => {
  await recorder.close();
  console.info(samplesRun());
});

async function requestsOfPages(): Promise<Map<string, HttpRequest[]>> {
  const loaded = await readApis(ROOT);
  const languages = [{ locale: DEFAULT_LOCALE, apis: loaded.apis }].concat(
    Object.entries(loaded.translations).map(([locale, apis]) => ({ locale, apis })),
  );
  const requests = languages.flatMap(({ locale, apis }): [string, HttpRequest[]][] => {
    const space = { base: '/', defaultLocale: DEFAULT_LOCALE, apis };
    const operations = apis.flatMap((api) => api.operations.map((operation) => ({ api, operation })));
    const guides = readdirSync(join(ROOT, 'docs', locale)).filter((file) => file.endsWith('.mdx'));
    return [
      ...operations.map(({ api, operation }): [string, HttpRequest[]] => [
        operationUrl(space, locale, api, operation),
        [consoleRequest(locale, api, operation, undefined)],
      ]),
      ...apis
        .filter(hasOnePage)
        .map((api): [string, HttpRequest[]] => [
          onePageUrl(space, locale, api),
          api.operations.map((operation) => consoleRequest(locale, api, operation, undefined)),
        ]),
      ...guides.map((file): [string, HttpRequest[]] => [
        guideUrl(space, locale, file.replace(/\.mdx$/, '')),
        samplesNamed(readFileSync(join(ROOT, 'docs', locale, file), 'utf8')).map(({ key, example }) => {
          const found = operations.find(({ operation }) => operation.key === key);
          if (!found) throw new Error(`${file} names the operation ${key}, which is not described.`);
          return consoleRequest(locale, found.api, found.operation, example);
        }),
      ]),
    ];
  });
  return new Map(requests.filter(([, all]) => all.length > 0));
}

/** What `<Sample operation="…" example="…" />` names, in the order of a guide, code blocks left aside. */
function samplesNamed(mdx: string): { key: string; example: string | undefined }[] {
  const tags = mdx.replace(/^```[\s\S]*?^```/gm, '').matchAll(/<Sample\b([^>]*)>/g);
  return [...tags].map(([, attributes = '']) => {
    const value = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    return { key: value('operation') ?? '', example: value('example') };
  });
}

/** The request that the page's console opens with, from the file that it loads; the model must give the same. */
function consoleRequest(locale: string, api: Api, operation: Operation, example: string | undefined): HttpRequest {
  const file = join(SITE, '_curlew/op', `${operationDataPath(api, operation, locale)}.json`);
  const slice: Api = JSON.parse(readFileSync(file, 'utf8'));
  const [own] = slice.operations;
  if (!own) throw new Error(`${file} has no operation.`);
  const built = buildRequest(slice, own, givenValues(slice, own, example));
  expect(built).toEqual(buildRequest(api, operation, defaultValues(api, operation, example)));
  expect(built.problems).toEqual([]);
  return built.request;
}

/** Each sample of a language once, however many pages show it. */
function sendings(language: string, library: string): Sending[] {
  const all = pages.flatMap(({ path, tabs }) =>
    tabs.flatMap((panels, index) => {
      const request = expected.get(path)?.[index];
      const sample = panels.find((panel) => panel.language === language && panel.variant === library)?.code;
      return request && sample !== undefined ? [{ sample, request }] : [];
    }),
  );
  return [...new Map(all.map((sending) => [JSON.stringify(sending), sending])).values()].map(toRecorder);
}

/** The server swapped in the sample and in the request, and nothing else. */
function toRecorder({ sample, request }: Sending, index: number): Sending {
  const { origin } = new URL(request.url);
  const server = `${recorder.url}/case-${index}`;
  expect(sample.split(origin), sample).toHaveLength(2);
  return { sample: sample.replace(origin, server), request: { ...request, url: request.url.replace(origin, server) } };
}

describe('the built pages', () => {
  it('show samples where the description and the guides ask for them, and nowhere else', () => {
    const shown = pages.filter(({ tabs }) => tabs.length > 0).map(({ path, tabs }) => [path, tabs.length]);
    const asked = [...expected].map(([path, requests]) => [path, requests.length]);
    expect(shown).toEqual(asked.sort());
    expect(shown.length).toBeGreaterThan(10);
  });

  it('have plain HTTP in every tab, and all languages unless the tabs are about a library', () => {
    for (const { path, tabs } of pages) {
      for (const panels of tabs) {
        const languages = [...new Set(panels.map(({ language }) => language))];
        const plain = panels
          .filter(({ variant }) => ['curl', 'requests', 'fetch'].includes(variant))
          .map(({ language }) => language);
        expect(plain, path).toEqual(languages);
        expect(
          [
            ['shell', 'python', 'javascript'],
            ['python', 'javascript'],
          ],
          path,
        ).toContainEqual(languages);
      }
    }
  });

  it.each(PROOFS.filter(({ library }) => ['curl', 'requests', 'fetch'].includes(library)))(
    'have samples for $library that send, run by $runner.name, what the console would',
    async (proof) => {
      const all = sendings(proof.language, proof.library);
      expect(all.length).toBeGreaterThan(10);
      await expectSent(recorder, proof, all, KEY);
    },
  );

  it('would be seen to show a sample that sends something else', async () => {
    const [first] = sendings('shell', 'curl');
    if (!first) throw new Error('no sample');
    const changes = [
      ['0.7', '0.70'],
      ['/chat/', '/chat%2F'],
      ['api-key: $APIGPT_API_KEY', 'api-key: $APIGPT_KEY'],
      ["--header 'Accept: application/json' ", ''],
    ] as const;
    for (const [from, to] of changes) {
      expect(first.sample).toContain(from);
      const changed = { ...first, sample: first.sample.replace(from, to) };
      await expect(expectSent(recorder, { runner: SH, library: 'curl' }, [changed], KEY)).rejects.toThrow(
        'to deeply equal',
      );
    }
  });
});

import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { sliceApi, splitSlice } from '../model/slice.ts';
import { markShared } from '../request/mark-shared.ts';
import { sampleRequest } from '../request/sample-request.ts';
import { findResource } from '../sandbox/resource.ts';
import { longExamples } from '../views/page-examples.ts';
import { requestPage } from '../views/request-page.ts';
import { examplePath, operationDataPath } from '../views/urls.ts';
import type { PageFile } from './files-of-pages.ts';
import { localeParam } from './paths.ts';
import type { ReferencePage } from './reference-pages.ts';
import { type RequestPage, requestOf } from './reuse/page-keys.ts';
import { currentRun } from './run.ts';
import { withoutShared } from './shared-schemas.ts';
import { type TwinSite, twinMarkdown } from './twins.ts';

/** What the console of an operation needs, and what its answers are like, which is loaded once somebody answers. */
export type ConsolePart = 'request' | 'answers';

/** The path of a page's own file, or of its Markdown copy, below the site's folder. @param path - below `/reference/` */
export function pageFilePath(
  { data }: Pick<TwinSite, 'data'>,
  locale: string,
  path: string,
  end: '/index.html' | '.md',
): string {
  const folder = localeParam(data, locale);
  return [...(folder === undefined ? [] : [folder]), 'reference', ...(path === '' ? [] : [path])].join('/') + end;
}

/** Leaves what goes with a page to the build that writes both. Where there is none, each has a route of its own. */
export async function leavePageFiles(place: TwinSite, page: ReferencePage, path: string): Promise<void> {
  const desk = currentRun()?.filesOfPages;
  if (!desk) return;
  const { locale } = page;
  const copy = { path: pageFilePath(place, locale, path, '.md'), text: await twinMarkdown(place, page) };
  desk.leave(pageFilePath(place, locale, path, '/index.html'), [copy, ...dataFiles(page)]);
}

function dataFiles(page: ReferencePage): PageFile[] {
  if (page.kind !== 'operation' && page.kind !== 'webhook') return [];
  return [...consoleFiles(page), ...exampleFiles(page)];
}

function consoleFiles(page: RequestPage): PageFile[] {
  if (page.kind === 'webhook') return [];
  const { api, operation, locale } = page;
  return (['request', 'answers'] as const).map((part) => ({
    path: `_curlew/op/${consolePath(api, operation, locale, part)}.json`,
    text: consoleText(api, operation, part),
  }));
}

/** The path of a part of what the console loads, below `/_curlew/op/` and without `.json`. */
export function consolePath(api: Api, operation: Operation, locale: string, part: ConsolePart): string {
  return operationDataPath(api, operation, locale) + (part === 'answers' ? '.answers' : '');
}

let last: { readonly operation: Operation; readonly parts: ReturnType<typeof splitSlice> } | undefined;

/** The two files of an operation are made one after the other, from one slice. */
export function consoleText(api: Api, operation: Operation, part: ConsolePart): string {
  if (last?.operation !== operation) {
    const parts = splitSlice(sliceApi(api, markShared(api, sampleRequest(api, operation).filled)));
    const resource = findResource(api, operation);
    const request = withoutShared(api, parts.request);
    const answers = withoutShared(api, parts.answers);
    last = { operation, parts: { request, answers: resource ? { ...answers, resource } : answers } };
  }
  return JSON.stringify(last.parts[part]);
}

function exampleFiles(page: RequestPage): PageFile[] {
  const request = requestOf(page);
  return examplesBeyond(page).map(({ number, text }) => ({
    path: `_curlew/examples/${examplePath(page.api, request, page.locale, number)}.txt`,
    text,
  }));
}

/** What a page shows only the beginning of. */
export function examplesBeyond(page: RequestPage): ReturnType<typeof longExamples> {
  const { examples } =
    page.kind === 'operation'
      ? requestPage(page.api, page.operation)
      : requestPage(page.api, page.webhook.operation, 'api');
  return longExamples(examples);
}

import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import type { Api } from '../../../model/api.ts';
import type { Operation } from '../../../model/operation.ts';
import { sliceApi, splitSlice } from '../../../model/slice.ts';
import { fillExamples } from '../../../request/defaults.ts';
import { markShared } from '../../../request/mark-shared.ts';
import { findResource } from '../../../sandbox/resource.ts';
import { pageKey } from '../../../site/reuse/page-keys.ts';
import { apisOf } from '../../../site/site-data.ts';
import { operationDataPath } from '../../../views/urls.ts';

/**
 * What the console of one operation needs, `/_curlew/op/zh-cn/pets/list-pets.json`, and what its answers are like,
 * `list-pets.answers.json`, which is loaded once somebody answers.
 */
export function getStaticPaths() {
  return site.locales.flatMap((locale) =>
    apisOf(site, locale).flatMap((api) =>
      api.operations.flatMap((operation) =>
        (['request', 'answers'] as const).map((part) => ({
          params: { path: operationDataPath(api, operation, locale) + (part === 'answers' ? '.answers' : '') },
          props: { api, operation, part },
          cacheKey: pageKey(site, { kind: 'operation', locale, api, operation }, 'data'),
        })),
      ),
    ),
  );
}

let last: { readonly operation: Operation; readonly parts: ReturnType<typeof splitSlice> } | undefined;

/** The two files of an operation are made one after the other, from one slice. */
function partsOf(api: Api, operation: Operation): ReturnType<typeof splitSlice> {
  if (last?.operation !== operation) {
    const parts = splitSlice(sliceApi(api, markShared(api, fillExamples(api, operation))));
    const resource = findResource(api, operation);
    last = { operation, parts: resource ? { ...parts, answers: { ...parts.answers, resource } } : parts };
  }
  return last.parts;
}

export const GET: APIRoute<{ api: Api; operation: Operation; part: 'request' | 'answers' }> = ({ props }) =>
  new Response(JSON.stringify(partsOf(props.api, props.operation)[props.part]), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });

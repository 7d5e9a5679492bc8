import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import type { Api } from '../../../model/api.ts';
import type { Operation } from '../../../model/operation.ts';
import { sliceApi } from '../../../model/slice.ts';
import { fillExamples } from '../../../request/defaults.ts';
import { apisOf } from '../../../site/site-data.ts';
import { operationDataPath } from '../../../views/urls.ts';

/** What the console of one operation needs: `/_curlew/op/zh-cn/pets/list-pets.json`. */
export function getStaticPaths() {
  return site.locales.flatMap((locale) =>
    apisOf(site, locale).flatMap((api) =>
      api.operations.map((operation) => ({
        params: { path: operationDataPath(api, operation, locale) },
        props: { api, operation },
      })),
    ),
  );
}

export const GET: APIRoute<{ api: Api; operation: Operation }> = ({ props }) =>
  new Response(JSON.stringify(sliceApi(props.api, fillExamples(props.api, props.operation))), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });

import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import type { Api } from '../../../model/api.ts';
import type { Operation } from '../../../model/operation.ts';
import { type ConsolePart, consolePath, consoleText } from '../../../site/page-files.ts';
import { currentRun } from '../../../site/run.ts';
import { apisOf } from '../../../site/site-data.ts';

/** What the console of one operation loads: `/_curlew/op/zh-cn/pets/list-pets.json`, `list-pets.answers.json`. */
export function getStaticPaths() {
  if (currentRun()?.filesOfPages) return [];
  return site.locales.flatMap((locale) =>
    apisOf(site, locale).flatMap((api) =>
      api.operations.flatMap((operation) =>
        (['request', 'answers'] as const).map((part) => ({
          params: { path: consolePath(api, operation, locale, part) },
          props: { api, operation, part },
        })),
      ),
    ),
  );
}

export const GET: APIRoute<{ api: Api; operation: Operation; part: ConsolePart }> = ({ props }) =>
  new Response(consoleText(props.api, props.operation, props.part), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });

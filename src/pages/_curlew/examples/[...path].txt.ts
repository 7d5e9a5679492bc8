import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { requestPages } from '../../../site/llms.ts';
import { examplesBeyond } from '../../../site/page-files.ts';
import { requestOf } from '../../../site/reuse/page-keys.ts';
import { currentRun } from '../../../site/run.ts';
import { apisOf } from '../../../site/site-data.ts';
import { plainAnswer } from '../../../site/text-answers.ts';
import { examplePath } from '../../../views/urls.ts';

/** Examples that their page shows only the beginning of: `/_curlew/examples/en/pets/list-pets/2.txt`. */
export function getStaticPaths() {
  if (currentRun()?.filesOfPages) return [];
  return site.locales.flatMap((locale) =>
    apisOf(site, locale).flatMap((api) =>
      requestPages(locale, api, api.operations, api.webhooks).flatMap((page) =>
        examplesBeyond(page).map(({ number, text }) => ({
          params: { path: examplePath(api, requestOf(page), locale, number) },
          props: { text },
        })),
      ),
    ),
  );
}

export const GET: APIRoute<{ text: string }> = ({ props }) => plainAnswer(props.text);

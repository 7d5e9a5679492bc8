import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { apisOf } from '../../../site/site-data.ts';
import { longExamples } from '../../../views/page-examples.ts';
import { examplePath } from '../../../views/urls.ts';

/** Examples that their page shows only the beginning of: `/_curlew/examples/en/pets/list-pets/2.txt`. */
export function getStaticPaths() {
  return site.locales.flatMap((locale) =>
    apisOf(site, locale).flatMap((api) => {
      const file = (request: Parameters<typeof examplePath>[1]) => (example: { number: number; text: string }) => ({
        params: { path: examplePath(api, request, locale, example.number) },
        props: { text: example.text },
      });
      return [
        ...api.operations.flatMap((one) => longExamples(api, one).map(file(one))),
        ...(api.webhooks ?? []).flatMap((one) => longExamples(api, one.operation, 'api').map(file(one))),
      ];
    }),
  );
}

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });

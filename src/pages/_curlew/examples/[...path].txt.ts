import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import type { Api } from '../../../model/api.ts';
import type { ReferencePage } from '../../../site/reference-pages.ts';
import { pageKey } from '../../../site/reuse/page-keys.ts';
import { remember } from '../../../site/reuse/remember.ts';
import { apisOf } from '../../../site/site-data.ts';
import { longExamples } from '../../../views/page-examples.ts';
import { examplePath } from '../../../views/urls.ts';

type RequestPage = Extract<ReferencePage, { kind: 'operation' | 'webhook' }>;

/** Examples that their page shows only the beginning of: `/_curlew/examples/en/pets/list-pets/2.txt`. */
export function getStaticPaths() {
  return site.locales.flatMap((locale) =>
    apisOf(site, locale).flatMap((api) => requestPages(locale, api).flatMap((page) => files(api, page))),
  );
}

function requestPages(locale: string, api: Api): RequestPage[] {
  return [
    ...api.operations.map((operation) => ({ kind: 'operation', locale, api, operation }) as const),
    ...(api.webhooks ?? []).map((webhook) => ({ kind: 'webhook', locale, api, webhook }) as const),
  ];
}

function files(api: Api, page: RequestPage) {
  const request = page.kind === 'operation' ? page.operation : page.webhook;
  const pathOf = (number: number): string => examplePath(api, request, page.locale, number);
  const cacheKey = pageKey(site, page, 'data');
  // To know which there are, all of them have to be built.
  const numbers = remember(`examples ${pathOf(0)}`, cacheKey, () => examplesOf(page).map(({ number }) => number));
  return numbers.map((number) => ({ params: { path: pathOf(number) }, props: { page, number }, cacheKey }));
}

let last: { readonly page: RequestPage; readonly examples: ReturnType<typeof longExamples> } | undefined;

/** The files of a page are made one after the other. */
function examplesOf(page: RequestPage): ReturnType<typeof longExamples> {
  if (last?.page !== page) {
    const { api } = page;
    const examples =
      page.kind === 'operation' ? longExamples(api, page.operation) : longExamples(api, page.webhook.operation, 'api');
    last = { page, examples };
  }
  return last.examples;
}

export const GET: APIRoute<{ page: RequestPage; number: number }> = ({ props: { page, number } }) => {
  const text = examplesOf(page).find((example) => example.number === number)?.text ?? '';
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};

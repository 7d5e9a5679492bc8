import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { llmsFull, llmsIndex } from '../../site/llms.ts';
import { localeParam } from '../../site/paths.ts';
import { isOwners, plainAnswer } from '../../site/text-answers.ts';

const FILES = { llms: llmsIndex, 'llms-full': llmsFull } as const;

/** What language models are given of the site, by language: `/llms.txt`, `/en/llms-full.txt`. */
export function getStaticPaths() {
  return site.locales.flatMap((locale) =>
    (Object.keys(FILES) as (keyof typeof FILES)[]).flatMap((llms) => {
      const folder = localeParam(site, locale);
      const path = folder === undefined ? `${llms}.txt` : `${folder}/${llms}.txt`;
      return isOwners(site, path) ? [] : [{ params: { locale: folder, llms }, props: { locale, llms } }];
    }),
  );
}

export const GET: APIRoute<{ locale: string; llms: keyof typeof FILES }> = async ({ props, site: address }) =>
  plainAnswer(await FILES[props.llms]({ data: site, site: address }, props.locale));

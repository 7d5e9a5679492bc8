import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { type LlmsPart, llmsPart, llmsParts } from '../../../site/llms.ts';
import { localeParam } from '../../../site/paths.ts';
import { copiesKey, siteKey } from '../../../site/reuse/page-keys.ts';
import { remember } from '../../../site/reuse/remember.ts';
import { apisOf } from '../../../site/site-data.ts';
import { plainAnswer } from '../../../site/text-answers.ts';

/** The parts of APIs that are too large for `llms-full.txt`: `/en/llms-full/pets/owners.txt`. */
export function getStaticPaths() {
  return site.locales.flatMap((locale) => {
    const parts = apisOf(site, locale).flatMap((api) => llmsParts(site, locale, api));
    const keys = remember(`llms-full ${locale}`, siteKey(site), () =>
      parts.map(({ pages }) => copiesKey(site, pages) ?? null),
    );
    return parts.map((part, index) => ({
      params: { locale: localeParam(site, locale), part: part.path },
      props: { part },
      cacheKey: keys[index] ?? undefined,
    }));
  });
}

export const GET: APIRoute<{ part: LlmsPart }> = async ({ props, site: address }) =>
  plainAnswer(await llmsPart({ data: site, site: address }, props.part));

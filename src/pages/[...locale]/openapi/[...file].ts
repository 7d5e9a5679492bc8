import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { type DescribedFile, describedFiles, describedKey, readDescribed } from '../../../site/described.ts';
import { apisOf } from '../../../site/site-data.ts';
import { isOwners } from '../../../site/text-answers.ts';

/** The descriptions, each in one file: `/openapi/pets.yaml`, `/en/openapi/pets.json`. */
export function getStaticPaths() {
  return site.locales.flatMap((locale) =>
    apisOf(site, locale).flatMap((api) =>
      describedFiles(site, locale, api, true)
        .filter(({ url }) => !isOwners(site, url.slice(site.base.length)))
        .map((described) => {
          const [folder = '', file = ''] = described.url.slice(site.base.length).split(/(?:^|\/)openapi\//);
          return {
            params: { locale: folder || undefined, file },
            props: { described },
            cacheKey: describedKey(described),
          };
        }),
    ),
  );
}

export const GET: APIRoute<{ described: DescribedFile }> = ({ props }) =>
  new Response(readDescribed(props.described.file), {
    headers: { 'Content-Type': `application/${props.described.format}; charset=utf-8` },
  });

import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import type { Api } from '../../../model/api.ts';
import { type SharedSchemas, sharedSchemas, sharedText } from '../../../site/shared-schemas.ts';
import { apisOf } from '../../../site/site-data.ts';

/** Schemas that the consoles of many operations load, `/_curlew/schemas/0a1b2c3d4e5f6789.json`; most sites have none. */
export function getStaticPaths() {
  const all = site.locales.flatMap((locale) =>
    apisOf(site, locale).flatMap((api) => sharedSchemas(api).map((group) => ({ api, group }))),
  );
  // Languages have the same where nothing in it is translated.
  const byName = new Map(all.map((props) => [props.group.name, props]));
  return [...byName].map(([file, props]) => ({ params: { file }, props }));
}

export const GET: APIRoute<{ api: Api; group: SharedSchemas }> = ({ props }) =>
  new Response(sharedText(props.api.schemas, props.group), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });

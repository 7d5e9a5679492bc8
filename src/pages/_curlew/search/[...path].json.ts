import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import type { SearchRow } from '../../../search/entries.ts';
import { loadGuide } from '../../../site/guides.ts';
import { urlSpace } from '../../../site/paths.ts';
import { guideRows, searchFiles } from '../../../site/search-index.ts';
import { guideUrl } from '../../../views/urls.ts';

let made: Promise<ReadonlyMap<string, string>> | undefined;

/** The search indexes in `dev`, made when they are first asked for. A build writes them at its end, out of its pages. */
export async function getStaticPaths() {
  if (import.meta.env.PROD) return [];
  made ??= makeFiles();
  return [...(await made)].map(([path, content]) => ({
    params: { path: path.slice('_curlew/search/'.length, -'.json'.length) },
    props: { content },
  }));
}

async function makeFiles(): Promise<ReadonlyMap<string, string>> {
  const guides = await Promise.all(
    site.guides.map(async (guide) => {
      const { getHeadings } = await loadGuide(guide);
      return [guideUrl(urlSpace(site, guide.locale), guide.locale, guide.name), guideRows(getHeadings())] as const;
    }),
  );
  const known = new Map<string, readonly SearchRow[]>(guides);
  return searchFiles(site, (url) => known.get(url));
}

export const GET: APIRoute<{ content: string }> = ({ props }) =>
  new Response(props.content, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });

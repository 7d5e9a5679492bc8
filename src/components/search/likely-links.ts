import { parseQuery } from '../../search/query.ts';
import { el } from './elements.ts';
import { hitContent, hrefOf } from './hit-view.ts';
import { findIn, type Source, type SourceHit } from './sources.ts';

const MOST = 5;

/**
 * Links to what the parts of an address may mean, the likeliest first: pages that have the words of all parts, else of
 * the last one, else places on pages.
 */
export async function likelyLinks(source: Source, parts: readonly string[]): Promise<HTMLAnchorElement[]> {
  const tries = await Promise.all([parts.join(' '), parts.at(-1) ?? ''].map((words) => findHits(source, words)));
  const chosen = tries.find(({ pages }) => pages.length > 0) ?? tries[0];
  const { pages = [], places = [], words = [] } = chosen ?? {};
  return (pages.length > 0 ? pages : places)
    .slice(0, MOST)
    .map((hit) => el('a', { class: 'search-hit', href: hrefOf(hit) }, ...hitContent(hit, words, source.manifest.text)));
}

interface Hits {
  readonly pages: readonly SourceHit[];
  readonly places: readonly SourceHit[];
  readonly words: readonly string[];
}

async function findHits(source: Source, text: string): Promise<Hits> {
  const query = parseQuery(text);
  const { groups, words } = query ? await findIn(source, query, () => MOST) : { groups: [], words: [] };
  const hits = groups.flatMap((group) => group.hits).sort((a, b) => b.worth - a.worth);
  // The passages of a guide are told as pages of their own.
  const isPlace = ({ row, page }: SourceHit): boolean => row !== undefined || page[1].includes('#');
  return { pages: hits.filter((hit) => !isPlace(hit)), places: hits.filter(isPlace), words };
}

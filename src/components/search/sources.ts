import { type Found, find, GROUPS, type Group, type GroupName, type Hit } from '../../search/find.ts';
import type { Manifest } from '../../search/format.ts';
import { OpenIndex } from '../../search/open-index.ts';
import type { Query } from '../../search/query.ts';

/** One language's indexes: that of all that is current and, in an older version of an API, that of the version. */
export interface Source {
  readonly manifest: Manifest;
  readonly indexes: readonly OpenIndex[];
}

export interface SourceHit extends Hit {
  readonly index: OpenIndex;
}

export interface SourceGroup extends Omit<Group, 'hits'> {
  readonly hits: readonly SourceHit[];
}

export interface SourceFound extends Omit<Found, 'groups'> {
  readonly groups: readonly SourceGroup[];
}

/** Opens the indexes of a language by their first files, that of all that is current first. */
export function openIndexes(manifests: readonly Manifest[]): Source {
  const [manifest] = manifests;
  if (!manifest) throw new Error('An index has a first file.');
  const indexes = manifests.map((one) => new OpenIndex(one, (name) => readJson(one.folder + name, 'default')));
  for (const index of indexes) whenIdle(() => void index.readAhead().catch(() => {}));
  return { manifest, indexes };
}

/** @param url - of the first file */
export async function openSource(url: string): Promise<Source> {
  return openIndexes([(await readJson(url, 'no-cache')) as Manifest]);
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
  else setTimeout(work, 500);
}

async function readJson(url: string, cache: RequestCache): Promise<unknown> {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

/** Searches all indexes of a language as if they were one. */
export async function findIn(
  { indexes }: Source,
  query: Query,
  limitOf: (name: GroupName) => number,
): Promise<SourceFound> {
  const replaced = new Set(indexes.flatMap(({ manifest }) => manifest.insteadOf ?? []));
  const limit = Math.max(...GROUPS.map(limitOf));
  const all = await Promise.all(
    indexes.map(async (index): Promise<SourceFound> => {
      const { manifest } = index;
      const here = readApi(manifest);
      const without = new Set(
        manifest.apis.flatMap(({ path }, number) => (!manifest.insteadOf && replaced.has(path) ? [number] : [])),
      );
      const found = await find(index, query, { limit, without, ...(here === undefined ? {} : { here }) });
      const groups = found.groups.map((group) => ({ ...group, hits: group.hits.map((hit) => ({ ...hit, index })) }));
      return { ...found, groups };
    }),
  );
  const groups = GROUPS.flatMap((name): SourceGroup[] => {
    const same = all.flatMap((found) => found.groups.filter((group) => group.name === name));
    const hits = same.flatMap((group) => group.hits).sort((a, b) => b.worth - a.worth);
    const count = same.reduce((sum, group) => sum + group.count, 0);
    return count > 0 ? [{ name, hits: hits.slice(0, limitOf(name)), count }] : [];
  });
  groups.sort((a, b) => (b.hits[0]?.worth ?? 0) - (a.hits[0]?.worth ?? 0));
  return {
    groups,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    words: [...new Set(all.flatMap(({ words }) => words))],
  };
}

/** The API whose pages the reader is on. */
function readApi({ root, apis }: Manifest): number | undefined {
  const places = apis.map(({ path }, number) => ({ number, path: root + path }));
  const holding = places.filter(({ path }) => decodeURI(location.pathname).startsWith(path));
  return holding.sort((a, b) => b.path.length - a.path.length)[0]?.number;
}

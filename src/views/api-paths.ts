import type { Api } from '../model/api.ts';
import { uniqueSlugs } from './slugs.ts';

type Named = Pick<Api, 'id' | 'edition'>;

/** The name that an API has in options: its id, or for a version the id of the API it is a version of. */
export function familyOf({ id, edition }: Named): string {
  return edition?.api ?? id;
}

/**
 * Where each API lies below `reference/`: `pets`, `pets/v1` for a version, nothing for an API that is alone.
 *
 * @param chosen - places that the owner chose, by the name in options
 * @returns paths by the APIs' ids, without slashes at their ends
 */
export function apiPaths(
  apis: readonly Named[],
  chosen: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const families = [...new Set(apis.map(familyOf))];
  const slugs = uniqueSlugs(
    families.filter((name) => !chosen.has(name)).map((name) => ({ key: name, name, identity: name })),
  );
  const isAlone = apis.length === 1 && !apis[0]?.edition;
  return new Map(
    apis.map((api) => {
      const family = familyOf(api);
      const place = chosen.get(family) ?? (isAlone ? '' : (slugs.get(family) ?? ''));
      if (!api.edition) return [api.id, place];
      const names = apis.filter((other) => other.edition && familyOf(other) === family);
      const ofNames = uniqueSlugs(
        names.map(({ id, edition }) => ({ key: id, name: edition?.name ?? id, identity: id })),
      );
      return [api.id, `${place}/${ofNames.get(api.id) ?? ''}`];
    }),
  );
}

/** `v3-beta`, `2.0.0-rc.1`, `2024-01-01-preview`: what stands there came before its version. */
const PRE_RELEASE =
  /\d[._-]?(?:alpha|beta|rc|preview|pre|dev|snapshot|canary|nightly|next|unstable|experimental|draft)(?![a-z])/i;

/** Whether a version of an API isn't released yet, as the name of its file or its `info.version` says. */
export function isPreRelease({ edition, version }: Pick<Api, 'edition' | 'version'>): boolean {
  return edition !== undefined && [edition.name, version].some((name) => PRE_RELEASE.test(name));
}

/**
 * Puts the versions of each API that are released before those that aren't, since the first of them stands for all.
 *
 * @param apis - by API, the newest version first
 */
export function releasesFirst(apis: readonly Api[]): readonly Api[] {
  const families = [...new Set(apis.map(familyOf))];
  return families.flatMap((family) => {
    const versions = apis.filter((api) => familyOf(api) === family);
    return [...versions.filter((api) => !isPreRelease(api)), ...versions.filter(isPreRelease)];
  });
}

/** The versions of the same API, the newest release first and what isn't released last; none for an API without versions. */
export function editionsOf(apis: readonly Api[], api: Named): readonly Api[] {
  return api.edition ? apis.filter(({ edition }) => edition?.api === api.edition?.api) : [];
}

/** The APIs that a guide means: all, or the one of a name, or all versions of it. */
export function namedApis<T extends Named>(apis: readonly T[], name: string | undefined): readonly T[] {
  return name === undefined ? apis : apis.filter((api) => api.id === name || familyOf(api) === name);
}

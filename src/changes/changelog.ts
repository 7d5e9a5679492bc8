import type { Api } from '../model/api.ts';
import type { Change } from './change.ts';
import { compareApis } from './compare-apis.ts';

/** A change as a site keeps it: of the operations that it reaches only the first are named. */
export interface ToldChange extends Change {
  /** How many operations a change of a named schema reaches. */
  readonly reach?: number;
}

/** What one version of an API brought. */
export interface VersionStep {
  readonly version: string;
  /** The version before it. */
  readonly before: string;
  readonly changes: readonly ToldChange[];
}

/** What changed from version to version of an API; it is the same in every language. */
export interface Changelog {
  /** The API's id. */
  readonly api: string;
  /** The newest first; never empty. */
  readonly steps: readonly VersionStep[];
}

/** Operations that a change of a schema names; with all of them a list would be as long as the API, for each change. */
const MOST_NAMED = 3;

/**
 * Compares each version with the one before it.
 *
 * @param older - the oldest first
 * @param current - the version that the site is of. A step of the same version number is left out where nothing
 *   changed: the newest of the older ones is a copy of it
 * @returns nothing where there is no step
 */
export function buildChangelog(older: readonly Api[], current: Api): Changelog | undefined {
  const steps = [...older.slice(1), current].flatMap((after, index): VersionStep[] => {
    const before = older[index];
    if (!before) return [];
    const changes = compareApis(before, after).changes.map(told);
    if (changes.length === 0 && before.version === after.version) return [];
    return [{ version: after.version, before: before.version, changes }];
  });
  return steps.length > 0 ? { api: current.id, steps: steps.reverse() } : undefined;
}

function told({ operations, ...change }: Change): ToldChange {
  if (!operations) return change;
  return { ...change, operations: operations.slice(0, MOST_NAMED), reach: operations.length };
}

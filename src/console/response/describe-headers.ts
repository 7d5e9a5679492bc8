import type { Header } from '../../model/parameter.ts';

export interface DescribedHeaders {
  /** By name in lower case, for those that came. */
  readonly known: ReadonlyMap<string, Header>;
  /** Those that are described and didn't come, or that the page may not see. */
  readonly missing: readonly Header[];
}

/** Puts the headers of an answer beside those of its description; their names have no case. */
export function describeHeaders(
  came: readonly (readonly [name: string, value: string])[],
  described: readonly Header[],
): DescribedHeaders {
  const names = new Set(came.map(([name]) => name.toLowerCase()));
  const known = new Map(described.map((header) => [header.name.toLowerCase(), header]));
  return { known, missing: [...known].filter(([name]) => !names.has(name)).map(([, header]) => header) };
}

import type { measureStreams } from '../sandbox/many-streams.ts';
import type { Result, SecondBuild } from './builds.ts';
import type { ConsoleResult } from './console/measure.ts';
import type { PageResult } from './pages/measure.ts';
import type { Reloads } from './reload.ts';
import type { SearchResult } from './search/measure.ts';

/** All that one run of the bench measured: what `--json` writes and `tests/bench/results/` keeps of a release. */
export interface Figures {
  /** `2026-01-31` */
  readonly date: string;
  readonly machine: string;
  readonly runs: number;
  /** Of the packages of the peers, by name. */
  readonly versions: { readonly [name: string]: string };
  readonly results: readonly Result[];
  readonly secondBuilds: readonly SecondBuild[];
  readonly reloads?: Reloads;
  readonly consoles: readonly ConsoleResult[];
  readonly pages: readonly PageResult[];
  readonly search?: SearchResult;
  readonly sandbox?: Awaited<ReturnType<typeof measureStreams>>;
  /** The parts that came to nothing. */
  readonly failures: readonly { readonly part: string; readonly failure: string }[];
}

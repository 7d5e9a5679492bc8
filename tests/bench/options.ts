import { parseArgs } from 'node:util';
import { CONSOLE } from './console/table.ts';
import { DEFAULT_NAMES, QUICK_NAMES } from './descriptions.ts';
import { PAGES } from './pages/table.ts';
import { SEARCH } from './search/table.ts';
import type { Subject } from './subjects/subject.ts';
import { subjects } from './subjects/subjects.ts';
import { RELOAD } from './table.ts';

/** What one call of the bench measures. */
export interface Options {
  /** Descriptions by name or path. */
  readonly names: readonly string[];
  readonly chosen: readonly Subject[];
  readonly parts: ReadonlySet<Part>;
  readonly runs: number;
  readonly isQuick: boolean;
  /** What is searched, and what holds the page that is visited. */
  readonly large: string;
  readonly json?: string;
  readonly compare?: string;
  /** To measure nothing: the file whose figures go into the READMEs, or the newest. */
  readonly readme?: { readonly file: string | undefined };
}

/** The name that `--only` takes. */
export const SANDBOX = 'sandbox';
export const PARTS = [RELOAD, CONSOLE, PAGES, SEARCH, SANDBOX] as const;
export type Part = (typeof PARTS)[number];

export const USAGE = `Usage: npm run bench -- [DESCRIPTION…] [--quick] [--runs N] [--only WHAT]… [--large DESCRIPTION] [--json FILE] [--compare FILE]
       npm run bench -- --readme [FILE]

DESCRIPTION is a file, made-N for one of N operations, or ${DEFAULT_NAMES.filter((name) => !name.startsWith('made-')).join(', ')}.
WHAT is one of ${[...subjects.map(({ name }) => name), ...PARTS].map((name) => `"${name}"`).join(', ')}.
  --quick    one run, ${QUICK_NAMES.join(' and ')}, without the slow peers
  --large    what is searched and what the visited page is part of, in place of made-1200
  --json     writes all figures, after each part what there is
  --compare  prints ratios to the figures of an earlier --json
  --readme   writes the figures of a file, by itself the newest in tests/bench/results, into both READMEs`;

/** @throws with a sentence when the arguments make no sense */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      runs: { type: 'string' },
      only: { type: 'string', multiple: true },
      large: { type: 'string' },
      json: { type: 'string' },
      compare: { type: 'string' },
      readme: { type: 'boolean', default: false },
    },
  });
  const { quick: isQuick, only, json, compare, readme } = values;
  const runs = Number(values.runs ?? (isQuick ? 1 : 3));
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs takes a number from 1, found "${values.runs}".`);
  const known = new Set<string>([...subjects.map(({ name }) => name), ...PARTS]);
  const unknown = only?.find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`--only takes none called "${unknown}".`);
  const chosen = subjects.filter(({ name, isSlow }) => (only ? only.includes(name) : !(isQuick && isSlow)));
  // Who names descriptions wants builds of them.
  const parts = PARTS.filter((part) => (only ? only.includes(part) : positionals.length === 0));
  return {
    names: positionals.length > 0 ? positionals : isQuick ? QUICK_NAMES : DEFAULT_NAMES,
    chosen,
    parts: new Set(parts),
    runs,
    isQuick,
    large: values.large ?? (isQuick ? 'made-300' : 'made-1200'),
    ...(readme ? { readme: { file: positionals[0] } } : {}),
    ...(json === undefined ? {} : { json }),
    ...(compare === undefined ? {} : { compare }),
  };
}

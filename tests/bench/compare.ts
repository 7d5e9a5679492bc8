import { line, median } from './table.ts';

/** What tells one row from another in a file of figures. */
const NAMES = ['description', 'subject', 'change', 'pace', 'query'];
/** Lists of the same thing done several times. */
const REPEATED = new Set(['runs', 'visits', 'searches', 'seconds']);
/** Facts of a description, and the size of a try; no figure of ours. */
const GIVEN = new Set(['operations', 'events', 'streams', 'pages']);

/** What a file of figures holds. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A Markdown table of what two files of `--json` both have: the figure in each, of several runs the median, and the
 * second as a ratio to the first. Peers and floors tell what the machine itself does differently.
 */
export function printComparison(before: Json, after: Json): string {
  const old = figuresOf(before);
  const rows = [...figuresOf(after)].flatMap(([name, now]) => {
    const then = old.get(name);
    if (then === undefined) return [];
    const ratio = then === now ? 1 : now / then;
    return [line([name, round(then), round(now), Number.isFinite(ratio) ? ratio.toFixed(2) : ''])];
  });
  const head = ['figure', 'before', 'now', 'ratio'];
  return [line(head), line(['---', '--:', '--:', '--:']), ...rows].join('\n');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** Every number of a file by what it is a figure of. */
export function figuresOf(json: Json, names: readonly string[] = []): ReadonlyMap<string, number> {
  const figures = new Map<string, number>();
  if (typeof json === 'number') figures.set(names.join(', '), json);
  if (typeof json !== 'object' || json === null) return figures;
  if (isList(json)) {
    for (const one of json) for (const [name, value] of figuresOf(one, names)) figures.set(name, value);
    return figures;
  }
  const own = NAMES.flatMap((key) => (typeof json[key] === 'string' ? [json[key]] : []));
  for (const [key, value] of Object.entries(json)) {
    // The list of visited pages has the name of a count.
    if ((GIVEN.has(key) || REPEATED.has(key)) && typeof value === 'number') continue;
    const found =
      REPEATED.has(key) && isList(value)
        ? medians(value, [...names, ...own, ...(key === 'seconds' ? [key] : [])])
        : figuresOf(value, [...names, ...own, key]);
    for (const [name, figure] of found) figures.set(name, figure);
  }
  return figures;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function medians(runs: readonly Json[], names: readonly string[]): ReadonlyMap<string, number> {
  const all = runs.map((run) => figuresOf(run, names));
  const keys = new Set(all.flatMap((one) => [...one.keys()]));
  return new Map([...keys].map((key) => [key, median(all.flatMap((one) => one.get(key) ?? []))]));
}

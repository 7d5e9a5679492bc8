import type { Result } from '../builds.ts';
import type { Figures } from '../figures.ts';
import type { Run } from '../measure.ts';
import type { PageResult, Visit } from '../pages/measure.ts';
import { GUIDE_CHANGED } from '../subjects/curlew.ts';
import { median, sharesOfFirst } from '../table.ts';

/** What a run measured for a budget, and where; nothing where it measured no such thing. */
export interface Reading {
  readonly value: number;
  /** On which description, against which peer. */
  readonly of?: string;
}

export type Read = (figures: Figures) => Reading | undefined;

const OURS = 'curlew';
const BARE_PAGE = 'bare HTML';
/** Those that send requests from the page; Redoc only shows. */
const PAGES_WITH_CONSOLE = ['swagger-ui', 'scalar', 'elements'];

/** In a small site the start of Node and Astro is most of a build, the second as the first. */
const LARGE = 200;

function worst(readings: readonly (Reading | undefined)[]): Reading | undefined {
  return readings.reduce((most, one) => (one && (!most || one.value > most.value) ? one : most), undefined);
}

function middle<T>(runs: readonly T[], pick: (run: T) => number): number {
  return median(runs.map(pick));
}

/** Our build of the largest real description that `subject` built too; of made ones only where there is no other. */
function largestWith({ results }: Figures, subject: string): { ours: Result; other: Result } | undefined {
  const isMade = ({ description }: Result): number => (description.startsWith('made-') ? 0 : 1);
  const all = results.filter((one) => one.subject === OURS && one.operations >= LARGE && one.runs.length > 0);
  for (const ours of [...all].sort((a, b) => isMade(b) - isMade(a) || b.operations - a.operations)) {
    const other = results.find((one) => one.subject === subject && one.description === ours.description);
    if (other && other.runs.length > 0) return { ours, other };
  }
  return undefined;
}

/** CPU of our build in units of another's, on the largest real description that both built. */
export function cpuTo(subject: string): Read {
  return (figures) => {
    const found = largestWith(figures, subject);
    if (!found) return undefined;
    const cpu = ({ runs }: Result): number => middle(runs, (run) => run.cpuSeconds);
    return { value: cpu(found.ours) / cpu(found.other), of: found.ours.description };
  };
}

/** A figure of our build of GitHub's description. */
export function ofGithub(pick: (run: Run) => number): Read {
  return ({ results }) => {
    const found = results.find((one) => one.subject === OURS && one.description === 'github');
    const value = found ? middle(found.runs, pick) : Number.NaN;
    return Number.isFinite(value) ? { value } : undefined;
  };
}

/** CPU for each operation of the largest description that was made, in units of GitHub's, whose operations are larger. */
export const cpuPerOperation: Read = ({ results }) => {
  const built = results.filter((one) => one.subject === OURS && one.runs.length > 0);
  const github = built.find((one) => one.description === 'github');
  const made = built
    .filter((one) => one.description.startsWith('made-'))
    .reduce<Result | undefined>((most, one) => (most && most.operations > one.operations ? most : one), undefined);
  if (!github || !made) return undefined;
  const each = ({ runs, operations }: Result): number => middle(runs, (run) => run.cpuSeconds) / operations;
  return { value: each(made) / each(github), of: made.description };
};

export const secondBuild: Read = ({ secondBuilds, results }) =>
  worst(
    secondBuilds
      .filter(({ change, operations }) => change === GUIDE_CHANGED && operations >= LARGE)
      .map((second) => {
        const shares = sharesOfFirst(second, results, 'wallSeconds');
        return shares.length > 0 ? { value: median(shares), of: second.description } : undefined;
      }),
  );

function visitsOf({ pages }: Figures, subject: string): readonly PageResult[] {
  return pages.filter((one) => one.subject === subject && one.visits.length > 0);
}

/** A figure of our operation page, the worse of the two descriptions. */
export function ofPage(key: keyof Visit, pace: PageResult['pace'] = 'default', unit = 1): Read {
  return (figures) =>
    worst(
      visitsOf(figures, OURS)
        .filter((one) => one.pace === pace)
        .map(({ visits, operations }) => ({
          value: middle(visits, (visit) => visit[key]) / unit,
          of: `${operations} operations`,
        })),
    );
}

/** Bytes of the page in the large description in units of those in the small one. */
export const pageGrowth: Read = (figures) => {
  const [small, large] = visitsOf(figures, OURS)
    .filter(({ pace }) => pace === 'default')
    .sort((a, b) => a.operations - b.operations);
  if (!small || !large) return undefined;
  const bytes = ({ visits }: PageResult): number => middle(visits, (visit) => visit.bytes);
  return { value: bytes(large) / bytes(small), of: `${small.operations} and ${large.operations} operations` };
};

/** When our page shows the operation, in units of the quickest of the subjects; where the machine is slow. */
function visibleTo(subjects: readonly string[]): Read {
  return (figures) =>
    worst(
      visitsOf(figures, OURS)
        .filter(({ pace }) => pace === 'slow')
        .map((ours) => {
          const visible = ({ visits }: PageResult): number => middle(visits, (visit) => visit.visible);
          const others = subjects
            .flatMap((subject) => visitsOf(figures, subject))
            .filter(({ pace, description }) => pace === 'slow' && description === ours.description)
            .sort((a, b) => visible(a) - visible(b));
          const [best] = others;
          if (!best) return undefined;
          return { value: visible(ours) / visible(best), of: `${best.subject}, ${ours.operations} operations` };
        }),
    );
}

export const visibleToBareHtml = visibleTo([BARE_PAGE]);
export const visibleToConsoles = visibleTo(PAGES_WITH_CONSOLE);

/** A figure of our console. */
export function ofConsole(pick: (run: Figures['consoles'][number]['runs'][number]) => number): Read {
  return ({ consoles }) => {
    const runs = consoles.find(({ subject }) => subject === OURS)?.runs ?? [];
    return runs.length > 0 ? { value: middle(runs, pick) } : undefined;
  };
}

/** What script holds after a million events in units of that after 20,000. */
export const streamMemory: Read = ({ consoles }) => {
  const ours = consoles.find(({ subject }) => subject === OURS);
  if (!ours?.long || ours.runs.length === 0) return undefined;
  return { value: ours.long.heap / middle(ours.runs, ({ stream }) => stream.heap) };
};

export const firstResults: Read = ({ search }) =>
  worst(
    (search?.queries ?? []).map(({ query, searches }) => ({
      value: middle(searches, ({ first }) => first),
      of: `"${query}", ${search?.operations} operations`,
    })),
  );

/** The largest part of the index that a search fetched; a small index may come whole. */
export const indexFetched: Read = ({ search }) =>
  worst(
    (search && search.operations >= 1000 ? search.queries : []).map(({ query, searches }) => ({
      value: middle(searches, ({ bytes }) => bytes) / (search?.index.packed ?? Number.NaN),
      of: `"${query}"`,
    })),
  );

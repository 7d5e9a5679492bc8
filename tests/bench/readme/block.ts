import { budgets } from '../budgets/budgets.ts';
import { amount } from '../budgets/table.ts';
import type { Result } from '../builds.ts';
import type { ConsoleRun } from '../console/measure.ts';
import type { Figures } from '../figures.ts';
import type { PageResult, Visit } from '../pages/measure.ts';
import { GUIDE_CHANGED, OPERATION_CHANGED } from '../subjects/curlew.ts';
import { COPY, FLOOR } from '../subjects/subjects.ts';
import { line, median, sharesOfFirst } from '../table.ts';
import type { Words } from './words.ts';

/** How a subject is called in prose, and the package whose version is told with it. */
const SUBJECTS: ReadonlyMap<string, readonly [name: string, packageName?: string]> = new Map([
  ['curlew', ['Curlew']],
  ['starlight-openapi', ['starlight-openapi', 'starlight-openapi']],
  ['docusaurus-openapi-docs', ['docusaurus-openapi-docs', 'docusaurus-plugin-openapi-docs']],
  ['blume', ['Blume', 'blume']],
  ['redoc', ['Redoc', 'redoc']],
  ['swagger-ui', ['Swagger UI', 'swagger-ui-dist']],
  ['scalar', ['Scalar', '@scalar/api-reference']],
  ['elements', ['Stoplight Elements', '@stoplight/elements']],
]);

const DESCRIPTIONS: ReadonlyMap<string, string> = new Map([
  ['figma', 'Figma'],
  ['stripe', 'Stripe'],
  ['github', 'GitHub'],
]);

/** The figures as a README tells them, in Markdown; what was not measured is left out. */
export function readmeBlock(figures: Figures, words: Words): string {
  const { date, machine, runs } = figures;
  return [
    words.intro({ date, machine, runs }),
    ...builds(figures, words),
    ...sentences(figures, words),
    ...pages(figures, words),
    ...consoles(figures, words),
    ...missedBudgets(figures, words),
  ].join('\n\n');
}

function builds({ results, versions }: Figures, words: Words): string[] {
  const descriptions = [...new Map(results.map((one) => [one.description, one])).values()];
  const largest = descriptions.reduce<Result | undefined>(
    (most, one) => (isReal(one) && one.operations > (most?.operations ?? 0) ? one : most),
    undefined,
  );
  if (!largest) return [];
  const called = nameOfDescription(largest);
  const head = [
    words.subject,
    ...descriptions.map((one) =>
      words.description(isReal(one) ? nameOfDescription(one) : undefined, whole(one.operations)),
    ),
    words.memory(called),
    words.output(called),
  ];
  const find = (description: string, subject: string): Result | undefined =>
    results.find((one) => one.description === description && one.subject === subject);
  const cpu = ({ runs }: Result): number => median(runs.map(({ cpuSeconds }) => cpuSeconds));
  const rows = [...new Set(results.map(({ subject }) => subject))].map((subject) => {
    const cells = descriptions.map(({ description }) => {
      const result = find(description, subject);
      if (!result) return '';
      if (result.runs.length === 0) return words.unfinished;
      const floor = find(description, FLOOR);
      const ratio =
        floor && floor.runs.length > 0 && subject !== FLOOR ? ` (${(cpu(result) / cpu(floor)).toFixed(1)})` : '';
      return `${cpu(result).toFixed(1)}${ratio}`;
    });
    const runs = find(largest.description, subject)?.runs ?? [];
    const tail =
      runs.length > 0
        ? (['megabytes', 'outputMegabytes'] as const).map((key) => whole(median(runs.map((run) => run[key]))))
        : ['', ''];
    return line([nameOf(subject, versions, words), ...cells, ...tail]);
  });
  const failed = results.flatMap(({ description, subject, failure }) =>
    failure === undefined
      ? []
      : [
          {
            subject: nameOf(subject, versions, words),
            description: nameOfDescription({ description }),
            reason: `\`${failure.replaceAll('`', '')}\``,
          },
        ],
  );
  return [words.builds, table(head, rows), ...(failed.length > 0 ? [words.failures(failed)] : [])];
}

function isReal({ description }: Result): boolean {
  return !description.startsWith('made-');
}

function sentences({ results, secondBuilds, reloads, search, sandbox }: Figures, words: Words): string[] {
  const said: string[] = [];
  const share = (description: string, change: string): string | undefined => {
    const found = secondBuilds.find((one) => one.description === description && one.change === change);
    const shares = found ? sharesOfFirst(found, results, 'wallSeconds') : [];
    return shares.length > 0 ? `${(median(shares) * 100).toFixed(0)} %` : undefined;
  };
  const largest = secondBuilds.reduce<(typeof secondBuilds)[number] | undefined>(
    (most, one) => (one.operations > (most?.operations ?? 0) ? one : most),
    undefined,
  );
  const guide = largest && share(largest.description, GUIDE_CHANGED);
  const operation = largest && share(largest.description, OPERATION_CHANGED);
  if (largest && guide !== undefined && operation !== undefined)
    said.push(words.second({ description: nameOfDescription(largest), guide, operation }));
  if (reloads)
    said.push(words.reload({ operations: whole(reloads.operations), seconds: median(reloads.seconds).toFixed(1) }));
  if (search) {
    const spread = (key: 'first' | 'again'): string => {
      const all = search.queries.map(({ searches }) => median(searches.map((one) => one[key])));
      return `${whole(Math.min(...all))}–${whole(Math.max(...all))}`;
    };
    const { files, packed } = search.index;
    said.push(
      words.search({
        operations: whole(search.operations),
        first: spread('first'),
        again: spread('again'),
        files: whole(files),
        packed: whole(packed / 1000),
      }),
    );
  }
  if (sandbox) {
    const { streams, complete, p50, elapsed } = sandbox;
    said.push(
      words.sandbox({
        streams: whole(streams),
        complete: whole(complete),
        first: whole(p50),
        seconds: (elapsed / 1000).toFixed(1),
      }),
    );
  }
  return said.length > 0 ? [said.join('\n')] : [];
}

function pages({ pages: results, versions }: Figures, words: Words): string[] {
  const sizes = [...new Set(results.map(({ operations }) => operations))].sort((a, b) => a - b);
  const [small, large] = sizes;
  if (small === undefined || large === undefined) return [];
  const rows = [...new Set(results.map(({ subject }) => subject))].map((subject) => {
    const both = (key: keyof Visit, pace: PageResult['pace'], unit = 1): string => {
      const cells = sizes.map((size) => {
        const found = results.find((one) => one.subject === subject && one.operations === size && one.pace === pace);
        if (!found) return '–';
        if (found.visits.length === 0) return words.never;
        return whole(median(found.visits.map((visit) => visit[key])) / unit);
      });
      return [...new Set(cells)].length === 1 ? (cells[0] ?? '') : cells.join(' / ');
    };
    return line([
      nameOf(subject, versions, words),
      both('bytes', 'default', 1000),
      both('requests', 'default'),
      both('visible', 'default'),
      both('visible', 'slow'),
      both('blocking', 'slow'),
    ]);
  });
  return [words.pages({ small: whole(small), large: whole(large) }), table(words.pageHead, rows)];
}

function consoles({ consoles: results, versions }: Figures, words: Words): string[] {
  const rows = results.flatMap(({ subject, runs }) => {
    if (runs.length === 0) return [];
    const pick = (read: (run: ConsoleRun) => number): number => median(runs.map(read));
    const longest = pick(({ stream }) => stream.longestTask);
    return line([
      nameOf(subject, versions, words),
      whole(pick(({ pageBytes, pressBytes }) => (pageBytes + pressBytes) / 1000)),
      whole(pick(({ ready }) => ready)),
      whole(pick(({ reached }) => reached)),
      whole(pick(({ stream }) => stream.firstToken)),
      whole(pick(({ stream }) => stream.end)),
      longest === 0 ? '< 50' : whole(longest),
      whole(pick(({ stream }) => stream.heap / 1e6)),
    ]);
  });
  return rows.length > 0 ? [words.consoles, table(words.consoleHead, rows)] : [];
}

function missedBudgets(figures: Figures, { language, ...words }: Words): string[] {
  const measured = budgets.flatMap((budget) => {
    const reading = budget.read(figures);
    return reading ? { budget, value: reading.value } : [];
  });
  const missed = measured.filter(({ budget, value }) => value > budget.most);
  if (missed.length === 0) return [];
  const rows = missed.map(({ budget: { what, most, unit, why }, value }) =>
    line([`${what[language]}: ≤ ${amount(most, unit)}`, amount(value, unit), why?.[language] ?? '']),
  );
  const head = [line(words.budgetHead), '|---|--:|---|', ...rows].join('\n');
  return [words.budgets({ met: measured.length - missed.length, all: measured.length }), head];
}

function nameOfDescription({ description }: Pick<Result, 'description'>): string {
  return DESCRIPTIONS.get(description) ?? description;
}

function nameOf(subject: string, versions: Figures['versions'], words: Words): string {
  if (subject === FLOOR) return words.bareAstro;
  if (subject === COPY) return words.astroCopy;
  if (subject === 'limit') return words.limit;
  if (subject === 'bare HTML') return words.bareHtml;
  const [name = subject, packageName = ''] = SUBJECTS.get(subject) ?? [];
  const version = versions[packageName]?.split('.').slice(0, 2).join('.');
  return version === undefined ? name : `${name} ${version}`;
}

function table(head: readonly string[], rows: readonly string[]): string {
  return [line(head), `|${head.map((_, index) => (index === 0 ? '---' : '--:')).join('|')}|`, ...rows].join('\n');
}

/** `12,345`, the same on every machine. */
function whole(value: number): string {
  return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',');
}

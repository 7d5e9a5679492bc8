// npm run bench: builds descriptions with us and with the peers beside us, saves one while `dev` serves it, drives our
// console and those of the peers, visits one operation's page in a small and a large description, searches the large one
// and loads the sandbox; prints tables and what the budgets make of them. options.ts tells the arguments. Figures of one
// run compare; those of two machines don't.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { measureStreams } from '../sandbox/many-streams.ts';
import { budgets } from './budgets/budgets.ts';
import { printBudgets } from './budgets/table.ts';
import { leaveOut, measureBuilds, tell } from './builds.ts';
import { printComparison } from './compare.ts';
import { measureConsoles } from './console/measure.ts';
import { CONSOLE, printConsoles, printSandbox } from './console/table.ts';
import { type Description, findDescription } from './descriptions.ts';
import type { Figures } from './figures.ts';
import { type Options, type Part, readOptions, SANDBOX, USAGE } from './options.ts';
import { installPackages, versions } from './packages.ts';
import { measurePages } from './pages/measure.ts';
import { PAGES, printPages } from './pages/table.ts';
import { endWithChildren } from './processes.ts';
import { writeReadmes } from './readme/write.ts';
import { measureReloads } from './reload.ts';
import { measureSearch } from './search/measure.ts';
import { printSearch, SEARCH } from './search/table.ts';
import { FLOOR } from './subjects/subjects.ts';
import { printSecondBuilds, printTable, RELOAD, reloadRow } from './table.ts';

/** How often `dev` shows a saved description. */
const SAVES = 7;

const options = read();
if (options.readme) await writeReadmes(options.readme.file);
else await bench(options);

function read(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${tell(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

async function bench({ names, chosen, parts, runs, isQuick, large, json, compare }: Options): Promise<void> {
  installPackages();
  // Read first: a file that can't be read is told before an hour of measuring.
  const earlier = compare === undefined ? undefined : JSON.parse(await readFile(compare, 'utf8'));
  const work = join(import.meta.dirname, '.work');
  await mkdir(work, { recursive: true });
  // Here, so that the peers find their packages.
  const folder = await mkdtemp(join(work, 'run-'));
  endWithChildren(folder);
  let figures: Figures = { ...start(runs), results: [], secondBuilds: [], consoles: [], pages: [], failures: [] };
  /** What was measured so far is kept, whatever comes of the rest. */
  const add = async (more: Partial<Figures>): Promise<void> => {
    figures = { ...figures, ...more };
    if (json !== undefined) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
  };
  const part = async (name: Part, work: () => Promise<Partial<Figures>>): Promise<void> => {
    if (!parts.has(name)) return;
    console.error(`${name} …`);
    await add(
      await work().catch((error) => ({ failures: [...figures.failures, { part: name, failure: tell(error) }] })),
    );
  };
  try {
    for (const name of chosen.length > 0 ? names : []) {
      const description = await findDescription(name, join(folder, 'descriptions'));
      await build(description);
    }
    await part(RELOAD, async () => ({ reloads: await measureReloads(join(folder, 'dev'), SAVES) }));
    await part(CONSOLE, async () => ({ consoles: await measureConsoles(join(folder, 'consoles'), runs, isQuick) }));
    await part(PAGES, async () => ({ pages: await measurePages(join(folder, 'pages'), runs, large, isQuick) }));
    await part(SEARCH, async () => ({ search: await measureSearch(join(folder, 'search'), runs, large) }));
    await part(SANDBOX, async () => ({ sandbox: await measureStreams(isQuick ? 200 : 1000) }));
    console.log(print(figures));
    if (earlier !== undefined) console.log(`\n${printComparison(earlier, JSON.parse(JSON.stringify(figures)))}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  async function build(description: Description): Promise<void> {
    for (const subject of chosen) {
      const left = leaveOut(description, subject, figures.results);
      const { result, seconds } = left
        ? { result: left, seconds: [] }
        : await measureBuilds(description, subject, { folder, runs });
      await add({
        results: [...figures.results, result],
        secondBuilds: [...figures.secondBuilds, ...seconds],
      });
      const took = result.runs.map(({ wallSeconds }) => wallSeconds.toFixed(1)).join(', ');
      console.error(`${description.name}, ${subject.name}: ${result.failure ?? `${took} s`}`);
    }
  }
}

function start(runs: number): Pick<Figures, 'date' | 'machine' | 'runs' | 'versions'> {
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`,
    runs,
    versions: versions(),
  };
}

function print(figures: Figures): string {
  const { date, machine, runs, results, secondBuilds, reloads, consoles, pages, search, sandbox, failures } = figures;
  const many = runs === 1 ? 'one run' : `medians of ${runs} runs (least–most)`;
  const builds = [printTable(results, FLOOR), ...(reloads ? [reloadRow(reloads)] : [])].join('\n');
  return [
    `${date}, ${machine}; ${many}${reloads ? `, of ${SAVES} saves for dev` : ''}`,
    ...(results.length > 0 || reloads ? [builds] : []),
    ...(secondBuilds.length > 0 ? [printSecondBuilds(secondBuilds, results)] : []),
    ...(consoles.length > 0 ? [printConsoles(consoles)] : []),
    ...(pages.length > 0 ? [printPages(pages)] : []),
    ...(search ? [printSearch(search)] : []),
    ...(sandbox ? [printSandbox(sandbox)] : []),
    printBudgets(budgets, figures),
    ...failures.map(({ part, failure }) => `${part}: ${failure}`),
  ].join('\n\n');
}

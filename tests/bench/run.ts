// npm run bench -- [FILE…] [--quick] [--runs N] [--only SUBJECT] [--large FILE] [--json FILE] [--compare FILE]: builds each description with us
// and with the peers beside us, saves one while `dev` serves it, drives our console and those of the peers, visits
// one operation's page in a small and a large description (--large names another), searches the large one, and prints tables; --compare adds ratios to an earlier --json file. Figures of one run compare; those of two machines don't.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureStreams } from '../sandbox/many-streams.ts';
import { printComparison } from './compare.ts';
import { measureConsoles } from './console/measure.ts';
import { CONSOLE, printConsoles, printSandbox } from './console/table.ts';
import { type Description, makeDescription, readDescription } from './descriptions.ts';
import { measure, type Run } from './measure.ts';
import { measurePages } from './pages/measure.ts';
import { PAGES, printPages } from './pages/table.ts';
import { measureReloads } from './reload.ts';
import { measureSearch } from './search/measure.ts';
import { printSearch, SEARCH } from './search/table.ts';
import { subjects } from './subjects/subjects.ts';
import { printTable, RELOAD, type Result, reloadRow } from './table.ts';

const FLOOR = 'bare astro';
/** How often `dev` shows a saved description. */
const SAVES = 7;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string' },
    only: { type: 'string', multiple: true },
    large: { type: 'string' },
    json: { type: 'string' },
    compare: { type: 'string' },
  },
});
const runs = Number(values.runs ?? (values.quick ? 1 : 3));
const chosen = subjects.filter(({ name }) => !values.only || values.only.includes(name));
// A description of the caller's own has no operation that the bench knows to change.
const withReloads = values.only ? values.only.includes(RELOAD) : positionals.length === 0;
const withConsoles = values.only ? values.only.includes(CONSOLE) : positionals.length === 0;
const withPages = values.only ? values.only.includes(PAGES) : positionals.length === 0;
const withSearch = values.only ? values.only.includes(SEARCH) : positionals.length === 0;
const isNothing = chosen.length === 0 && !withReloads && !withConsoles && !withPages && !withSearch;
if (!Number.isInteger(runs) || runs < 1 || isNothing) {
  console.error(`Usage: npm run bench -- [FILE…] [--quick] [--runs N] [--large FILE] [--json FILE] [--compare FILE] [--only SUBJECT]…
SUBJECT is one of ${[...subjects.map(({ name }) => name), RELOAD, CONSOLE, PAGES, SEARCH].map((name) => `"${name}"`).join(', ')}.`);
  process.exit(2);
}
if (withConsoles || withPages || chosen.some(({ isPeer }) => isPeer)) installPeers();

// Read first: a file that can't be read is told before an hour of measuring.
const earlier = values.compare === undefined ? undefined : JSON.parse(await readFile(values.compare, 'utf8'));
const root = resolve(import.meta.dirname, '../..');
const work = join(import.meta.dirname, '.work');
await mkdir(work, { recursive: true });
// Here, so that the peers find their packages.
const folder = await mkdtemp(join(work, 'run-'));
try {
  const results: Result[] = [];
  const descriptions = chosen.length > 0 ? await describeAll(join(folder, 'descriptions')) : [];
  for (const description of descriptions) {
    for (const subject of chosen) {
      const result = await measureOne(description, subject);
      results.push(result);
      console.error(`${description.name}, ${subject.name}: ${result.failure ?? `${result.runs.length} runs`}`);
    }
  }
  const reloads = withReloads ? await measureReloads(join(folder, 'dev'), SAVES).catch(tellFailure) : undefined;
  const consoles = withConsoles ? await measureConsoles(join(folder, 'consoles'), runs, Boolean(values.quick)) : [];
  const large = values.large === undefined ? undefined : resolve(values.large);
  const pages = withPages ? await measurePages(join(folder, 'pages'), runs, large) : [];
  const search = withSearch ? await measureSearch(join(folder, 'search'), runs, large) : undefined;
  const sandbox = withConsoles ? await measureStreams(values.quick ? 200 : 1000) : undefined;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`;
  const date = new Date().toISOString().slice(0, 10);
  console.log(
    `${date}, ${machine}; ${runs === 1 ? 'one run' : `medians of ${runs} runs (least–most)`}${reloads ? `, of ${SAVES} saves for dev` : ''}\n`,
  );
  if (results.length > 0 || reloads)
    console.log([printTable(results, FLOOR), ...(reloads ? [reloadRow(reloads)] : [])].join('\n'));
  if (consoles.length > 0) console.log(`\n${printConsoles(consoles)}`);
  if (pages.length > 0) console.log(`\n${printPages(pages)}`);
  if (search) console.log(`\n${printSearch(search)}`);
  if (sandbox) console.log(`\n${printSandbox(sandbox)}`);
  const figures = { date, machine, runs, results, reloads, consoles, pages, search, sandbox };
  if (earlier !== undefined) console.log(`\n${printComparison(earlier, JSON.parse(JSON.stringify(figures)))}`);
  if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function tellFailure(error: unknown): undefined {
  console.error(`${RELOAD}: ${error instanceof Error ? error.message : error}`);
}

async function describeAll(into: string): Promise<Description[]> {
  if (positionals.length > 0) return Promise.all(positionals.map((file) => readDescription(resolve(file), into)));
  const own = await readDescription(join(root, 'openapi/apigpt.yaml'), into);
  const made = await Promise.all((values.quick ? [100] : [100, 1000]).map((count) => makeDescription(count, into)));
  return [own, ...made];
}

async function measureOne(description: Description, { name, prepare }: (typeof subjects)[number]): Promise<Result> {
  const facts = { description: description.name, operations: description.operations, subject: name };
  const done: Run[] = [];
  try {
    const command = await prepare(description, join(folder, `${description.name}-${name.replace(/\W+/g, '-')}`));
    for (let index = 0; index < runs; index += 1) done.push(await measure(command));
    return { ...facts, runs: done };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { ...facts, runs: [], failure: said.split('\n')[0]?.slice(0, 100) ?? '' };
  }
}

function installPeers(): void {
  if (existsSync(join(import.meta.dirname, 'node_modules/redoc'))) return;
  console.error('Installing the peers, once …');
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', args, { cwd: import.meta.dirname, stdio: ['ignore', 'inherit', 'inherit'] });
}

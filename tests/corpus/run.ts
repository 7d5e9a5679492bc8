// npm run corpus -- FOLDER: builds and checks every description in a folder and prints a table.
import { parseArgs } from 'node:util';
import { buildOne, type Outcome, readModels } from './outcome.ts';
import { type Description, findRoots } from './roots.ts';

const USAGE = `Usage: npm run corpus -- FOLDER [--facts [--hops N]] [--model] [--samples] [--sandbox] [--only NAME] [--jobs N] [--verbose]

  --facts      looks for every fact of a description on its built pages
  --hops N     follows N links from an operation's page to pages of schemas, not as many as there are
  --model      looks for them in the model alone, without a site
  --samples    runs the shell, Python and JavaScript samples of every operation against a recorder, without a site
  --sandbox    asks the sandbox for every answer there is and holds each against its schema, without a site
  --only NAME  takes the files whose path holds NAME
  --jobs N     builds N at once
  --verbose    prints each missing fact with its page and its place in the file`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    facts: { type: 'boolean', default: false },
    model: { type: 'boolean', default: false },
    samples: { type: 'boolean', default: false },
    sandbox: { type: 'boolean', default: false },
    hops: { type: 'string', default: 'Infinity' },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
const jobs = Number(values.jobs);
if (folder === undefined || positionals.length > 1 || !Number.isInteger(jobs) || jobs < 1) fail(USAGE);
const files = findRoots(folder).filter(({ name }) => name.includes(values.only));
if (files.length === 0) fail(`There is no description in ${folder}.`);

const width = Math.max(...files.map(({ name }) => name.length), 4);
const looksForFacts = values.facts || values.model;
const HEADS = ['outcome', 'pages', 'errors', 'warnings', 'cpu s', 'MB', 'out MB', 'page kB'];
printRow('file', [
  ...HEADS,
  ...(values.sandbox
    ? ['answers', 'items', 'no schema', 'made', 'refused', 'overlaps', 'authors', 'failed']
    : values.samples
      ? ['samples', 'refused', 'failed']
      : looksForFacts
        ? ['facts', 'missing']
        : []),
]);

const counts = new Map<string, number>();
let facts = 0;
let missing = 0;
let samples = 0;
let unlike = 0;
let simulated = 0;
let invalid = 0;
let failed = 0;
if (values.model || values.samples || values.sandbox) {
  let at = 0;
  const look = values.sandbox ? 'sandbox' : values.samples ? 'samples' : 'facts';
  for await (const outcome of readModels(
    files.map(({ path }) => path),
    look,
  )) {
    const file = files[at];
    if (file) report(file, outcome);
    at += 1;
  }
} else {
  const waiting = [...files];
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) {
        report(file, await buildOne(file.path, { facts: values.facts, hops: values.hops }));
      }
    }),
  );
}

console.log(`\n${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`);
if (facts > 0) console.log(`${facts} facts, ${missing} missing: ${share(facts, missing)} found`);
if (values.samples) console.log(`${samples} samples run, ${unlike} failed`);
if (values.sandbox) console.log(`${simulated} simulated answers, ${invalid} failed`);
process.exitCode = failed > 0 || missing > 0 || unlike > 0 || invalid > 0 ? 1 : 0;

function report({ name }: Description, one: Outcome): void {
  counts.set(one.outcome, (counts.get(one.outcome) ?? 0) + 1);
  if (one.outcome === 'crashed' || one.outcome === 'hung') failed += 1;
  facts += one.facts?.total ?? 0;
  missing += one.facts?.missing.length ?? 0;
  samples += one.samples?.total ?? 0;
  unlike += one.samples?.failed.length ?? 0;
  simulated += one.simulated?.answers ?? 0;
  invalid += one.simulated?.failed.length ?? 0;
  printRow(name, [
    one.outcome,
    one.pages,
    one.errors,
    one.warnings,
    one.cpuSeconds?.toFixed(1),
    one.megabytes?.toFixed(0),
    inUnits(one.size, 1e6),
    inUnits(one.largest, 1e3),
    ...(looksForFacts
      ? [one.facts && share(one.facts.total, one.facts.missing.length), one.facts?.missing.length]
      : []),
    ...(values.samples ? [one.samples?.total, one.samples?.refused.length, one.samples?.failed.length] : []),
    ...(values.sandbox ? sandboxCells(one.simulated) : []),
  ]);
  for (const line of one.simulated?.failed.slice(0, values.verbose ? undefined : 3) ?? []) console.log(`  ${line}`);
  if (values.verbose) {
    for (const line of one.simulated?.refused ?? []) console.log(`    refused: ${line}`);
    for (const line of one.simulated?.authors ?? []) console.log(`    the author's own: ${line}`);
    for (const line of one.simulated?.overlaps ?? []) console.log(`    overlap: ${line}`);
  }
  for (const line of one.samples?.failed.slice(0, values.verbose ? undefined : 3) ?? []) console.log(`  ${line}`);
  if (values.verbose) for (const line of one.samples?.refused ?? []) console.log(`    refused: ${line}`);
  if (one.first) console.log(`  ${one.first.split('\n')[0]}`);
  if (one.facts && one.facts.kinds.length > 0) console.log(`  ${one.facts.kinds.join(', ')}`);
  if (values.verbose) for (const line of one.facts?.missing ?? []) console.log(`    ${line}`);
}

function sandboxCells(found: Outcome['simulated']): (number | undefined)[] {
  if (!found) return [];
  const { answers, items, undescribed, remembered, refused, overlaps, authors, failed } = found;
  return [answers, items, undescribed, remembered, refused.length, overlaps.length, authors.length, failed.length];
}

function printRow(name: string, cells: readonly (string | number | undefined)[]): void {
  console.log([name.padEnd(width), ...cells.map((cell) => String(cell ?? '').padStart(9))].join(' '));
}

function inUnits(bytes: number | undefined, unit: number): string | undefined {
  return bytes === undefined ? undefined : (bytes / unit).toFixed(1);
}

/** Never rounded up to 100. */
function share(total: number, lost: number): string {
  if (lost === 0) return '100 %';
  return `${(Math.floor(((total - lost) / total) * 10_000) / 100).toFixed(2)} %`;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

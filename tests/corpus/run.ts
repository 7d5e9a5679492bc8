// npm run corpus -- FOLDER: builds and checks every description in a folder and prints a table.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A description that takes longer hangs. */
const PATIENCE = 600_000;

interface Outcome {
  readonly outcome: 'built' | 'refused' | 'crashed' | 'hung';
  readonly pages?: number;
  readonly errors?: number;
  readonly warnings?: number;
  readonly cpuSeconds?: number;
  readonly megabytes?: number;
  /** What was said of a description that was not built. */
  readonly first?: string;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npm run corpus -- FOLDER');
  process.exit(2);
}
const files = await findDescriptions(resolve(folder));
if (files.length === 0) {
  console.error(`There is no description in ${folder}.`);
  process.exit(2);
}

const width = Math.max(...files.map((file) => file.name.length), 4);
const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, index) => (index === 0 ? String(cell).padEnd(width) : String(cell).padStart(9))).join(' ');
console.log(row(['file', 'outcome', 'pages', 'errors', 'warnings', 'cpu s', 'MB']));

const counts = new Map<Outcome['outcome'], number>();
for (const { name, path } of files) {
  const one = await buildOne(path);
  counts.set(one.outcome, (counts.get(one.outcome) ?? 0) + 1);
  const { pages = '', errors = '', warnings = '', cpuSeconds, megabytes } = one;
  console.log(
    row([name, one.outcome, pages, errors, warnings, cpuSeconds?.toFixed(1) ?? '', megabytes?.toFixed(0) ?? '']),
  );
  if (one.first) console.log(`  ${one.first.split('\n')[0]}`);
}
const failed = (counts.get('crashed') ?? 0) + (counts.get('hung') ?? 0);
console.log(`\n${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`);
process.exitCode = failed > 0 ? 1 : 0;

async function findDescriptions(root: string): Promise<{ name: string; path: string }[]> {
  const names = (await readdir(root, { recursive: true })).filter((name) => /\.(ya?ml|json)$/i.test(name)).sort();
  const found: { name: string; path: string }[] = [];
  for (const name of names) {
    const path = join(root, name);
    if (!(await stat(path)).isFile()) continue;
    // The key stands near the start of a root file, or on a line of its own.
    const text = await readFile(path, 'utf8');
    if (
      /^\s*["']?(openapi|swagger)["']?\s*:/m.test(text) ||
      /^\s*\{[\s\S]*?"(openapi|swagger)"\s*:/.test(text.slice(0, 100_000))
    ) {
      found.push({ name, path });
    }
  }
  return found;
}

async function buildOne(path: string): Promise<Outcome> {
  const out = await mkdtemp(join(tmpdir(), 'curlew-corpus-'));
  try {
    const { code, stdout, stderr } = await run([join(import.meta.dirname, 'one.ts'), path, join(out, 'site')]);
    if (code === null) return { outcome: 'hung', first: `Nothing after ${PATIENCE / 1000} s.` };
    if (code !== 0)
      return {
        outcome: 'crashed',
        first:
          stderr
            .trim()
            .split('\n')
            .find((line) => /Error/.test(line)) ?? `exit ${code}`,
      };
    const told = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Omit<Outcome, 'outcome'>;
    return { outcome: told.errors ? 'refused' : 'built', ...told };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

function run(args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', fail);
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code, stdout, stderr });
    });
  });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulated } from '../sandbox/simulate.ts';
import { type Ended, lastWords, runScript } from './process.ts';

/** A description that says nothing for so long hangs. */
const PATIENCE = 600_000;
/** Models that one process reads, so that starting it costs little. */
const BATCH = 40;

export interface FactsFound {
  readonly total: number;
  /** `property.default 3/120`, of each kind with missing facts. */
  readonly kinds: readonly string[];
  /** One line for each. */
  readonly missing: readonly string[];
}

export interface Outcome {
  readonly outcome: 'built' | 'refused' | 'crashed' | 'hung';
  readonly pages?: number;
  readonly errors?: number;
  readonly warnings?: number;
  readonly cpuSeconds?: number;
  readonly megabytes?: number;
  /** Of all files of the site, in bytes. */
  readonly size?: number;
  /** Of the largest page of an operation, in bytes. */
  readonly largest?: number;
  /** What was said of a description that was not built. */
  readonly first?: string;
  readonly facts?: FactsFound;
  readonly samples?: SamplesRun;
  readonly simulated?: Simulated;
}

export interface SamplesRun {
  /** How many ran, of three languages. */
  readonly total: number;
  /** Requests that can't be sent as the description has them, and why. */
  readonly refused: readonly string[];
  readonly failed: readonly string[];
}

/** Builds a description in a folder that goes away. */
export async function buildOne(path: string, { facts, hops }: { facts: boolean; hops: string }): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'curlew-corpus-'));
  const site = join(folder, 'site');
  try {
    const ended = await runScript([script('one.ts'), path, site], folder, PATIENCE);
    const died = deathOf(ended);
    if (died) return died;
    const told = JSON.parse(ended.lines.at(-1) ?? '{}') as Omit<Outcome, 'outcome'>;
    if (told.errors) return { outcome: 'refused', ...told };
    if (!facts) return { outcome: 'built', ...told };
    const looked = await runScript([script('facts-of-site.ts'), path, site, hops], process.cwd(), PATIENCE);
    const lost = deathOf(looked);
    if (lost) return { ...told, ...lost, first: `The facts could not be looked for: ${lost.first}` };
    return { outcome: 'built', ...told, facts: JSON.parse(looked.lines.at(-1) ?? '{}') as FactsFound };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads descriptions without building sites; outcomes come in order, a batch at a time. */
export async function* readModels(
  paths: readonly string[],
  look: 'facts' | 'samples' | 'sandbox',
): AsyncGenerator<Outcome> {
  let rest = paths;
  while (rest.length > 0) {
    const batch = rest.slice(0, BATCH);
    const ended = await runScript([script(`${look}-of-models.ts`), ...batch], process.cwd(), PATIENCE);
    const told = ended.lines.map((line) => JSON.parse(line) as Omit<Outcome, 'outcome'>);
    for (const one of told) yield { outcome: one.errors ? 'refused' : 'built', ...one };
    const died = told.length < batch.length ? deathOf(ended) : undefined;
    if (died) yield died;
    rest = rest.slice(told.length + (told.length < batch.length ? 1 : 0));
  }
}

function deathOf(ended: Ended): Outcome | undefined {
  if (ended.hung) return { outcome: 'hung', first: `Nothing after ${PATIENCE / 1000} s.` };
  return ended.code === 0 ? undefined : { outcome: 'crashed', first: lastWords(ended) };
}

function script(name: string): string {
  return join(import.meta.dirname, name);
}

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Description } from '../descriptions.ts';
import type { Command } from '../measure.ts';

/** What is measured: a way to make a site of a description. */
export interface Subject {
  readonly name: string;
  /** Its package in `tests/bench/package.json`, whose version is told with the figures. */
  readonly packageName?: string;
  /** Whether `--quick` leaves it out. */
  readonly isSlow?: boolean;
  /**
   * Writes what a build needs into a folder that is emptied before, so that every first build finds nothing of an
   * earlier one, and says how to build. Not measured.
   */
  readonly prepare: (description: Description, folder: string) => Promise<Prepared>;
}

export interface Prepared extends Command {
  /** What is changed, one after the other, to build once more over what is there. */
  readonly changes?: readonly Change[];
}

export interface Change {
  readonly name: string;
  readonly apply: () => Promise<void>;
}

export const BENCH = resolve(import.meta.dirname, '..');

/** An empty folder with these files in it. */
export async function fresh(folder: string, files: { readonly [path: string]: string }): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(resolve(file, '..'), { recursive: true });
    await writeFile(file, text);
  }
}

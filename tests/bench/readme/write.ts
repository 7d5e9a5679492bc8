import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Figures } from '../figures.ts';
import { readmeBlock } from './block.ts';
import { chinese, english, type Words } from './words.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const RESULTS = resolve(import.meta.dirname, '../results');
const BEGIN = '<!-- npm run bench -- --readme -->';
const END = '<!-- /npm run bench -->';

export const readmes: ReadonlyMap<string, Words> = new Map([
  [join(ROOT, 'README.md'), english],
  [join(ROOT, 'README.zh-CN.md'), chinese],
]);

/** The figures of the newest release. */
export async function newestResults(): Promise<string> {
  const names = (await readdir(RESULTS)).filter((name) => /^\d+\.\d+\.\d+\.json$/.test(name));
  const [newest] = names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return join(RESULTS, newest ?? '');
}

/** A README with the figures between its two comments, everything else as it is. */
export function withFigures(readme: string, figures: Figures, words: Words): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`a README has no ${BEGIN} … ${END}`);
  return `${readme.slice(0, begin + BEGIN.length)}\n${readmeBlock(figures, words)}\n${readme.slice(end)}`;
}

/** Writes the figures of a file into the READMEs. */
export async function writeReadmes(file?: string): Promise<void> {
  const figures = JSON.parse(await readFile(file ?? (await newestResults()), 'utf8')) as Figures;
  for (const [path, words] of readmes) {
    await writeFile(path, withFigures(await readFile(path, 'utf8'), figures, words));
  }
}

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Figures } from '../figures.ts';
import { readmeBlock } from './block.ts';
import { english } from './words.ts';
import { newestResults, readmes, withFigures } from './write.ts';

const figures = JSON.parse(readFileSync(await newestResults(), 'utf8')) as Figures;

describe('the figures in the READMEs', () => {
  for (const [path, words] of readmes) {
    it(`are those of the newest release in ${basename(path)}`, () => {
      const text = readFileSync(path, 'utf8');
      // `npm run bench -- --readme` writes them.
      expect(text).toBe(withFigures(text, figures, words));
      expect(text).toContain(figures.date);
    });
  }

  it('tell what a subject did not finish, and leave out what was not measured', () => {
    const run = { cpuSeconds: 12.34, wallSeconds: 9, megabytes: 1234.5, outputMegabytes: 60.2, pages: 5 };
    const facts = { description: 'github', operations: 1223 };
    const block = readmeBlock(
      {
        date: '2026-01-02',
        machine: 'a machine',
        runs: 3,
        versions: { blume: '1.3.1' },
        results: [
          { ...facts, subject: 'curlew', runs: [run] },
          { ...facts, subject: 'bare astro', runs: [{ ...run, cpuSeconds: 6.17 }] },
          { ...facts, subject: 'blume', runs: [], failure: 'not done after 1200 s' },
        ],
        secondBuilds: [],
        consoles: [],
        pages: [],
        failures: [],
      },
      english,
    );
    expect(block.split('\n').slice(2)).toEqual([
      'CPU seconds of a build, and in brackets how many times those of the bare Astro site:',
      '',
      '| build of | GitHub, 1,223 | peak MB, GitHub | output MB, GitHub |',
      '|---|--:|--:|--:|',
      '| Curlew | 12.3 (2.0) | 1,235 | 60 |',
      '| bare Astro site, three code blocks a page | 6.2 | 1,235 | 60 |',
      '| Blume 1.3 | fails |  |  |',
      '',
      'Blume 1.3 does not finish GitHub: `not done after 1200 s`.',
      '',
      '2 of 3 budgets of ours are met; tests keep those that are counted, not timed. The others, and why:',
      '',
      '| budget | measured | why |',
      '|---|--:|---|',
      '| build of GitHub, peak memory: ≤ 1200 MB | 1235 MB |  |',
    ]);
  });
});

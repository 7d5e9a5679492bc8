import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      // What stands beside the code holds no state between files, so they share their modules.
      {
        test: {
          name: 'src',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          isolate: false,
          // By itself Vitest leaves a processor idle, one of two. Some of these are timed: they run last, by themselves.
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
        },
      },
      // A site may have to wait for those of other files: one is built at a time.
      {
        test: {
          name: 'tests',
          include: ['tests/**/*.test.ts'],
          globalSetup: 'tests/builder/start.ts',
          // One more than a small machine has processors: while one waits for a site or a server, the others go on.
          maxWorkers: 3,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});

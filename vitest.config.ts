import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // By itself Vitest leaves a processor idle, one of two.
    maxWorkers: '100%',
    projects: [
      // What stands beside the code holds no state between files, so they share their modules.
      {
        test: {
          name: 'src',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      // A site may have to wait for those of other files: one is built at a time.
      {
        test: {
          name: 'tests',
          include: ['tests/**/*.test.ts'],
          globalSetup: 'tests/builder/start.ts',
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

const testTimeout = 20_000;

export default defineConfig({
  test: {
    projects: [
      // What stands beside the code holds no state between files, so they share their modules.
      { test: { name: 'src', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], isolate: false, testTimeout } },
      { test: { name: 'tests', include: ['tests/**/*.test.ts'], testTimeout } },
    ],
  },
});

import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run test:languages`: what needs compilers and takes minutes is no part of `npm test`. */
export default defineConfig({
  test: {
    include: ['tests/languages/*.proof.ts'],
    env: { CURLEW_GRAMMARS: join(import.meta.dirname, '.cache/grammars') },
    testTimeout: 900_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});

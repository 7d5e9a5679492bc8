import { defineConfig } from 'vitest/config';

/** `npm run test:languages`: what needs compilers and takes minutes is no part of `npm test`. */
export default defineConfig({
  test: { include: ['tests/languages/*.proof.ts'], testTimeout: 900_000, hookTimeout: 60_000, fileParallelism: false },
});

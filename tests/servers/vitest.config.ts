import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/servers/*.proof.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
});

import { expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/node-host.ts';
import { models } from '../fixtures/sandbox-apis.ts';
import { readStreams } from './many-streams.ts';

it('serves 200 streams at once, each whole', async () => {
  let heads = 0;
  const running = await startSandbox([models], {
    delay: 0.2,
    onRequest: ({ status }) => {
      heads += status === 200 ? 1 : 0;
    },
  });
  try {
    const seen = await readStreams(running.url, 200, 'any');
    expect(seen).toMatchObject({ streams: 200, complete: 200 });
    expect(seen.events).toBeGreaterThan(200 * 5);
  } finally {
    await running.close();
  }
  expect(heads).toBe(200);
});

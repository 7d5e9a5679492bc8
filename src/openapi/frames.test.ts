import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../diagnostics/frame.ts';
import { loadApi } from './load.ts';

const BROKEN = resolve(import.meta.dirname, '../../tests/fixtures/openapi/broken');

describe('what the author of a broken description reads', () => {
  for (const name of ['english', 'chinese', 'files', 'hidden']) {
    it(name, async () => {
      const { diagnostics } = await loadApi(`${name}.yaml`, { root: BROKEN });
      await expect(`${formatDiagnostics(diagnostics)}\n`).toMatchFileSnapshot(join(BROKEN, `${name}.txt`));
    });
  }
});

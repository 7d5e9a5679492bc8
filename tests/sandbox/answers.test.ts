import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadApi } from '../../src/openapi/load.ts';
import { simulateAll } from './simulate.ts';

const ROOT = join(import.meta.dirname, '../../node_modules/@readme/oas-examples');
const FILES = globSync('{2.0,3.0,3.1}/{json,yaml}/**/*.{json,yaml}', { cwd: ROOT }).sort();

/** Operations without a request that could be sent: a body that no value fits, a GET with a body, an empty path value. */
const UNSENDABLE = /no body fits|GET |required-missing|no-form-for-shape|path-/;

describe('every answer of the sandbox, for all operations of real descriptions', () => {
  let answers = 0;

  it.each(FILES)('%s', async (file) => {
    const { api } = await loadApi(file, { root: ROOT });
    if (!api) return;
    const { failed, refused, ...counts } = await simulateAll(api);
    answers += counts.answers;
    expect(failed).toEqual([]);
    expect(refused.filter((line) => !UNSENDABLE.test(line))).toEqual([]);
  });

  it('is looked at', () => expect(answers).toBeGreaterThan(3_500));
});

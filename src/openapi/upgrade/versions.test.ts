import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Api } from '../../model/api.ts';
import { loadApi } from '../load.ts';

const FOLDER = resolve(import.meta.dirname, '../../../tests/fixtures/versions');

/** The model without where it was written. */
async function loadModel(file: string): Promise<Api> {
  const { api, diagnostics } = await loadApi(file, { root: FOLDER, name: { id: 'same' } });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return JSON.parse(JSON.stringify(api, (key, value: unknown) => (key === 'source' ? undefined : value)));
}

/** Schemas are listed as they are first met, which a version may have in another order. */
function sorted({ schemas, ...api }: Api): unknown {
  return { ...api, schemas: Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)) };
}

describe('one API in each version gives one model', () => {
  for (const version of ['2.0', '3.0', '3.1']) {
    it(`what all can say, in ${version}`, async () => {
      const newest = await loadModel('common-3.2.yaml');
      expect(newest.operations).toHaveLength(6);
      expect(sorted(await loadModel(`common-${version}.yaml`))).toEqual(sorted(newest));
    });
  }
  for (const version of ['3.0', '3.1']) {
    it(`what later ones can say, in ${version}`, async () => {
      const newest = await loadModel('rich-3.2.yaml');
      expect(newest.webhooks).toHaveLength(1);
      expect(sorted(await loadModel(`rich-${version}.yaml`))).toEqual(sorted(newest));
    });
  }
});

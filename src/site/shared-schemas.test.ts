import { expect, it } from 'vitest';
import { describeKnot } from '../../tests/fixtures/knot-api.ts';
import { writeProject } from '../../tests/project.ts';
import type { Api } from '../model/api.ts';
import { type Answers, sliceApi, splitSlice } from '../model/slice.ts';
import { loadApi } from '../openapi/load.ts';
import { sharedSchemas, sharedText, withoutShared } from './shared-schemas.ts';

async function load(): Promise<Api> {
  const root = writeProject({ 'a.json': describeKnot('https://knot.example') });
  const { api } = await loadApi('a.json', { root });
  if (!api) throw new Error('the description has an error');
  return api;
}

type Loaded = (Api | Answers) & { readonly shared?: readonly string[] };

it('schemas that many operations reach in one circle are in one file, of which all operations know', async () => {
  const api = await load();
  const [group, ...others] = sharedSchemas(api);
  if (!group) throw new Error('there is no group');
  expect(others).toEqual([]);
  expect(group.name).toMatch(/^[\da-f]{16}$/);
  const schemas = JSON.parse(sharedText(api.schemas, group));
  for (const operation of api.operations) {
    const whole = splitSlice(sliceApi(api, operation));
    for (const part of ['request', 'answers'] as const) {
      const { shared, ...read }: Loaded = JSON.parse(JSON.stringify(withoutShared(api, whole[part])));
      const isKnotty = Object.keys(whole[part].schemas).length > 100;
      expect(shared).toEqual(isKnotty ? [group.name] : undefined);
      expect(JSON.stringify(read).length).toBeLessThan(5000);
      expect({ ...(shared ? schemas : {}), ...read.schemas }).toEqual(JSON.parse(JSON.stringify(whole[part].schemas)));
    }
  }
});

it('the name of the file follows its content, and nothing else', async () => {
  const [one, same] = [await load(), await load()].map((api) => sharedSchemas(api)[0]?.name);
  expect(one).toBe(same);
  const api = await load();
  const changed = { ...api, schemas: { ...api.schemas, '#/components/schemas/Node7': { types: ['string'] } } };
  expect(sharedSchemas(changed as Api)[0]?.name).not.toBe(one);
});

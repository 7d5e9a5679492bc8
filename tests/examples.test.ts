import { globSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Api } from '../src/model/api.ts';
import type { MediaType } from '../src/model/media-type.ts';
import type { Schema } from '../src/model/schema-object.ts';
import { loadApi } from '../src/openapi/load.ts';
import { buildExample } from '../src/schema/example.ts';
import { validateJson } from '../src/schema/validate.ts';

const ROOT = join(import.meta.dirname, '../node_modules/@readme/oas-examples');
const FILES = globSync('{2.0,3.0,3.1}/{json,yaml}/*.{json,yaml}', { cwd: ROOT }).sort();

/** Schemas that no value fits, or none that anyone would write: by file name, with what is wrong. */
const CONTRADICTIONS: { readonly [file: string]: readonly string[] } = {
  // An object that must hold itself has no end.
  'circular-request-bodies': ['#/components/schemas/TreeNode', 'directCircular'],
  // allOf of a string and an integer.
  'schema-types': [
    'quirks_incompatibleNestedAllOf',
    'quirks_entirelyIncompatibleAllOf',
    'quirks_partiallyUsableIncompatibleAllOf',
  ],
};

/** Descriptions whose oneOf has branches that differ in nothing that a value must have, so that all of them fit. */
const OVERLAPS: ReadonlySet<string> = new Set(['complex-nesting', 'discriminators', 'polymorphism', 'readme-legacy']);

interface Job {
  readonly name: string;
  readonly schema: Schema;
  readonly direction: 'request' | 'response';
}

function jobsOf(api: Api): Job[] {
  const named = Object.keys(api.schemas).flatMap((id): Job[] => [
    { name: id, schema: { ref: id }, direction: 'request' },
    { name: id, schema: { ref: id }, direction: 'response' },
  ]);
  const bodies = (name: string, content: readonly MediaType[], direction: Job['direction']): Job[] =>
    content.flatMap(({ schema, itemSchema }) =>
      [schema, itemSchema].flatMap((one) => (one === undefined ? [] : [{ name, schema: one, direction }])),
    );
  return [
    ...named,
    ...api.operations.flatMap(({ key, parameters, requestBody, responses }) => [
      ...bodies(key, requestBody?.content ?? [], 'request'),
      ...responses.flatMap((response) => bodies(key, response.content, 'response')),
      ...parameters.flatMap(({ schema }): Job[] =>
        schema === undefined ? [] : [{ name: key, schema, direction: 'request' }],
      ),
    ]),
  ];
}

/** These descriptions are known, so their patterns may be run here. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return new RegExp(pattern).test(text);
  }
}

describe('examples built from the schemas of real descriptions', () => {
  let total = 0;

  it.each(FILES)('%s', async (file) => {
    const { api } = await loadApi(file, { root: ROOT });
    if (!api) return;
    const name = relative(dirname(file), file).replace(/\.\w+$/, '');
    const invalid = jobsOf(api).flatMap(({ name: of, schema, direction }) => {
      const value = buildExample(schema, api.schemas, { direction });
      total += 1;
      const [violation] = validateJson(api.schemas, schema, value, { direction, matches });
      if (!violation || CONTRADICTIONS[name]?.includes(of)) return [];
      if (violation.code === 'several-branches' && OVERLAPS.has(name)) return [];
      return [`${of} (${direction}) ${violation.instancePath} ${violation.code}: ${value.slice(0, 200)}`];
    });
    expect(invalid).toEqual([]);
  });

  it('are thousands', () => expect(total).toBeGreaterThan(4_000));
});

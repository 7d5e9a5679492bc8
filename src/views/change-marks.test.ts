import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { buildChangelog } from '../changes/changelog.ts';
import { en } from '../i18n/en.ts';
import type { Api } from '../model/api.ts';
import { loadApi } from '../openapi/load.ts';
import { sheetTree } from '../schema/paged.ts';
import { cameIn, operationChanges, type PageChanges, schemaChanges } from './change-marks.ts';
import { markWords, removedName } from './change-words.ts';
import { pageView } from './operation-view.ts';

interface Content {
  /** Of `POST /pets/{id}`: what stands beside its answer. */
  readonly operation?: string;
  readonly responses?: string;
  readonly schemas?: string;
  readonly paths?: string;
}

const describeApi = (version: string, { operation, responses, schemas, paths }: Content): string => `openapi: 3.1.0
info: { title: Pets, version: '${version}' }
paths:
  /pets/{id}:
    post:
      operationId: it
      ${operation ?? 'deprecated: false'}
      responses: { ${responses ?? "'200': { description: Fine. }"} }
  ${paths ?? '/other: {}'}
components:
  schemas: { ${schemas ?? ''} }
`;

async function load(contents: readonly Content[]): Promise<Api[]> {
  const files = contents.map((content, index) => [`${index + 1}.yaml`, describeApi(`${index + 1}`, content)] as const);
  const root = writeProject(Object.fromEntries(files));
  return Promise.all(
    files.map(async ([file]) => {
      const { api, diagnostics } = await loadApi(file, { root, name: { id: 'pets' }, isOlder: true });
      if (!api) throw new Error(JSON.stringify(diagnostics));
      return api;
    }),
  );
}

const { site: text } = en;

/** `body.name: New in 2`; the page as a whole has the id `page`. */
function shown(changes: PageChanges | undefined, api: Api): string[] {
  return [
    ...(changes?.mark ? [`page: ${markWords(changes.mark, text)}`] : []),
    ...[...(changes?.marks ?? [])].map(([id, mark]) => `${id}: ${markWords(mark, text)}`),
    ...(changes?.removed ?? []).flatMap(({ version, parts }) =>
      parts.map(({ change }) => {
        const words = removedName(change, api, text).map((piece) => piece.text);
        return `gone in ${version}: ${words.join('')}`;
      }),
    ),
  ];
}

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const body = (schema: string): string => `requestBody: { ${json(schema)} }`;
const REF = "{ $ref: '#/components/schemas/Pet' }";
const pet = (properties: string, more = ''): string => `Pet: { type: object, ${more} properties: { ${properties} } }`;

const TABLE: readonly { name: string; versions: readonly Content[]; want: readonly string[] }[] = [
  { name: 'nothing where nothing changed', versions: [{}, { operation: 'summary: Other words' }], want: [] },
  {
    name: 'a parameter, whatever the one of the path is called',
    versions: [
      { operation: 'parameters: []' },
      { operation: 'parameters: [{ name: size, in: query, schema: { type: integer } }]' },
    ],
    want: ['page: Changed in 2', 'query.size: New in 2'],
  },
  {
    name: 'a bound of a header of an answer, in any case',
    versions: [
      { responses: "'2xx': { description: A, headers: { X-Left: { schema: { minimum: 1 } } } }" },
      { responses: "'2XX': { description: A, headers: { x-left: { schema: { minimum: 2 } } } }" },
    ],
    want: ['page: Changed in 2', 'response-2XX-header.x-left: Changed in 2'],
  },
  {
    name: 'an answer and a media type',
    versions: [
      { responses: "'200': { description: A, content: { text/plain: {} } }" },
      { responses: "'200': { description: A, content: { text/plain: {}, text/csv: {} } }, '404': { description: B }" },
    ],
    want: ['page: Changed in 2', 'response-200-text-csv: New in 2', 'response-404: New in 2'],
  },
  {
    name: 'a body that is new',
    versions: [{}, { operation: body('{ type: string }') }],
    want: ['page: Changed in 2', 'request-body: New in 2'],
  },
  {
    name: 'credentials',
    versions: [{}, { operation: 'security: [{ key: [] }]' }],
    want: ['page: Changed in 2', 'authorization: Changed in 2'],
  },
  {
    name: 'a field of a schema that the request and the answer share, in both',
    versions: ['name: {}', 'name: {}, tag: {}'].map((properties) => ({
      operation: body(REF),
      responses: `'200': { description: A, ${json(REF)} }`,
      schemas: pet(properties),
    })),
    want: ['page: Changed in 2', 'body.tag: New in 2', 'response-200.tag: New in 2'],
  },
  {
    name: 'what came for answers alone in answers alone',
    versions: ['name: {}', 'name: {}, at: { type: string, readOnly: true }'].map((properties) => ({
      operation: body(REF),
      responses: `'200': { description: A, ${json(REF)} }`,
      schemas: pet(properties),
    })),
    want: ['page: Changed in 2', 'response-200.at: New in 2'],
  },
  {
    name: 'a field in a list in a named schema that another one includes',
    versions: ['a: {}', 'a: {}, b: {}'].map((properties) => ({
      operation: body(`{ allOf: [${REF}, { properties: { more: {} } }] }`),
      schemas: `${pet("tags: { type: array, items: { $ref: '#/components/schemas/Tag' } }")}, Tag: { properties: { ${properties} } }`,
    })),
    want: ['page: Changed in 2', 'body.tags.b: New in 2'],
  },
  {
    name: 'a value and the field that lists it',
    versions: ['[a]', '[a, b]'].map((values) => ({ operation: body(`{ properties: { kind: { enum: ${values} } } }`) })),
    want: ['page: Changed in 2', 'body.kind: Changed in 2', 'body.kind=b: New in 2'],
  },
  {
    name: 'a branch',
    versions: [
      "{ $ref: '#/components/schemas/A' }",
      "{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }",
    ].map((branches) => ({
      operation: body(`{ oneOf: [{ title: C, properties: { c: {} } }, ${branches}] }`),
      schemas: 'A: { properties: { a: {} } }, B: { properties: { b: {} } }',
    })),
    want: ['page: Changed in 2', 'body-application-json: Changed in 2', 'body.B: New in 2'],
  },
  {
    name: 'what is gone, unless a later version brought it back',
    versions: [
      { operation: body(REF), schemas: pet('name: {}, old: {}, back: {}') },
      { operation: body(REF), schemas: pet('name: {}') },
      { operation: body(REF), schemas: pet('name: {}, back: {}') },
    ],
    want: ['page: Changed in 3', 'body.back: New in 3', 'gone in 2: Pet › old'],
  },
  {
    name: 'the newest of several changes',
    versions: [
      { operation: body(REF), schemas: pet('name: {}') },
      { operation: body(REF), schemas: pet('name: {}, tag: { type: string }') },
      { operation: body(REF), schemas: pet('name: {}, tag: { type: string, maxLength: 5 }') },
    ],
    want: ['page: Changed in 3', 'body.tag: Changed in 3'],
  },
  {
    name: 'only the three newest versions',
    versions: ['', ', a: {}', ', a: {}, b: {}', ', a: {}, b: {}, c: {}', ', a: {}, b: {}, c: {}, d: {}'].map(
      (properties) => ({ operation: body(REF), schemas: pet(`name: {}${properties}`) }),
    ),
    want: ['page: Changed in 5', 'body.b: New in 3', 'body.c: New in 4', 'body.d: New in 5'],
  },
];

describe('marks of an operation', () => {
  it.each(TABLE)('tell $name', async ({ versions, want }) => {
    const apis = await load(versions);
    const current = apis.at(-1) as Api;
    const changelog = buildChangelog(apis.slice(0, -1), current);
    const operation = current.operations.find(({ operationId }) => operationId === 'it');
    if (!operation) throw new Error('There is no operation.');
    expect(shown(operationChanges(changelog, operation, pageView(current.schemas, operation)), current)).toEqual(want);
  });

  it('tell that it is new, as lists do', async () => {
    const apis = await load([{}, { paths: "/new: { get: { responses: { '200': { description: A } } } }" }]);
    const current = apis[1] as Api;
    const changelog = buildChangelog(apis.slice(0, 1), current);
    const [old, fresh] = current.operations;
    if (!old || !fresh) throw new Error('There are no operations.');
    expect(shown(operationChanges(changelog, fresh, pageView({}, fresh)), current)).toEqual(['page: New in 2']);
    expect([cameIn(changelog, old), cameIn(changelog, fresh)]).toEqual([undefined, '2']);
  });
});

it('marks of a schema tell its own fields and those of schemas in it', async () => {
  const contents = ['a: {}', 'a: {}, b: {}'].map((properties) => ({
    operation: body(REF),
    schemas: `${pet("tag: { $ref: '#/components/schemas/Tag' }")}, Tag: { properties: { ${properties} } }`,
  }));
  const apis = await load(contents);
  const current = apis[1] as Api;
  const id = '#/components/schemas/Pet';
  const node = sheetTree(current.schemas, id, 1);
  const changes = schemaChanges(buildChangelog(apis.slice(0, 1), current), id, node);
  expect(shown(changes, current)).toEqual(['page: Changed in 2', 'schema.tag.b: New in 2']);
});

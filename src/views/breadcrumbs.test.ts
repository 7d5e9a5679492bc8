import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { breadcrumbs, type PagePlace } from './breadcrumbs.ts';
import { operationGroups } from './groups.ts';

const operation = (key: string, tags: readonly string[] = []): Operation => ({
  key,
  operationId: key,
  method: 'GET',
  path: `/${key}`,
  deprecated: false,
  tags,
  servers: [],
  security: [],
  parameters: [],
  responses: [],
});

const apiOf = (parts: Partial<Api>): Api => ({
  id: 'pets',
  title: 'Pets',
  version: '1',
  servers: [],
  tags: [],
  operations: [],
  securitySchemes: [],
  schemas: {},
  ...parts,
});

const nested = apiOf({
  tags: [{ name: 'Animals' }, { name: 'Cats', parent: 'Animals', summary: 'All cats' }],
  tagGroups: [{ name: 'Living', tags: ['Animals'] }],
  operations: [operation('purr', ['Cats']), operation('ping')],
  webhooks: [{ name: 'catBorn', operation: operation('born') }],
  schemas: { 'pets.yaml#/components/schemas/Cat': { types: ['object'] } } as Api['schemas'],
});
const plain = apiOf({ operations: [operation('ping')] });
const [first = plain, second = plain] = ['v2', 'v1'].map((name) =>
  apiOf({ id: `shop/${name}`, title: 'Shop', edition: { api: 'shop', name }, operations: [operation('buy')] }),
);

const titles = {
  home: 'Home',
  reference: 'Reference',
  otherOperations: 'Other',
  operations: 'Operations',
  webhooks: 'Webhooks',
  schemas: 'Schemas',
  onOnePage: 'All',
  changes: { title: 'Changelog' },
};

const guides = [
  { name: 'pay', title: 'Payments' },
  { name: 'pay/in/sepa', title: 'SEPA' },
  { name: 'p', title: 'P' },
];

/** `title url`, one a step. */
function drawn(place: PagePlace, apis: readonly Api[]): string[] {
  const space = { base: '/docs/', defaultLocale: 'en', apis };
  return breadcrumbs(place, { space, locale: 'en', guides, titles }).map(
    ({ title, url }) => `${title} ${url.slice(6)}`,
  );
}

const [purr = operation('')] = nested.operations;
const [webhook = { name: '', operation: purr }] = nested.webhooks ?? [];
const [living] = operationGroups(nested);
const cats = living?.groups[0]?.groups[0];
const id = 'pets.yaml#/components/schemas/Cat';

describe('breadcrumbs', () => {
  const rows: { name: string; place: PagePlace; apis?: readonly Api[]; want: string[] }[] = [
    { name: 'home', place: { kind: 'guide', name: 'index', title: 'Welcome' }, want: ['Home '] },
    { name: 'guide', place: { kind: 'guide', name: 'start', title: 'Start' }, want: ['Home ', 'Start start/'] },
    {
      name: 'guide in folders, of which one has a page',
      place: { kind: 'guide', name: 'pay/in/sepa', title: 'SEPA' },
      want: ['Home ', 'Payments pay/', 'SEPA pay/in/sepa/'],
    },
    { name: 'overview', place: { kind: 'overview', api: nested }, want: ['Home ', 'Pets reference/'] },
    {
      name: 'operation in nested groups',
      place: { kind: 'operation', api: nested, operation: purr },
      want: [
        'Home ',
        'Pets reference/',
        'Living reference/#tag-living',
        'Animals reference/#tag-animals',
        'All cats reference/#tag-cats',
        'purr reference/purr/',
      ],
    },
    {
      name: 'operation of the only group, which has no name',
      place: { kind: 'operation', api: plain, operation: plain.operations[0] ?? purr },
      apis: [plain],
      want: ['Home ', 'Pets reference/', 'ping reference/ping/'],
    },
    {
      name: 'webhook',
      place: { kind: 'webhook', api: nested, webhook },
      want: ['Home ', 'Pets reference/', 'Webhooks reference/#webhooks', 'catBorn reference/webhooks/cat-born/'],
    },
    ...(cats
      ? [
          {
            name: 'group',
            place: { kind: 'group', api: nested, group: cats } as const,
            want: [
              'Home ',
              'Pets reference/',
              'Living reference/#tag-living',
              'Animals reference/#tag-animals',
              'All cats reference/#tag-cats',
            ],
          },
        ]
      : []),
    {
      name: 'all on one page',
      place: { kind: 'onePage', api: nested },
      want: ['Home ', 'Pets reference/', 'All reference/all/'],
    },
    {
      name: 'schemas',
      place: { kind: 'schemas', api: nested },
      want: ['Home ', 'Pets reference/', 'Schemas reference/#schemas'],
    },
    {
      name: 'schema',
      place: { kind: 'schema', api: nested, id },
      want: ['Home ', 'Pets reference/', 'Schemas reference/#schemas', 'Cat reference/schemas/cat/'],
    },
    {
      name: 'one API of several',
      place: { kind: 'overview', api: nested },
      apis: [nested, { ...plain, id: 'shop', title: 'Shop' }],
      want: ['Home ', 'Reference reference/', 'Pets reference/pets/'],
    },
    {
      name: 'one version of an API',
      place: { kind: 'operation', api: second, operation: second.operations[0] ?? purr },
      apis: [first, second],
      want: [
        'Home ',
        'Reference reference/',
        'Shop reference/shop/',
        'v1 reference/shop/v1/',
        'buy reference/shop/v1/buy/',
      ],
    },
    {
      name: 'the list of versions',
      place: { kind: 'editions', apis: [first, second] },
      apis: [first, second],
      want: ['Home ', 'Reference reference/', 'Shop reference/shop/'],
    },
    { name: 'the list of APIs', place: { kind: 'apis' }, want: ['Home ', 'Reference reference/'] },
  ];

  it.each(rows)('$name', ({ place, apis = [nested], want }) => {
    expect(drawn(place, apis)).toEqual(want);
  });
});

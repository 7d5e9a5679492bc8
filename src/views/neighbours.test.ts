import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { PagePlace } from './breadcrumbs.ts';
import { placedGroups } from './groups.ts';
import { neighbours } from './neighbours.ts';
import { namedSchemas } from './urls.ts';

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

const api: Api = {
  id: 'pets',
  title: 'Pets',
  version: '1',
  servers: [],
  tags: [{ name: 'b' }, { name: 'a', parent: 'b' }],
  operations: [operation('one'), operation('two', ['a']), operation('three', ['b'])],
  webhooks: [{ name: 'born', operation: operation('hook') }],
  securitySchemes: [],
  schemas: Object.fromEntries(
    ['Cat', 'Dog'].map((name) => [`pets.yaml#/components/schemas/${name}`, { types: ['object'] }]),
  ) as Api['schemas'],
};
const wide: Api = {
  ...api,
  operations: Array.from({ length: 301 }, (_, index) => operation(`op${index}`, [index < 200 ? 'a' : 'b'])),
};
const other: Api = { ...api, id: 'shop', title: 'Shop' };

const guides = ['start', 'more'].map((name) => ({ name, title: name }));
const titles = { reference: 'Reference', otherOperations: 'Other', operations: 'Operations' };

/** `title url` of the page before and of the page after. */
function drawn(place: PagePlace, apis: readonly Api[] = [api], given = guides): (string | undefined)[] {
  const space = { base: '/docs/', defaultLocale: 'en', apis };
  const { previous, next } = neighbours(place, { space, locale: 'en', guides: given, titles });
  return [previous, next].map((one) => one && `${one.title} ${one.url.slice('/docs/'.length)}`);
}

const request = (key: string): PagePlace => ({
  kind: 'operation',
  api,
  operation: api.operations.find((one) => one.key === key) ?? operation(key),
});
const [outer, inner] = placedGroups(wide).map(({ group }) => group);
const [cat, dog] = namedSchemas(api);

describe('neighbours', () => {
  const rows: { name: string; got: (string | undefined)[]; want: (string | undefined)[] }[] = [
    { name: 'home', got: drawn({ kind: 'guide', name: 'index', title: '' }), want: [undefined, 'start start/'] },
    { name: 'first guide', got: drawn({ kind: 'guide', name: 'start', title: '' }), want: [undefined, 'more more/'] },
    {
      name: 'last guide',
      got: drawn({ kind: 'guide', name: 'more', title: '' }),
      want: ['start start/', 'Pets reference/'],
    },
    {
      name: 'last guide beside several APIs',
      got: drawn({ kind: 'guide', name: 'more', title: '' }, [api, other]),
      want: ['start start/', 'Reference reference/'],
    },
    {
      name: 'a site without an API',
      got: drawn({ kind: 'guide', name: 'more', title: '' }, []),
      want: ['start start/', undefined],
    },
    { name: 'overview', got: drawn({ kind: 'overview', api }), want: ['more more/', 'three reference/three/'] },
    {
      name: 'overview without guides',
      got: drawn({ kind: 'overview', api }, [api], []),
      want: [undefined, 'three reference/three/'],
    },
    {
      name: 'overview of one of several',
      got: drawn({ kind: 'overview', api: other }, [api, other]),
      want: [undefined, 'three reference/shop/three/'],
    },
    {
      name: 'first operation of the first group',
      got: drawn(request('three')),
      want: ['Pets reference/', 'two reference/two/'],
    },
    {
      name: 'into the group inside',
      got: drawn(request('two')),
      want: ['three reference/three/', 'one reference/one/'],
    },
    {
      name: 'last operation',
      got: drawn(request('one')),
      want: ['two reference/two/', 'born reference/webhooks/born/'],
    },
    {
      name: 'webhook',
      got: drawn({ kind: 'webhook', api, webhook: api.webhooks?.[0] ?? { name: '', operation: operation('') } }),
      want: ['one reference/one/', undefined],
    },
    ...(cat && dog
      ? [
          {
            name: 'first schema',
            got: drawn({ kind: 'schema', api, id: cat.id }),
            want: [undefined, 'Dog reference/schemas/dog/'],
          },
          {
            name: 'last schema',
            got: drawn({ kind: 'schema', api, id: dog.id, sheet: 2 }),
            want: ['Cat reference/schemas/cat/', undefined],
          },
        ]
      : []),
    ...(outer && inner
      ? [
          {
            name: 'group',
            got: drawn({ kind: 'group', api: wide, group: outer }, [wide]),
            want: [undefined, 'a reference/tags/a/'],
          },
          {
            name: 'group inside',
            got: drawn({ kind: 'group', api: wide, group: inner }, [wide]),
            want: ['b reference/tags/b/', undefined],
          },
        ]
      : []),
    { name: 'lists', got: drawn({ kind: 'schemas', api }), want: [undefined, undefined] },
  ];

  it.each(rows)('$name', ({ got, want }) => {
    expect(got).toEqual(want);
  });

  it('lead through all of an API', () => {
    const titlesOf: string[] = [];
    let url: string | undefined = '/docs/reference/';
    const places = new Map<string, PagePlace>([
      ['/docs/reference/', { kind: 'overview', api }],
      ...api.operations.map((one): [string, PagePlace] => [`/docs/reference/${one.key}/`, request(one.key)]),
    ]);
    const space = { base: '/docs/', defaultLocale: 'en', apis: [api] };
    for (let place = places.get(url); place; place = places.get(url ?? '')) {
      const { next } = neighbours(place, { space, locale: 'en', guides, titles });
      url = next?.url;
      if (next) titlesOf.push(next.title);
    }
    expect(titlesOf).toEqual(['three', 'two', 'one', 'born']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import {
  apiPath,
  consoleOrigins,
  pathsTwice,
  pinnedPaths,
  settledApis,
  strangeSchemes,
  strangeServers,
} from './api-settings.ts';

describe('apiPath', () => {
  const table: { given: unknown; want: string[] }[] = [
    { given: 'pets', want: [] },
    { given: 'pet-shop-2', want: [] },
    { given: '宠物', want: [] },
    { given: 'Pet Shop', want: ['Did you mean "pet-shop"?'] },
    { given: 'pets/v1', want: ['Did you mean "pets-v1"?'] },
    { given: '/pets/', want: ['Did you mean "pets"?'] },
    { given: '..', want: ['Correct it, or remove it.'] },
    { given: 'schemas', want: ['Correct it, or remove it.'] },
    { given: '', want: ['Correct it, or remove it.'] },
    { given: 1, want: ['Correct it, or remove it.'] },
  ];
  for (const { given, want } of table) {
    it(JSON.stringify(given), () => expect(apiPath(given, ['path']).map(({ fix }) => fix)).toEqual(want));
  }
});

describe('pathsTwice', () => {
  const table: { name: string; given: Parameters<typeof pathsTwice>; want: string[] }[] = [
    { name: 'apart', given: [['pets', 'shop'], { pets: { path: 'animals' }, shop: {} }], want: [] },
    { name: 'the name it has anyway', given: [['pets', 'shop'], { pets: { path: 'pets' } }], want: [] },
    { name: 'changed places', given: [['a', 'b'], { a: { path: 'b' }, b: { path: 'a' } }], want: [] },
    {
      name: 'the place of another',
      given: [['pets', 'shop'], { pets: { path: 'shop' } }],
      want: ['The option "apis" of curlew puts "pets" at /reference/shop/, where "shop" is.'],
    },
    {
      name: 'one place for two',
      given: [['a', 'b'], { a: { path: 'x' }, b: { path: 'x' } }],
      want: ['The option "apis" of curlew puts "b" at /reference/x/, where "a" is.'],
    },
  ];
  for (const { name, given, want } of table) {
    it(name, () => expect(pathsTwice(...given).map(({ message }) => message)).toEqual(want));
  }
});

it('pinnedPaths holds names that objects inherit, too', () => {
  expect([...pinnedPaths({ constructor: { path: 'a' }, b: {} } as never)]).toEqual([['constructor', 'a']]);
});

describe('servers and origins of an API', () => {
  const server = (url: string) => ({ url, variables: [] });
  const api = (id: string, urls: readonly string[]): Api => ({
    id,
    title: id,
    version: '1',
    servers: urls.map(server),
    tags: [],
    operations: [],
    securitySchemes: [],
    schemas: {},
  });
  const pets = api('pets', ['https://api.example.com', 'https://test.example.com']);

  it('shows the chosen servers, and all where none of them is there', () => {
    const urls = (servers: string[]) =>
      settledApis([pets], { pets: { servers } }, 'en')[0]?.servers.map(({ url }) => url);
    expect(urls(['https://test.example.com'])).toEqual(['https://test.example.com']);
    expect(urls(['https://gone.example.com'])).toEqual(['https://api.example.com', 'https://test.example.com']);
  });

  it('sends to the origins of an API, or to those that its owner names', () => {
    const shop = api('shop', ['https://shop.example.com/v1']);
    expect(consoleOrigins([pets, shop], { pets: { connect: ['https://relay.example.com'] } })).toEqual([
      'https://relay.example.com',
      'https://shop.example.com',
    ]);
  });

  it('adds clients, and variables of security schemes', () => {
    const given = {
      ...pets,
      clients: ['openai'],
      securitySchemes: ['key', 'other'].map((id) => ({ id, deprecated: false, kind: 'mutualTLS' }) as const),
    };
    const settings = { pets: { clients: ['openai'], env: { key: 'PETS_KEY' } } };
    const [settled] = settledApis([given], settings, 'en');
    expect(settled?.clients).toEqual(['openai']);
    expect(settled?.securitySchemes.map(({ variable }) => variable)).toEqual(['PETS_KEY', undefined]);
    const env = { kye: 'PETS_KEY', other: 'X' };
    expect(strangeSchemes([given], { pets: { env } }).map(({ path, fix }) => [path, fix])).toEqual([
      [['apis', 'pets', 'env', 'kye'], 'Did you mean "key"?'],
    ]);
  });

  it('adds clients that readers sign in with, to schemes that take one', () => {
    const given: Api = {
      ...pets,
      securitySchemes: [
        { id: 'login', deprecated: false, kind: 'oauth2', flows: [] },
        { id: 'key', deprecated: false, kind: 'mutualTLS' },
      ],
    };
    const client = { clientId: 'docs', scopes: ['read'] };
    const [settled] = settledApis([given], { pets: { oauth: { login: client } } }, 'en');
    expect(settled?.securitySchemes.map((scheme) => scheme.client)).toEqual([client, undefined]);
    const oauth = { logn: client, key: client };
    expect(strangeSchemes([given], { pets: { oauth } }).map(({ path, fix }) => [path, fix])).toEqual([
      [['apis', 'pets', 'oauth', 'logn'], 'Did you mean "login"?'],
      [['apis', 'pets', 'oauth', 'key'], 'Use one of login.'],
    ]);
  });

  it('tells a server that the description does not have', () => {
    const [fault, ...rest] = strangeServers([pets], { pets: { servers: ['https://tset.example.com'] } });
    expect([fault?.code, fault?.path, fault?.fix, rest.length]).toEqual([
      'option-wrong',
      ['apis', 'pets', 'servers', 0],
      'Did you mean "https://test.example.com"?',
      0,
    ]);
  });
});

import { expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import type { Api } from '../model/api.ts';
import { siteTitle } from './site-title.ts';

const TABLE: readonly { name: string; given: readonly (readonly [api: string, title: string])[]; want: string }[] = [
  { name: 'the only API', given: [['pets', 'Pets']], want: 'Pets' },
  {
    name: 'the newest version of the only API',
    given: [
      ['pets', 'Pets 2'],
      ['pets', 'Pets'],
    ],
    want: 'Pets 2',
  },
  {
    name: 'several of one title',
    given: [
      ['eu', 'Pets'],
      ['us', 'Pets'],
    ],
    want: 'Pets',
  },
  {
    name: 'what all begin with',
    given: [
      ['a', 'Acme Cloud: Payments'],
      ['b', 'Acme Cloud – Users API'],
    ],
    want: 'Acme Cloud',
  },
  {
    name: 'one that is the beginning of the other',
    given: [
      ['a', 'Acme'],
      ['b', 'Acme Admin'],
    ],
    want: 'Acme',
  },
  {
    name: 'no part of a word',
    given: [
      ['a', 'Payments'],
      ['b', 'Payouts'],
    ],
    want: 'API reference',
  },
  {
    name: 'no word that names nothing',
    given: [
      ['a', 'The Payments API'],
      ['b', 'The Users API'],
    ],
    want: 'API reference',
  },
  {
    name: 'nothing in common',
    given: [
      ['a', '宠物'],
      ['b', '商店'],
    ],
    want: 'API reference',
  },
  { name: 'no API', given: [], want: 'Guides' },
];

it.each(TABLE)('a site without a title is called after $name', ({ given, want }) => {
  const apis = given.map(([api, title], at) => ({ id: `${api}/${at}`, title, edition: { api, name: `${at}` } }) as Api);
  expect(siteTitle(apis, en.site)).toBe(want);
});

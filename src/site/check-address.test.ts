import { expect, it } from 'vitest';
import { checkAddress } from './check-address.ts';

const table = [
  { given: { base: '/', site: undefined }, want: [] },
  { given: { base: '/docs', site: 'https://example.com' }, want: [] },
  {
    given: { base: '/a b/', site: 'https://example.com/' },
    want: [
      'error: Astro\'s option "base" has to be a path such as /docs/, of letters from a to z, digits, ".", "_", "~" and "-", but it is "/a b/".',
    ],
  },
  {
    given: { base: '/', site: 'https://example.com/docs/' },
    want: ['warning: Astro\'s option "site" has the path "/docs/", which no page gets.'],
  },
];

it.each(table)('$given', ({ given, want }) => {
  expect(checkAddress(given, undefined).map(({ severity, message }) => `${severity}: ${message}`)).toEqual(want);
});

import type { AstroIntegration } from 'astro';
import { expect, it } from 'vitest';
import { isOursAlone } from './build-key.ts';

const hook = (): void => {};

it.each<{ name: string; given: readonly AstroIntegration[]; want: boolean }>([
  { name: 'ours alone', given: [{ name: 'curlew', hooks: { 'astro:build:done': hook } }], want: true },
  {
    name: 'one that is done before pages are made',
    given: [{ name: 'react', hooks: { 'astro:config:setup': hook, 'astro:build:setup': hook } }],
    want: true,
  },
  {
    name: 'one that works on the finished site',
    given: [{ name: 'minify', hooks: { 'astro:build:done': hook } }],
    want: false,
  },
  {
    name: 'one that works on finished pages',
    given: [{ name: 'minify', hooks: { 'astro:build:generated': hook } }],
    want: false,
  },
])('what a site is made by: $name', ({ given, want }) => {
  expect(isOursAlone({ integrations: [...given] })).toBe(want);
});

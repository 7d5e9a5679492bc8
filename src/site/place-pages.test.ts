import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { placePages } from './place-pages.ts';

const cases: readonly { name: string; given: string[]; want: string[]; isError?: true }[] = [
  { name: 'pages as files', given: ['start.html', 'a/b.html'], want: ['a/b/index.html', 'start/index.html'] },
  {
    name: 'pages in folders stay',
    given: ['index.html', 'start/index.html'],
    want: ['index.html', 'start/index.html'],
  },
  { name: 'the home as a file stays', given: ['index.html'], want: ['index.html'] },
  { name: 'errors in folders', given: ['en/404/index.html'], want: ['en/404.html'], isError: true },
  {
    name: 'errors as files stay',
    given: ['404.html', 'en/404.html'],
    want: ['404.html', 'en/404.html'],
    isError: true,
  },
  { name: 'what is no page stays', given: ['a/404.json'], want: ['a/404.json'] },
];

it.each(cases)('$name', async ({ given, want, isError }) => {
  const root = writeProject(Object.fromEntries(given.map((file) => [file, ''])));
  await placePages(
    given.map((file) => pathToFileURL(join(root, file))),
    isError ?? false,
  );
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.map((entry) => relative(root, join(entry.parentPath, entry.name))).sort()).toEqual(want);
  expect(entries.filter((entry) => entry.name === '404')).toEqual([]);
});

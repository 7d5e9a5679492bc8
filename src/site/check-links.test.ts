import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkLinks } from './check-links.ts';

const folders: string[] = [];

async function site(files: { readonly [name: string]: string }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'curlew-links-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

describe('checkLinks', () => {
  const rows: { name: string; given: { [file: string]: string }; want: string[] }[] = [
    { name: 'a page', given: { 'index.html': '<a href="/a/">', 'a/index.html': '' }, want: [] },
    { name: 'a missing page', given: { 'index.html': '<a href="/a/">' }, want: ['link-dead'] },
    { name: 'a fragment', given: { 'index.html': '<a href="#x"><p id="x">' }, want: [] },
    { name: 'a missing fragment', given: { 'index.html': '<a href="#x">' }, want: ['fragment-dead'] },
    {
      name: 'a fragment of another page',
      given: { 'index.html': '<a href="a/#x">', 'a/index.html': '<p id="y">' },
      want: ['fragment-dead'],
    },
    {
      name: 'Chinese, encoded or not',
      given: { 'index.html': '<a href="#%E6%96%87"><a href="#文"><h2 id="文">' },
      want: [],
    },
    {
      name: 'an asset',
      given: { 'index.html': '<link href="/x.css"><script src="/y.js">', 'x.css': '' },
      want: ['link-dead'],
    },
    { name: 'an id twice', given: { 'index.html': '<p id="x"><p id=x>' }, want: ['id-repeated'] },
    {
      name: 'other sites and mail are not ours',
      given: { 'index.html': '<a href="https://a.example/"><a href="mailto:a@a.example">' },
      want: [],
    },
    {
      name: 'the console of another page',
      given: { 'index.html': '<a href="/a/#try=stream">', 'a/index.html': '' },
      want: [],
    },
  ];
  for (const { name, given, want } of rows) {
    it(name, async () => {
      const found = await checkLinks(await site(given), '/');
      expect(found.map((one) => one.code)).toEqual(want);
    });
  }

  it('follows a base path', async () => {
    const folder = await site({ 'index.html': '<a href="/docs/a/"><a href="/a/">', 'a/index.html': '' });
    expect((await checkLinks(folder, '/docs/')).map((one) => one.message)).toEqual([
      '/docs/ links to /a/, but the site has no such page or file.',
    ]);
  });
});

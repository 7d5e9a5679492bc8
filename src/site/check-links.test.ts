import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { checkLinks } from './check-links.ts';
import { readProject } from './read-project.ts';

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
    {
      name: 'what looks like a link in the value of another attribute',
      given: { 'index.html': '<meta content="See &lt;a href=&quot;/nowhere/&quot; id=x&gt;"><meta content=" id=x">' },
      want: [],
    },
    {
      name: 'what looks like a comment in the value of an attribute',
      given: { 'index.html': '<meta content="a <!-- b"><a href="#x"><p id="x"><a href="/gone/"><meta content="-->">' },
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

  it('tells the same of pages whose addresses the last build knew', async () => {
    for (const { given, want } of rows.filter((row) => !row.want.includes('id-repeated'))) {
      const noted = new Map<string, readonly string[]>();
      const first = {
        linksOf: () => undefined,
        noteLinks: (file: string, links: readonly string[]) => noted.set(file, links),
      };
      const folder = await site(given);
      const whole = await checkLinks(folder, '/', undefined, first);
      const known = { linksOf: (file: string) => noted.get(file), noteLinks: () => {} };
      const again = await checkLinks(folder, '/', undefined, known);
      expect(again).toEqual(whole);
      expect(again.map((one) => one.code)).toEqual(want);
    }
  });

  it('follows a base path', async () => {
    const folder = await site({ 'index.html': '<a href="/docs/a/"><a href="/a/">', 'a/index.html': '' });
    expect((await checkLinks(folder, '/docs/')).map((one) => one.message)).toEqual([
      '/docs/ links to /a/, but the site has no such page or file.',
    ]);
  });
});

describe('faults in what an owner wrote', () => {
  const CONFIG =
    "import curlew from 'curlew';\nexport default { integrations: [curlew({ footer: [{ label: 'a', href: '/gone/' }] })] };\n";
  const HEADER_CONFIG = CONFIG.replace('footer', 'header');
  const HEAD_CONFIG =
    "import curlew from 'curlew';\nexport default { integrations: [curlew({ head: [\n  { tag: 'link', attributes: { rel: 'icon', href: '/gone.svg' } },\n] })] };\n";
  const front = '---\ntitle: T\nmoved:\n  old: "/odl/"\n---\n';

  /** A project with its written site in `dist`, and the checks' sources as the integration reads them. */
  async function check(files: { readonly [name: string]: string }, base = '/'): Promise<string[]> {
    const root = writeProject(files);
    const config = files['astro.config.mjs'];
    // The config is only parsed here, so the options are given a second time.
    const icon = { tag: 'link', attributes: { rel: 'icon', href: '/gone.svg' } } as const;
    const links = [{ label: 'a', href: '/gone/' }];
    const options =
      config === CONFIG
        ? { footer: links }
        : config === HEADER_CONFIG
          ? { header: links }
          : config
            ? { head: [icon] }
            : {};
    const { sources } = await readProject({ root }, options, { base, publicDir: join(root, 'public') });
    const found = await checkLinks(join(root, 'dist'), base, sources);
    return found.map(({ code, place, message, fix }) =>
      place ? `${code} ${place.file}:${place.line}:${place.column}+${place.length} ${fix}` : `${code} ${message}`,
    );
  }

  const page = '<main id="content"><h2 id="one-two">';
  const rows: { name: string; given: { [file: string]: string }; base?: string; want: string[] }[] = [
    {
      name: 'a link to a page, by all the ways to write one',
      given: {
        'docs/index.mdx':
          '---\ntitle: T\n---\n\n[a](/strat/) [b][c] ![d](/strat/)\n<a href={"/strat/"}>e</a> <Card title="f" href="/strat/">g</Card>\n\n[c]: </strat/> "h"\n',
        'dist/index.html': '<a href="/strat/"></a><img src="/strat/">',
        'dist/start/index.html': page,
      },
      want: ['5:5+7', '5:26+7', '6:11+7', '6:49+7', '8:7+7'].map(
        (place) => `link-dead docs/index.mdx:${place} Did you mean "/start/"?`,
      ),
    },
    {
      name: 'a fragment of another page',
      given: {
        'docs/index.mdx': '---\ntitle: T\n---\n\n[a](/start/#one-tow)',
        'dist/index.html': '<a href="/start/#one-tow">',
        'dist/start/index.html': page,
      },
      want: ['fragment-dead docs/index.mdx:5:5+15 Did you mean "/start/#one-two"?'],
    },
    {
      name: 'a Chinese fragment, encoded or not',
      given: {
        'docs/index.mdx': '---\ntitle: T\n---\n\n[a](#安装) [b](#%E5%AE%89%E8%A3%85) [c](#安全)',
        'dist/index.html': '<h2 id="安全"><a href="#%E5%AE%89%E8%A3%85"><a href="#%E5%AE%89%E5%85%A8">',
      },
      want: ['5:5+3', '5:14+19'].map((place) => `fragment-dead docs/index.mdx:${place} Did you mean "#安全"?`),
    },
    {
      name: 'the same name in another folder, and the name of the file',
      given: {
        'docs/en/index.mdx': '---\ntitle: T\n---\n\n[a](guides/start/) [b](./start.mdx) [c](/start)',
        'docs/zh-CN/index.mdx': '---\ntitle: T\n---\n\n[a](/reference/gone/)',
        'dist/index.html': '<a href="guides/start/"><a href="./start.mdx"><a href="/start">',
        'dist/zh-cn/index.html': '<a href="/reference/gone/">',
        'dist/start/index.html': page,
        'dist/zh-cn/start/index.html': page,
      },
      want: [
        ...['5:5+13', '5:24+11', '5:41+6'].map(
          (place) => `link-dead docs/en/index.mdx:${place} Did you mean "/start/"?`,
        ),
        'link-dead docs/zh-CN/index.mdx:5:5+16 Correct the link, or add what it leads to.',
      ],
    },
    {
      name: 'under a base path',
      given: {
        'docs/index.mdx': '---\ntitle: T\n---\n\n[a](/strat/) <Card title="b" href="/start/#c">c</Card>',
        'dist/index.html': '<a href="/x/y/strat/"><a href="/x/y/start/#c">',
        'dist/start/index.html': '<p id="d">',
      },
      base: '/x/y/',
      want: [
        'link-dead docs/index.mdx:5:5+7 Did you mean "/start/"?',
        'fragment-dead docs/index.mdx:5:36+9 Correct the link, or add what it leads to.',
      ],
    },
    {
      name: 'moved addresses',
      given: { 'docs/a.mdx': front, 'dist/a/index.html': '<a href="/odl/">', 'dist/old/index.html': '' },
      want: ['link-dead docs/a.mdx:4:9+5 Did you mean "/old/"?'],
    },
    {
      name: 'plain Markdown, with HTML in it',
      given: {
        'docs/a.md': '---\ntitle: T\n---\n\n<p>\n<a href="/b/?c=1&amp;d=2">e</a></p>',
        'dist/a/index.html': '<a href="/b/?c=1&amp;d=2">',
      },
      want: ['link-dead docs/a.md:6:10+15 Correct the link, or add what it leads to.'],
    },
    {
      name: 'a link that only the page shows',
      given: {
        'docs/a.mdx': '---\ntitle: T\n---\n\nexport const to = "/b/";\n\n<a href={to}>c</a>',
        'dist/a/index.html': '<a href="/b/">',
      },
      want: ['link-dead docs/a.mdx:1:1+1 Correct the link, or add what it leads to.'],
    },
    {
      name: 'a link of ours, on a guide too',
      given: { 'docs/a.mdx': front, 'dist/a/index.html': '<a href="/b/">', 'dist/c/index.html': '<a href="/b/">' },
      want: ['/a/', '/c/'].map((path) => `link-dead ${path} links to /b/, but the site has no such page or file.`),
    },
    {
      name: 'the footer, once',
      given: {
        'astro.config.mjs': CONFIG,
        'docs/a.mdx': '---\ntitle: T\n---\n',
        'dist/a/index.html': '<a href="/gone/">',
        'dist/c/index.html': '<a href="/gone/">',
      },
      want: ['link-dead astro.config.mjs:2:71+8 Correct the link, or add what it leads to.'],
    },
    {
      name: 'the header, once',
      given: {
        'astro.config.mjs': HEADER_CONFIG,
        'docs/a.mdx': '---\ntitle: T\n---\n',
        'dist/a/index.html': '<a href="/gone/">',
        'dist/c/index.html': '<a href="/gone/">',
      },
      want: ['link-dead astro.config.mjs:2:71+8 Correct the link, or add what it leads to.'],
    },
    {
      name: 'the head, once',
      given: {
        'astro.config.mjs': HEAD_CONFIG,
        'docs/a.mdx': '---\ntitle: T\n---\n',
        'dist/a/index.html': '<link rel="icon" href="/gone.svg">',
        'dist/c/index.html': '<link rel="icon" href="/gone.svg">',
      },
      want: ['link-dead astro.config.mjs:3:51+11 Correct the link, or add what it leads to.'],
    },
    {
      name: 'public pages, as they are',
      given: {
        'public/old/page.html':
          "<!-- <a href='/x/'> -->\n<script>'<a href=\"/y/\">'</script>\n<A HREF = '/z/'>\n<p id=a><p id=a>",
        'dist/old/page.html':
          "<!-- <a href='/x/'> -->\n<script>'<a href=\"/y/\">'</script>\n<A HREF = '/z/'>\n<p id=a><p id=a>",
      },
      want: [
        'id-repeated public/old/page.html:4:15+1 Rename one of the two.',
        'link-dead public/old/page.html:3:12+3 Correct the link, or add what it leads to.',
      ],
    },
    {
      name: 'ids',
      given: {
        'docs/a.mdx': '---\ntitle: T\n---\n\n## Content\n\n<b id="c">d</b> <i id="c">e</i>',
        'dist/a/index.html': '<main id="content"><h2 id="content"><b id="c"><i id="c">',
      },
      want: [
        'id-repeated docs/a.mdx:5:1+10 Rename one of the two.',
        'id-repeated docs/a.mdx:7:24+1 Rename one of the two.',
      ],
    },
    {
      name: 'addresses that can not be read',
      given: { 'public/a.html': '<a href="/%">', 'dist/a.html': '<a href="/%">', 'dist/b.html': '<a href="//[">' },
      want: [
        'link-malformed public/a.html:1:10+2 Correct it.',
        'link-malformed /b.html links to "//[", which can\'t be read as an address.',
      ],
    },
  ];
  for (const { name, given, base, want } of rows) {
    it(name, async () => expect((await check(given, base)).sort()).toEqual(want.sort()));
  }

  it('takes time in step with the number of dead links', async () => {
    const links = Array.from({ length: 3000 }, (_, index) => `/gone-${index}/`);
    const started = performance.now();
    const found = await check({
      'docs/a.mdx': `---\ntitle: T\n---\n\n${links.map((link) => `[a](${link})`).join('\n')}\n`,
      'dist/a/index.html': links.map((link) => `<a href="${link}">`).join('\n'),
      ...Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`dist/other-${index}/index.html`, ''])),
    });
    expect(found.length).toBe(3000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

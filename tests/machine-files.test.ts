import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { xml } from '../src/views/sitemap.ts';
import { buildProject } from './builder/build.ts';
import { guide } from './foreign/files.ts';
import { writeFiles } from './project.ts';

// What a site has for programs: Markdown copies, llms files, sitemap, data in heads. One hostile project for all.
const SITE = 'https://docs.example';
const EVIL = 'Evil\n# title ](http://evil.example) <script>alert(1)</script> --> ]]> \u202e </script> & "quoted"';

const DESCRIPTION = {
  openapi: '3.1.0',
  info: {
    title: EVIL,
    version: '1',
    summary: EVIL,
    description: `# ${EVIL}\n\n</description>\n\n| a | b |\n|---|---|\n| \`x\` | ](y) |`,
  },
  servers: [{ url: 'https://api.example', description: EVIL }],
  tags: [{ name: 'evil `tag`', description: EVIL }],
  paths: {
    '/a/{id}': {
      get: {
        operationId: 'getIt',
        summary: 'Get ](http://evil.example) it',
        description: EVIL,
        tags: ['evil `tag`'],
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: EVIL,
            schema: { type: 'string', enum: ['a\nb', '`|`'] },
          },
        ],
        responses: {
          200: {
            description: EVIL,
            content: { 'text/plain': { example: '```\n# out\n```', schema: { type: 'string' } } },
          },
        },
      },
    },
  },
};

const FILES = {
  'openapi/pets.json': JSON.stringify(DESCRIPTION),
  'openapi/pets.zh-CN.overlay.yaml':
    "overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions: [{ target: $.info, update: { title: 译名 } }]\n",
  'docs/en/index.mdx': guide('Home', '[Start](/start/) <TryIt operation="getIt" />').replace(
    '---\n',
    '---\ndescription: What it is.\n',
  ),
  'docs/en/start.mdx': guide(
    'Start',
    '<Note>\nSee [it](/reference/get-it/#responses).\n</Note>\n\n<Sample operation="getIt" />',
  ),
  'docs/en/news.mdx': guide('"News & <more>"', 'New.').replace('---\n', '---\ndate: 2026-01-31\nupdated: 2026-02-28\n'),
  'docs/en/older.mdx': guide('Older', 'Old.').replace('---\n', '---\ndate: 2025-12-01\n'),
  'docs/zh-CN/start.mdx': guide('开始', '[家](/zh-cn/)'),
  'public/card.png': 'png',
  'astro.config.mjs':
    "import curlew from 'curlew';\nexport default { integrations: [curlew({ title: 'Pets & Co', image: '/card.png' })] };\n",
};

const root = mkdtempSync(join(tmpdir(), 'curlew-machine-'));
const out = join(root, 'dist');
const read = (name: string): string => readFileSync(join(out, name), 'utf8');
let files: string[] = [];

beforeAll(async () => {
  writeFiles(root, FILES);
  const { code, err } = await buildProject(root, ['--site', SITE, '--base', '/docs/']);
  expect(code, err).toBe(0);
  files = readdirSync(out, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The file of an address of the site. */
function fileOf(url: string): string {
  const { pathname } = new URL(url);
  const path = decodeURI(pathname).replace(/^\/docs\//, '');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

it('every link of a text for programs is whole and leads somewhere', () => {
  const texts = files.filter((name) => /\.(?:md|txt)$/.test(name) && !name.startsWith('_curlew/'));
  expect(texts).toEqual(
    expect.arrayContaining([
      'index.md',
      'zh-cn.md',
      'start.md',
      'reference.md',
      'reference/get-it.md',
      'llms.txt',
      'zh-cn/llms.txt',
      'llms-full.txt',
    ]),
  );
  const dead = texts.flatMap((name) =>
    [...read(name).matchAll(/(?<!\\)\]\(([^)\s]*)\)/g)].flatMap(([, url = '']) => {
      if (!url.startsWith(`${SITE}/`)) return [`${name}: ${url}`];
      return files.includes(fileOf(url)) ? [] : [`${name}: ${url}`];
    }),
  );
  expect(dead).toEqual([]);
});

it('nothing of a description becomes a mark, a link or HTML', () => {
  for (const name of ['reference.md', 'reference/get-it.md', 'llms.txt', 'llms-full.txt']) {
    const text = read(name);
    expect(text, name).not.toContain('\u202e');
    expect(text, name).not.toMatch(/(?<!\\)<script/);
    expect(text, name).not.toMatch(/(?<!\\)\]\(http:\/\/evil/);
    const outside = text.replace(/^( *)(`{3,})[^`\n]*\n[\s\S]*?^\1\2$/gm, '');
    expect(outside, name).not.toMatch(/^ *# (?:title|out)/m);
  }
  expect(read('reference/get-it.md')).toContain('````\n```\n# out\n```\n````');
});

it('llms.txt has the form that llmstxt.org gives it', () => {
  const text = read('llms.txt');
  expect(text).toMatch(/^# Pets & Co\n\n> What it is\.\n\n## Guides\n\n- \[Home\]/);
  expect(text).toContain(`- [Start](${SITE}/docs/start.md)`);
  expect(text).toContain(`](${SITE}/docs/reference/get-it.md): \`GET /a/{id}\``);
  expect(text).toContain(`## Optional\n\n- [All pages in one text](${SITE}/docs/llms-full.txt)`);
  expect(read('llms-full.txt')).toContain(read('reference/get-it.md'));
  expect(read('llms-full.txt')).toContain(read('start.md'));
});

it('a sitemap names every page once, in each language', () => {
  expect(read('sitemap-index.xml')).toContain(`<loc>${SITE}/docs/sitemap-0.xml</loc>`);
  const urls = [...read('sitemap-0.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url);
  const pages = files.filter((name) => /(^|\/)index\.html$/.test(name) && !name.startsWith('_curlew/'));
  // What only shows the text of another language isn't told.
  const own = pages.filter((name) => !/^zh-cn\/(?:news|older)\//.test(name));
  expect(urls.map(fileOf).sort()).toEqual(own.sort());
  expect(new Set(urls).size).toBe(urls.length);
  expect(read('sitemap-0.xml')).toContain(
    `<url><loc>${SITE}/docs/start/</loc><xhtml:link rel="alternate" hreflang="en" href="${SITE}/docs/start/"/><xhtml:link rel="alternate" hreflang="zh-CN" href="${SITE}/docs/zh-cn/start/"/></url>`,
  );
  expect(read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${SITE}/docs/sitemap-index.xml\n`);
  expect(xml('a<b>&"\'\u0000\u0008\ud800c]]>')).toBe('a&lt;b&gt;&amp;&quot;&apos;c]]&gt;');
});

it('heads say where a page is, what it is called and what is around it', () => {
  const html = read('reference/get-it/index.html');
  expect(html).toContain(`<link rel="canonical" href="${SITE}/docs/reference/get-it/">`);
  expect(html).toContain(`<link rel="alternate" type="text/markdown" href="${SITE}/docs/reference/get-it.md">`);
  for (const [property, content] of [
    ['og:title', 'Get ](http://evil.example) it'],
    ['og:type', 'article'],
    ['og:url', `${SITE}/docs/reference/get-it/`],
    ['og:site_name', 'Pets &amp; Co'],
    ['og:locale', 'en_US'],
    ['og:locale:alternate', 'zh_CN'],
    ['og:image', `${SITE}/docs/card.png`],
  ]) {
    expect(html).toContain(`<meta property="${property}" content="${content}">`);
  }
  expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
  for (const page of ['start', 'zh-cn/start']) {
    const [head = ''] = read(`${page}/index.html`).split('</head>');
    const alternates = head.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g);
    expect([page, ...[...alternates].map(([, language, href]) => `${language} ${href}`)]).toEqual([
      page,
      `en ${SITE}/docs/start/`,
      `zh-CN ${SITE}/docs/zh-cn/start/`,
      `x-default ${SITE}/docs/start/`,
    ]);
  }
  const scripts = [...html.matchAll(/<script(?![^>]* src=)([^>]*)>([\s\S]*?)<\/script>/g)];
  expect(scripts.map(([, attributes]) => attributes?.trim())).toEqual(Array(2).fill('type="application/ld+json"'));
  const [article, crumbs] = scripts.map(([, , text = '']) => JSON.parse(text));
  expect(article).toMatchObject({
    '@type': 'APIReference',
    headline: 'Get ](http://evil.example) it',
    inLanguage: 'en',
  });
  expect(crumbs['@type']).toBe('BreadcrumbList');
  expect(crumbs.itemListElement.at(-1)).toEqual({
    '@type': 'ListItem',
    position: crumbs.itemListElement.length,
    name: 'Get ](http://evil.example) it',
    item: `${SITE}/docs/reference/get-it/`,
  });
});

it('a feed has the guides with a date, the newest first, and pages say the date', () => {
  const feed = read('feed.xml');
  expect(feed).toContain('<item><title>News &amp; &lt;more&gt;</title>');
  expect(feed).toContain('<pubDate>Sat, 31 Jan 2026 00:00:00 GMT</pubDate>');
  expect([...feed.matchAll(/<guid>([^<]*)/g)].map(([, url]) => url)).toEqual([
    `${SITE}/docs/news/`,
    `${SITE}/docs/older/`,
  ]);
  expect(files).not.toContain('zh-cn/feed.xml');
  const html = read('news/index.html');
  expect(html).toContain(`<link rel="alternate" type="application/rss+xml" href="${SITE}/docs/feed.xml">`);
  expect(html).toContain('Published <time datetime="2026-01-31">January 31, 2026</time>');
  expect(html).toContain('Updated <time datetime="2026-02-28">February 28, 2026</time>');
  expect(html).toContain('"datePublished":"2026-01-31"');
});

it('descriptions can be downloaded as they were written, and with the texts of a language', () => {
  expect(read('openapi/pets.json')).toBe(FILES['openapi/pets.json']);
  expect(parse(read('openapi/pets.yaml'))).toEqual(DESCRIPTION);
  expect(JSON.parse(read('zh-cn/openapi/pets.json')).info.title).toBe('译名');
  expect(read('reference/index.html')).toContain('<a href="/docs/openapi/pets.yaml" download="pets.yaml">YAML</a>');
  expect(read('zh-cn/reference/index.html')).toContain('href="/docs/zh-cn/openapi/pets.json"');
  expect(read('reference.md')).toContain(`[YAML](${SITE}/docs/openapi/pets.yaml)`);
});

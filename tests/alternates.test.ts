import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en.ts';
import { zhCN } from '../src/i18n/zh-CN.ts';
import { buildProject } from './builder/build.ts';
import { guide, petsYaml } from './foreign/files.ts';
import { writeProject } from './project.ts';

const FILES = {
  'openapi/pets.yaml': petsYaml(),
  'openapi/pets.zh-CN.overlay.yaml': `overlay: 1.1.0
info: { title: 中文, version: '1' }
actions: [{ target: "$.paths['/pets'].post", update: { summary: 添加宠物, description: 添加一只宠物。 } }]
`,
  'docs/en/start.mdx': guide('Start', '<TryIt operation="listPets" />'),
  'docs/zh-CN/start.mdx': guide('开始', '<TryIt operation="listPets" />').replace('---\n', '---\noriginal: r0\n'),
  'docs/en/only.mdx': guide(
    'Only',
    'In one language. <a href="../start/">Start</a>\n\n<Note>A note.</Note>\n\n<TryIt operation="listPets" />',
  ),
};

/** Builds the project. @returns what a page of it says */
async function build(): Promise<(page: string) => string> {
  const root = writeProject(FILES);
  const { code, err } = await buildProject(root, ['--base', '/docs/']);
  expect(code, err).toBe(0);
  return (page) => readFileSync(join(root, 'dist', page, 'index.html'), 'utf8');
}

/** `en /start/` for each language that the head of a page names. */
function alternatesOf(html: string): string[] {
  const [head = ''] = html.split('</head>');
  return [...head.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)].map(
    ([, lang, href]) => `${lang} ${href}`,
  );
}

describe('pages name themselves in every language they have', () => {
  // With an address of the site: machine-files.test.ts.
  it('without an address of the site, and have their hints in one of them', async () => {
    const page = await build();
    for (const [path, here] of [
      ['start', 'start/'],
      ['reference/list-pets', 'reference/list-pets/'],
      ['', ''],
    ] as const) {
      const want = [`en /docs/${here}`, `zh-CN /docs/zh-cn/${here}`, `x-default /docs/${here}`];
      expect(alternatesOf(page(path)), path).toEqual(want);
      expect(alternatesOf(page(join('zh-cn', path))), path).toEqual(want);
    }
    // What isn't translated has a page with the original's text, and is no translation.
    expect(alternatesOf(page('only'))).toEqual([]);
    expect(alternatesOf(page('zh-cn/only'))).toEqual([]);
    const only = page('zh-cn/only').replaceAll(/\s+/g, ' ');
    expect(only).toContain('<html lang="zh-CN"');
    expect(only).toContain('<p class="translation-note" role="note">本页尚未翻译，以下显示英语原文。');
    expect(only).toMatch(/<div lang="en" dir="ltr"> ?<h1>Only/);
    expect(only).toMatch(/<div class="prose" lang="en" dir="ltr">.*In one language\..*<p class="aside-title">Note</);
    // What the component says of itself is in the language of the page, and so is where it leads.
    expect(only).toMatch(
      /<a class="card try-card" href="\/docs\/zh-cn\/reference\/list-pets\/#try" lang="zh-CN" dir="ltr">/,
    );
    expect(only).toContain('<a href="/docs/only/" lang="en" hreflang="en"');
    expect(page('only')).toContain('<a href="/docs/zh-cn/only/" lang="zh-CN" hreflang="zh-CN"');
    expect(page('only')).not.toContain('translation-note');
    // So are the texts of a description that its overlay leaves out.
    const add = page('zh-cn/reference/add-pet');
    expect(add).toContain('<div class="prose lead"><p>添加一只宠物。</p>');
    expect(add).toMatch(/class="prose field-text" lang="en" dir="ltr" data-untranslated[^>]*><p>What it is called\.</);
    expect(page('reference/add-pet')).not.toContain('data-untranslated');
    const older = page('zh-cn/start').replaceAll(/\s+/g, ' ');
    expect(older).toContain('这篇译文完成后，英语原文又有改动。 <a href="/docs/start/" hreflang="en">查看原文</a>');
    expect(older).not.toContain('class="prose" lang');
    for (const [path, { site }] of [
      ['start', en],
      ['zh-cn/start', zhCN],
    ] as const) {
      expect(page(path)).toContain(`<nav class="header-links" aria-label="${site.siteLinks}">`);
      expect(page(path)).toContain(`>${site.opensSimulated}<`);
    }
    expect(zhCN.site.opensSimulated).not.toContain(' ');
  });
});

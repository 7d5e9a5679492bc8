import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { en } from '../src/i18n/en.ts';
import { buildProject } from './builder/build.ts';
import { ownerOptions } from './fixtures/owner-options.ts';
import { writeFiles } from './project.ts';

const root = mkdtempSync(join(tmpdir(), 'curlew-options-'));
const site = join(root, 'dist');
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** One site with every option that shows on its pages. */
beforeAll(async () => {
  writeFiles(root, ownerOptions);
  const { code, err } = await buildProject(root);
  expect(code, err).toBe(0);
});

/** A file of the site. @param name - below it */
function read(name: string): string {
  return readFileSync(join(site, name), 'utf8');
}

/** The style sheets that a page loads, one after the other. */
function styles(page: string): string {
  const names = [...read(page).matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map((match) => match[1] ?? '');
  return names.map(read).join('\n');
}

function pages(): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
}

it('no page has a style of its own, and none is for search engines', () => {
  expect(pages().length).toBeGreaterThan(3);
  for (const page of pages()) {
    expect(read(page), page).toContain('<meta name="robots" content="noindex">');
    expect(read(page), page).not.toMatch(/<style|\sstyle=/);
  }
});

it('the accent comes with the style sheet', () => {
  expect(styles('start/index.html')).toMatch(/--color-accent:\s*light-dark\(#1d4ed8,/);
});

it('style sheets of the project come after ours, with what they name', () => {
  const text = styles('start/index.html');
  const [, image] = /background-image:\s*url\(\/?([^)]+)\)/.exec(text) ?? [];
  expect(text.indexOf('background-image')).toBeGreaterThan(text.indexOf('--color-accent:'));
  expect(read(image ?? '')).toBe('dots');
});

it('elements for the head stand on every page, escaped', () => {
  for (const page of pages()) {
    const [, head = ''] = read(page).split(/<\/?head>/);
    expect(head, page).toContain('<meta property="og:site_name" content="A &quot;B&quot; <c>"/>');
    expect(head, page).toContain('<link rel="me" href="https://social.example/@pets"/>');
    expect(head, page).toContain('<link rel="help" href="/start/"/>');
  }
});

it('the header has links, and the navigation where the header has no room for them', () => {
  const page = read('reference/animals/list-pets/index.html');
  const [, nav = ''] = /<ul class="nav-links">(.*?)<\/ul>/s.exec(page) ?? [];
  const [, header = ''] = /<nav class="header-links"[^>]*>(.*?)<\/nav>/s.exec(page) ?? [];
  const linksIn = (part: string): string[] =>
    [...part.matchAll(/<a[^>]* href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href, label]) => `${label} ${href}`);
  expect(linksIn(nav)).toEqual(['Status https://status.example/', 'Begin /start/']);
  expect(linksIn(header)).toEqual(['API reference /reference/', ...linksIn(nav)]);
});

it('the footer has links and lines', () => {
  expect(read('start/index.html')).toMatch(
    /<footer class="footer">\s*<a href="\/start\/">Imprint<\/a>\s*<span>Registration 1<\/span>\s*<\/footer>/,
  );
});

it('a guide ends with a link to where it is edited, other pages have none', () => {
  expect(read('start/index.html')).toContain('href="https://git.example/edit/docs/start.mdx"');
  expect(read('reference/animals/list-pets/index.html')).not.toContain('git.example');
});

it('samples are of the chosen languages, in their order', () => {
  for (const page of ['start/index.html', 'reference/animals/list-pets/index.html']) {
    const tabs = [...read(page).matchAll(/data-tab="(\w+)"/g)].map((match) => match[1]);
    expect(tabs.filter((tab) => tab !== 'http')).toEqual(['python', 'shell']);
    expect(read(page)).toContain('data-codes="python shell"');
  }
});

it('promises no sandbox', () => {
  expect(read('start/index.html')).toContain('try-card');
  expect(read('start/index.html')).toContain(`>${en.site.opensConsole}<`);
  expect(read('reference/animals/list-pets/index.html')).toContain('data-servers-only');
});

it('an API has its chosen title and place, with the list at the start of the reference', () => {
  expect(read('reference/animals/index.html')).toMatch(/<h1 lang="en">\s*★ Animals\s*<\/h1>/);
  expect(read('reference/index.html')).toContain('href="/reference/animals/"');
  expect(read('start/index.html')).toContain('href="/reference/animals/list-pets/#try"');
});

it('replaced components stand on every page, ours within them', () => {
  for (const page of pages()) {
    expect(read(page), page).toMatch(/<p class="banner"[^>]*>Sale<\/p>\s*<header class="header"/);
    expect(read(page), page).toContain('<h1 lang="en">★ ');
  }
});

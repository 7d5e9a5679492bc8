import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');
const ANY = ['model', 'i18n', 'schema', 'request', 'samples', 'sandbox', 'views', 'changes', 'search'];
const RENDERED = ['site', 'components', 'layouts', 'styles', 'diagnostics', ...ANY];

/** Which folder of src may import which; a folder may always import itself. */
const ALLOWED: { readonly [folder: string]: readonly string[] } = {
  model: [],
  diagnostics: [],
  i18n: ['model'],
  schema: ['model', 'i18n'],
  request: ['model', 'i18n', 'schema'],
  samples: ['model', 'i18n', 'schema', 'request'],
  sandbox: ['model', 'i18n', 'schema', 'request', 'samples'],
  views: ['model', 'i18n', 'schema', 'request', 'samples', 'sandbox', 'changes'],
  changes: ['model', 'i18n', 'schema'],
  search: ['model', 'i18n', 'schema', 'views'],
  console: ['model', 'i18n', 'schema', 'request', 'samples', 'sandbox', 'styles'],
  openapi: ['model', 'diagnostics', 'schema'],
  site: ['openapi', 'diagnostics', ...ANY],
  slate: ['views'],
  components: RENDERED,
  layouts: RENDERED,
  pages: RENDERED,
  styles: [],
  cli: ['site', 'openapi', 'slate', 'diagnostics', ...ANY],
  '': ['site'],
};

/** Packages that a folder may name; every other folder of realm "any" names none. */
const PACKAGES: { readonly [folder: string]: readonly RegExp[] } = {
  console: [/^preact(\/|$)/],
  openapi: [/^node:/, /^yaml$/, /^json-p3$/, /^openapi-types$/],
  site: [
    /^node:/,
    /^astro(\/|$)/,
    /^@astrojs\//,
    /^(virtual|astro):/,
    /^(?:vite|rolldown)$/,
    /^shiki(\/|$)/,
    /^@shikijs\//,
    /^image-size$/,
    /^markdown-it/,
    /^sanitize-html$/,
    /^satteri$/,
  ],
  slate: [/^node:/, /^yaml$/, /^markdown-it$/],
  components: [/^astro(\/|:|$)/, /^virtual:/],
  layouts: [/^astro(\/|:|$)/, /^virtual:/],
  pages: [/^node:/, /^astro(\/|:|$)/, /^virtual:/],
  cli: [/^node:/, /^astro$/, /^vite$/],
  '': [/^astro(\/|:)/, /^virtual:/, /^node:/],
};

/** A file whose name says that it runs elsewhere than its folder. */
const REALM: { readonly [file: string]: readonly RegExp[] } = { 'sandbox/node-host.ts': [/^node:/] };

/** Scripts of pages that have a file of their own; only a `<script>` imports them. */
const PAGE_SCRIPTS: readonly string[] = [
  'components/operation/try-it.ts',
  'components/code/tabs.ts',
  'components/code/shared.ts',
  'components/shell/nav-actions.ts',
  'components/search/palette.ts',
];

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function sources(): string[] {
  return readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|astro)$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name))
    .map((entry) => relative(SRC, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function importsOf(file: string): { name: string; inScript: boolean }[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const scripts = file.endsWith('.astro') ? text.indexOf('<script') : -1;
  return [...text.matchAll(IMPORT)].map((match) => ({
    name: (match[1] ?? match[2] ?? match[3] ?? '').replace(/\?.*$/, ''),
    inScript: scripts >= 0 && match.index > scripts,
  }));
}

function fault(file: string, name: string, inScript: boolean): string | undefined {
  const folder = file.includes('/') ? file.slice(0, file.indexOf('/')) : '';
  if (!name.startsWith('.')) {
    const packages = [...(REALM[file] ?? []), ...(PACKAGES[folder] ?? [])];
    return packages.some((pattern) => pattern.test(name)) ? undefined : `${file} imports the package ${name}`;
  }
  if (!/\.\w+$/.test(name)) return `${file} imports ${name} without its ending`;
  const target = relative(SRC, resolve(SRC, dirname(file), name))
    .split(sep)
    .join('/');
  if (target.startsWith('..')) return `${file} imports ${name} from outside src`;
  const other = target.includes('/') ? target.slice(0, target.indexOf('/')) : '';
  if (other === folder || ALLOWED[folder]?.includes(other)) return undefined;
  if (other === 'console' && (inScript || PAGE_SCRIPTS.includes(file))) return undefined;
  return `${file} imports ${target}, but ${folder} may not import ${other}`;
}

describe('the import table', () => {
  const files = sources();

  it('covers every folder of src', () => {
    const folders = new Set(files.map((file) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '')));
    expect(Object.keys(ALLOWED)).toEqual(expect.arrayContaining([...folders]));
    expect(files.length).toBeGreaterThan(10);
  });

  it('holds for every file', () => {
    const faults = files.flatMap((file) =>
      importsOf(file).flatMap(({ name, inScript }) => fault(file, name, inScript) ?? []),
    );
    expect(faults).toEqual([]);
  });

  it('would see a breach', () => {
    expect(fault('model/api.ts', 'node:fs', false)).toContain('imports the package node:fs');
    expect(fault('model/api.ts', '../openapi/load.ts', false)).toContain('may not import openapi');
    expect(fault('components/A.astro', '../console/mount.tsx', false)).toContain('may not import console');
    expect(fault('components/A.astro', '../console/mount.tsx', true)).toBeUndefined();
    expect(fault('console/send.ts', './state', false)).toContain('without its ending');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProject } from '../builder/build.ts';
import { type Findings, findMissing, shareText } from './check.ts';
import { descriptionFacts } from './description-facts.ts';
import { missingLine } from './report.ts';
import { openSite } from './site.ts';
import { openTwins } from './twins.ts';

const PROJECT = join(import.meta.dirname, '../fixtures/facts');
const NAMES = ['cafe.yaml', 'library.yaml', 'shop.json', 'zoo.yaml'];
const folder = mkdtempSync(join(tmpdir(), 'curlew-facts-'));
const site = join(folder, 'site');

beforeAll(async () => {
  const { code, err } = await buildProject(PROJECT, ['--out', site]);
  expect(code, err).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function look(name: string, change?: (html: string) => string): Findings {
  const reference = `/reference/${name.replace(/\.\w+$/, '')}/`;
  return findMissing(descriptionFacts(join(PROJECT, 'openapi', name)), openSite(site, reference, change));
}

describe('every fact of a description is on its pages', () => {
  for (const name of NAMES) {
    it(name, () => {
      const found = look(name);
      console.log(`${name}: ${found.total} facts, ${shareText(found)} found`);
      expect(found.missing.map(missingLine)).toEqual([]);
      expect(found.total).toBeGreaterThan(100);
    });
  }
});

function lookInTwins(name: string, change?: (text: string) => string): Findings {
  const reference = `/reference/${name.replace(/\.\w+$/, '')}/`;
  return findMissing(descriptionFacts(join(PROJECT, 'openapi', name)), openTwins(site, reference, change));
}

describe('every fact of a description is in the Markdown copies of its pages', () => {
  for (const name of NAMES) {
    it(name, () => {
      const found = lookInTwins(name);
      expect(found.missing.map(missingLine)).toEqual([]);
      expect(found.total).toBeGreaterThan(100);
    });
  }

  it('misses what a copy no longer has', () => {
    const kinds = (change: (text: string) => string): Set<string> =>
      new Set(lookInTwins('cafe.yaml', change).missing.map(({ fact }) => fact.kind));
    expect(kinds((text) => text.replace(/\*\*(`+[^`\n]*`+)\*\*/g, '$1'))).toContain('property.name');
    expect(kinds((text) => text.replace(/^```[\s\S]*?^```$/gm, ''))).toContain('response.example');
    expect(kinds((text) => text.replace(/^ *.*default.*$/gim, ''))).toContain('property.default');
  });
});

describe('what a page no longer prints is missed', () => {
  const dropped: readonly { name: string; html: RegExp; kinds: readonly string[] }[] = [
    {
      name: 'constraints, defaults and allowed values',
      html: /<p class="facts">[\s\S]*?<\/p>/g,
      kinds: ['property.default', 'property.minimum', 'property.pattern', 'parameter.default', 'property.enum'],
    },
    {
      name: 'descriptions of fields',
      html: /<div class="prose field-text">[\s\S]*?<\/div>/g,
      kinds: ['property.description', 'parameter.description', 'header.description'],
    },
    {
      name: 'flags',
      html: /<span class="flag[^"]*">[^<]*<\/span>/g,
      kinds: ['property.required', 'property.deprecated'],
    },
    { name: 'types', html: /<span class="field-type">[\s\S]*?<\/span>/g, kinds: ['property.type', 'property.format'] },
    {
      name: 'names',
      html: /<(a|code) class="field-name"[\s\S]*?<\/\1>/g,
      kinds: ['property.name', 'parameter.name', 'header.name'],
    },
    { name: 'servers', html: /<h2 id="servers">[\s\S]*?<\/ul>/g, kinds: ['server.url', 'server.description'] },
    { name: 'code', html: /<pre[\s\S]*?<\/pre>/g, kinds: ['response.example', 'request.example'] },
    {
      name: 'callbacks',
      html: /<details class="response callback"[\s\S]*?<\/details>/g,
      kinds: ['callback.name', 'callback.summary'],
    },
    {
      name: 'facts of an operation',
      html: /<dl class="operation-facts">[\s\S]*?<\/dl>/g,
      kinds: ['operation.operationId'],
    },
  ];
  for (const { name, html, kinds } of dropped) {
    it(name, () => {
      const missing = new Set(look('cafe.yaml', (page) => page.replace(html, '')).missing.map(({ fact }) => fact.kind));
      for (const kind of kinds) expect(missing).toContain(kind);
    });
  }
});

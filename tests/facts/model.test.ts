import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadApi } from '../../src/openapi/load.ts';
import { type Findings, findMissing, shareText } from './check.ts';
import { descriptionFacts } from './description-facts.ts';
import { openModel } from './model.ts';
import { missingLine } from './report.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../node_modules/@readme/oas-examples');
const CAFE = resolve(import.meta.dirname, '../fixtures/facts/openapi/cafe.yaml');

/** @param dropped - a key to take out of the model wherever it stands */
async function look(file: string, dropped?: string): Promise<Findings> {
  const { api, diagnostics } = await loadApi(file, { root: dirname(file) });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const model: unknown = JSON.parse(JSON.stringify(api, (key, value) => (key === dropped ? undefined : value)));
  return findMissing(descriptionFacts(file), openModel(model));
}

describe('the model holds every fact of the example descriptions', () => {
  for (const version of ['2.0', '3.0', '3.1']) {
    for (const format of ['json', 'yaml']) {
      it(`${version} ${format}`, async () => {
        const folder = join(EXAMPLES, version, format);
        const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
          /\.(json|yaml)$/.test(name),
        );
        let total = 0;
        const missing: string[] = [];
        for (const name of names.sort()) {
          const found = await look(join(folder, name));
          total += found.total;
          missing.push(...found.missing.map(missingLine));
        }
        console.log(`${version} ${format}: ${names.length} files, ${total} facts, ${missing.length} missing`);
        expect(missing).toEqual([]);
        expect(total).toBeGreaterThan(100);
      });
    }
  }
});

describe('what the model no longer holds is missed', () => {
  const rows = [
    { key: 'default', kinds: ['property.default', 'parameter.default'] },
    { key: 'minimum', kinds: ['property.minimum', 'parameter.minimum'] },
    { key: 'description', kinds: ['property.description', 'response.description', 'tag.description'] },
    { key: 'callbacks', kinds: ['callback.name', 'callback.summary'] },
    { key: 'links', kinds: ['link.name'] },
    { key: 'headers', kinds: ['header.name'] },
    { key: 'patternProperties', kinds: ['property.pattern-name'] },
    { key: 'webhooks', kinds: ['webhook.summary'] },
    { key: 'enum', kinds: ['property.enum', 'server.variable.enum'] },
    { key: 'flows', kinds: ['security.tokenUrl'] },
  ];
  for (const { key, kinds } of rows) {
    it(key, async () => {
      const found = await look(CAFE, key);
      const missing = new Set(found.missing.map(({ fact }) => fact.kind));
      for (const kind of kinds) expect(missing).toContain(kind);
      expect(shareText(found)).not.toBe('100 %');
    });
  }
});

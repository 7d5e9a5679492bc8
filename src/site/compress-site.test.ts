import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { compressSite } from './compress-site.ts';

it('puts both forms beside long texts, and leaves what an owner made', async () => {
  const text = 'the same words again and again\n'.repeat(100);
  const root = writeProject({
    'index.html': text,
    'start/index.html': text,
    'start/short.md': 'short',
    'own.js': text,
    'own.js.br': 'of the owner',
    _headers: text,
    'picture.png': text,
  });
  await compressSite(root);
  const added = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:br|gz)$/.test(file));
  expect(added.sort()).toEqual([
    'index.html.br',
    'index.html.gz',
    'own.js.br',
    'own.js.gz',
    'start/index.html.br',
    'start/index.html.gz',
  ]);
  expect(brotliDecompressSync(readFileSync(join(root, 'index.html.br'))).toString()).toBe(text);
  expect(gunzipSync(readFileSync(join(root, 'index.html.gz'))).toString()).toBe(text);
  expect(readFileSync(join(root, 'own.js.br'), 'utf8')).toBe('of the owner');
  expect(statSync(join(root, 'index.html.br')).size).toBeLessThan(100);
});

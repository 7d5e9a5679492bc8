import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { languages, targets } from '../../src/samples/targets.ts';

const FOLDER = join(import.meta.dirname, '../../dist/_astro');
const PRINTERS = join(import.meta.dirname, '../../src/samples/targets.ts');

/** The built file of a module, by the name that its chunk has. */
function chunkOf(name: string): string {
  const found = readdirSync(FOLDER).find((file) => file.startsWith(`${name}.`) && file.endsWith('.js'));
  if (!found) throw new Error(`There is no ${name} in ${FOLDER}. Run "npm run build" first.`);
  return found;
}

/** A chunk and all that it needs at once. */
function closure(file: string, into = new Set<string>()): Set<string> {
  if (into.has(file)) return into;
  into.add(file);
  const text = readFileSync(join(FOLDER, file), 'utf8');
  for (const [, other = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) closure(other, into);
  for (const [, other = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*`\.\/([^`]+\.js)`/g)) closure(other, into);
  return into;
}

/** The files that `targets.ts` loads, with the languages that each is for. */
const files = [
  ...readFileSync(PRINTERS, 'utf8').matchAll(/language: '(\w+)',[\s\S]*?import\('\.\/([\w-]+)\.ts'\)/g),
].map(([, language = '', file = '']) => ({ language, file }));

/** As a server sends them: each file by itself. */
const bytes = (chunks: Iterable<string>): number =>
  [...chunks].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(FOLDER, file))).length, 0);

describe('the printers in the browser, brotli', () => {
  const shared = closure(chunkOf('samples'));
  const needed = (known: typeof files): Set<string> =>
    new Set(known.flatMap(({ file }) => [...closure(chunkOf(file))]).filter((chunk) => !shared.has(chunk)));

  it.each(languages)('$label with all its libraries is at most 7 kB', ({ id }) => {
    const chunks = needed(files.filter(({ language }) => language === id));
    expect(chunks.size).toBeGreaterThan(0);
    expect(bytes(chunks)).toBeLessThanOrEqual(7_000);
  });

  it('are at most 25 kB together, which nobody loads', () => {
    const all = needed(files);
    const sizes = languages.map(({ id }) => `${id} ${bytes(needed(files.filter(({ language }) => language === id)))}`);
    console.info(`Printers: ${bytes(all)} bytes together; ${sizes.join(', ')}.`);
    expect(files).toHaveLength(targets.length);
    expect(bytes(all)).toBeLessThanOrEqual(25_000);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en.ts';

const SRC = resolve(import.meta.dirname, '../src');

function read(pattern: RegExp): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(SRC, name), 'utf8'));
}

describe('tokens', () => {
  const styles = read(/\.css$/).join('\n');
  const declared = new Set([...styles.matchAll(/^\s*(--[\w-]+)\s*:/gm)].map((match) => match[1]));
  const used = new Set([...styles.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]));

  it('are all declared', () => {
    expect([...used].filter((name) => !declared.has(name))).toEqual([]);
    expect(used.size).toBeGreaterThan(30);
  });

  it('are all used', () => {
    expect([...declared].filter((name) => !used.has(name))).toEqual([]);
  });

  it('are the only colours: no style names one by itself', () => {
    const others = read(/(?<!tokens)\.css$/).flatMap(
      (text) => text.match(/#[0-9a-f]{3,8}\b|\b(?:oklch|hsl)\(/gi) ?? [],
    );
    expect(others).toEqual([]);
  });
});

describe('strings', () => {
  const code = read(/\.(astro|tsx?)$/).join('\n');
  for (const section of ['site', 'console', 'search'] as const) {
    it(`of the ${section} are all used`, () => {
      const unused = Object.keys(en[section]).filter(
        (key) => !new RegExp(`\\.${key}\\b|['"\`]${key}['"\`]`).test(code),
      );
      expect(unused).toEqual([]);
    });
  }
});

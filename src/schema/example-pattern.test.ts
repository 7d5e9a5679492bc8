import { describe, expect, it } from 'vitest';
import { examplePattern, matchesSurely } from './example-pattern.ts';

const ANY = { least: 0, most: 100 };

describe('examplePattern', () => {
  it.each([
    ['^abc$', 'abc'],
    ['abc', 'abc'],
    ['^\\d{3}-\\d{2,4}$', '000-00'],
    ['^[A-Z][a-z]+$', 'Aa'],
    ['^[a-z0-9-]{5}$', 'a0-a0'],
    ['^(red|green)$', 'red'],
    ['^(?:a|b)?c$', 'c'],
    ['^(?<year>\\d{4})$', '0000'],
    ['^a*$', 'a'],
    ['^.*$', 'a'],
    ['^#[\\da-fA-F]{6}$', '#0aA0aA'],
    ['^\\+\\w+\\.\\/$', '+a./'],
    ['^[^/]+$', 'a'],
    ['^[^\\s,;]{3}$', 'aaa'],
    ['^\\u0041\\x42$', 'AB'],
    ['^你好{2}$', '你好好'],
    ['^[\\]\\-]+$', ']'],
    ['^sk-[A-Za-z0-9]{4,}$', 'sk-Aa0A'],
    ['a+?', 'a'],
    ['^\\p{Lu}\\p{L}+$', 'Aa'],
    ['^\\bword\\b$', 'word'],
    ['^[^a-z]$', 'A'],
    ['^([0-9a-f]{4})+$', '0a0a'],
    ['^(?!-)[-a-z]{3}(?<!-)$', 'aaa'],
    ['^(?!a)[a-z]+$', 'b'],
    ['(?!\\s*$)[\\u0020-\\uD7FF]*', 'a'],
    ['^$|^[A-Z]{2}$', 'AA'],
    ['^(?:$|x)', ''],
  ])('%s gives %s, which it matches', (pattern, want) => {
    const made = examplePattern(pattern, ANY);
    expect(made).toBe(want);
    expect(new RegExp(pattern, 'u').test(made ?? '')).toBe(true);
  });

  it.each([
    '(?=a)',
    '(?!a)',
    '^(?!a)a$',
    '(?<=a)b',
    '(a)\\1',
    '\\p',
    '[',
    '(',
    'a)',
    '*',
    'a{2',
    '{2}',
    '[]',
    '\\',
    '^a{5000}$',
  ])('%s is left alone', (pattern) => {
    expect(examplePattern(pattern, ANY)).toBeUndefined();
  });

  it.each(['^[1-9]\\d*$', '^(a|b|c)$', '^x-.+$', '^\\w{3}$'])('%s gives other texts for other indexes', (pattern) => {
    const made = [0, 1, 2].map((index) => examplePattern(pattern, ANY, index) ?? '');
    expect(new Set(made).size).toBe(3);
    for (const text of made) expect(text).toMatch(new RegExp(pattern, 'u'));
  });

  it('takes slashes around a pattern for what code has there', () => {
    expect(examplePattern('/^\\d{2}[a-z]$/i', ANY)).toBe('00a');
    expect(examplePattern('/x/', ANY)).toBe('/x/');
  });

  it('repeats to reach a length, and gives up where it cannot', () => {
    expect(examplePattern('^[a-z]+$', { least: 5, most: 10 })).toBe('aaaaa');
    expect(examplePattern('^a-[0-9]*$', { least: 5, most: 10 })).toBe('a-000');
    expect(examplePattern('^(dra-[0-9a-f]{4,})$', { least: 11, most: 12 })).toBe('dra-0a0a0a0');
    expect(examplePattern('^(0|[1-9]\\d*)\\.(.*)$', { least: 5, most: 10 })).toBe('0.aaa');
    expect(examplePattern('^v-([0-9a]{3}|[0-9a]{9})$', { least: 3, most: 6 }, 1)).toBe('v-0a0');
    expect(examplePattern('^ab$', { least: 5, most: 10 })).toBeUndefined();
    expect(examplePattern('^abcdef$', { least: 0, most: 3 })).toBeUndefined();
  });
});

describe('matchesSurely', () => {
  it('is told of patterns that can be read in few ways', () => {
    expect(matchesSurely('^[0-9]{4,}-(0[1-9]|1[012])$', '2025-01')).toBe(true);
    expect(matchesSurely('/^\\d{4}$/', '2025')).toBe(true);
    expect(matchesSurely('^[0-9]{4,}-(0[1-9]|1[012])$', '2025-13')).toBe(false);
  });

  // Each would run for years on a text that it doesn't match.
  it.each([
    '^(a+)+b$',
    '^(a|a){60}b$',
    '^(a?){60}b$',
    '^(?!(a|aa)+c)a+b$',
    `^${'a?'.repeat(60)}b$`,
    '^(((a{1,60}){1,60}){1,60}){1,60}b$',
  ])('is not told of %s, which is not run', (pattern) => {
    expect(matchesSurely(pattern, 'a'.repeat(60))).toBe(false);
    expect(matchesSurely(pattern.replace(/b\$$/, ''), 'a'.repeat(60))).toBe(false);
  });
});

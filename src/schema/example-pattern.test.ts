import { describe, expect, it } from 'vitest';
import { examplePattern } from './example-pattern.ts';

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
  ])('%s gives %s, which it matches', (pattern, want) => {
    const made = examplePattern(pattern, ANY);
    expect(made).toBe(want);
    expect(new RegExp(pattern, 'u').test(made ?? '')).toBe(true);
  });

  it.each([
    '(?=a)',
    '(?!a)',
    '(?<=a)b',
    '(a)\\1',
    '\\p{L}',
    '\\bword',
    '[^a-z]',
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

  it('repeats to reach a length, and gives up where it cannot', () => {
    expect(examplePattern('^[a-z]+$', { least: 5, most: 10 })).toBe('aaaaa');
    expect(examplePattern('^a-[0-9]*$', { least: 5, most: 10 })).toBe('a-000');
    expect(examplePattern('^ab$', { least: 5, most: 10 })).toBeUndefined();
    expect(examplePattern('^abcdef$', { least: 0, most: 3 })).toBeUndefined();
  });
});

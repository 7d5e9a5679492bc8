import { describe, expect, it } from 'vitest';
import { PARTS, readOptions } from './options.ts';
import { subjects } from './subjects/subjects.ts';

const names = (args: readonly string[]): readonly string[] => readOptions(args).chosen.map(({ name }) => name);

describe('the arguments of the bench', () => {
  it('measure everything where they say nothing', () => {
    const { names: descriptions, parts, runs, large } = readOptions([]);
    expect(descriptions).toEqual(['petstore', 'figma', 'stripe', 'made-1000', 'github']);
    expect(names([])).toEqual(subjects.map(({ name }) => name));
    expect([...parts]).toEqual([...PARTS]);
    expect({ runs, large }).toEqual({ runs: 3, large: 'made-1200' });
  });

  it('have a short form, without the peers that take minutes', () => {
    expect(readOptions(['--quick'])).toMatchObject({ names: ['petstore', 'made-100'], runs: 1, large: 'made-300' });
    expect(names(['--quick'])).toEqual(['curlew', 'limit', 'bare astro', 'starlight-openapi']);
    expect(names(['--quick', '--only', 'blume'])).toEqual(['blume']);
  });

  it('choose descriptions, whose builds are all that is measured then', () => {
    const { names: descriptions, parts } = readOptions(['github', 'made-22000', 'my.yaml']);
    expect(descriptions).toEqual(['github', 'made-22000', 'my.yaml']);
    expect(parts.size).toBe(0);
  });

  it('choose single subjects and parts', () => {
    const { chosen, parts } = readOptions(['--only', 'search', '--only', 'curlew']);
    expect(chosen.map(({ name }) => name)).toEqual(['curlew']);
    expect([...parts]).toEqual(['search']);
  });

  it.each([
    [['--runs', '0'], '--runs takes a number from 1, found "0".'],
    [['--only', 'nothing'], '--only takes none called "nothing".'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuse %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

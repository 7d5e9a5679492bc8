import { describe, expect, it } from 'vitest';
import { sortVersions, versionOrder } from './version-order.ts';

const TABLE: readonly { name: string; given: readonly (readonly [version: string, file: string])[]; want: string }[] = [
  {
    name: 'numbers by their size, whatever the files are called',
    given: [
      ['1.10.0', 'a'],
      ['1.9.0', 'b'],
      ['2.0.0-rc.1', 'c'],
      ['2.0.0', 'd'],
      ['v1', 'e'],
    ],
    want: 'v1 1.9.0 1.10.0 2.0.0-rc.1 2.0.0',
  },
  {
    name: 'dates by their day',
    given: [
      ['2024-05-01', 'a'],
      ['2023-12-01-preview', 'b'],
      ['2023-12-01', 'c'],
    ],
    want: '2023-12-01-preview 2023-12-01 2024-05-01',
  },
  {
    name: 'what a build is called makes nothing newer: then the file counts',
    given: [
      ['1.0.0+b', 'x2'],
      ['1.0.0+a', 'x10'],
    ],
    want: '1.0.0+b 1.0.0+a',
  },
  {
    name: 'numbers and dates together by their files',
    given: [
      ['2024-05-01', 'v2'],
      ['1.0', 'v10'],
      ['3', 'v1'],
    ],
    want: '3 2024-05-01 1.0',
  },
  {
    name: 'names by their files, as people count',
    given: [
      ['spring', 'api-10'],
      ['autumn', 'api-9'],
      ['winter', 'api'],
    ],
    want: 'winter autumn spring',
  },
];

describe('the order of versions', () => {
  it.each(TABLE)('$name', ({ given, want }) => {
    const files = given.map(([version, file]) => ({ version, path: `openapi/history/pets/${file}.yaml` }));
    for (const list of [files, files.toReversed()]) {
      expect(
        sortVersions(list)
          .map(({ version }) => version)
          .join(' '),
      ).toBe(want);
    }
  });

  it('is told of dates and of numbers, and of nothing else', () => {
    expect(versionOrder(['2024-05', '2024-04-30'])?.('2024-05', '2024-04-30')).toBeGreaterThan(0);
    expect(versionOrder(['1', '2.0'])?.('1', '2.0')).toBeLessThan(0);
    expect(versionOrder(['1', '2024-05-01'])).toBeUndefined();
    expect(versionOrder(['1', 'next'])).toBeUndefined();
  });
});

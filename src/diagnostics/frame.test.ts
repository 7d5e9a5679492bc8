import { describe, expect, it } from 'vitest';
import type { Diagnostic } from './diagnostic.ts';
import {
  diagnosticsToJson,
  formatDiagnostic,
  formatDiagnostics,
  sortDiagnostics,
  summarizeDiagnostics,
} from './frame.ts';

const missing: Diagnostic = {
  code: 'path-parameter-missing',
  severity: 'error',
  message: '"/pets/{petId}" uses {petId}, but GET declares no path parameter with that name.',
  place: { file: 'openapi/pets.yaml', line: 42, column: 5, length: 3 },
  source: '    get:',
  fix: 'add a parameter with `in: path`, `name: petId` and `required: true` here or on the path item.',
};

function at(column: number, length: number, source: string): string[] {
  const place = { file: 'a.yaml', line: 7, column, length };
  return formatDiagnostic({ code: 'c', severity: 'info', message: 'm', place, source }).split('\n').slice(2);
}

describe('a diagnostic as text', () => {
  it('has the form of the style guide', () => {
    expect(formatDiagnostic(missing)).toBe(`openapi/pets.yaml:42:5  error  path-parameter-missing
  "/pets/{petId}" uses {petId}, but GET declares no path parameter with that name.
    42 |     get:
       |     ^^^
  Fix: add a parameter with \`in: path\`, \`name: petId\` and \`required: true\` here or on the path item.`);
  });

  it('says where a reference led from, and needs no place', () => {
    const referencedFrom = { file: 'b.yaml', line: 3, column: 9, length: 4 };
    const text = formatDiagnostic({ code: 'c', severity: 'warning', message: 'm', referencedFrom });
    expect(text).toBe('warning  c\n  m\n  referenced from b.yaml:3:9');
  });

  const frames = [
    { name: 'Latin', given: at(4, 2, 'abcdef'), want: ['    7 | abcdef', '      |    ^^'] },
    {
      name: 'Chinese takes two columns',
      given: at(3, 2, '宠物商店: x'),
      want: ['    7 | 宠物商店: x', '      |     ^^^^'],
    },
    { name: 'emoji, two UTF-16 units and two columns', given: at(3, 1, '😀a'), want: ['    7 | 😀a', '      |   ^'] },
    { name: 'combining mark takes none', given: at(3, 1, 'e\u0301x'), want: ['    7 | e\u0301x', '      |  ^'] },
    { name: 'tab', given: at(2, 1, '\ta'), want: ['    7 | ␉a', '      |  ^'] },
    { name: 'escape sequence', given: at(6, 1, '\u001b[31ma'), want: ['    7 | ␛[31ma', '      |      ^'] },
    { name: 'reordering mark', given: at(2, 1, '\u202ea'), want: ['    7 | \\u{202E}a', '      |         ^'] },
    { name: 'past the end of the line', given: at(9, 5, 'abc'), want: ['    7 | abc', '      |    ^'] },
    { name: 'longer than the line', given: at(2, 50, 'abc'), want: ['    7 | abc', '      |  ^^'] },
    { name: 'empty line', given: at(1, 1, ''), want: ['    7 |', '      | ^'] },
  ];
  for (const { name, given, want } of frames) it(`frame: ${name}`, () => expect(given).toEqual(want));

  it('shows the part of a long line around the place', () => {
    const source = `${'a'.repeat(1000)}XYZ${'b'.repeat(1000)}`;
    const [line = '', mark = ''] = at(1001, 3, source);
    expect(line.length).toBeLessThan(190);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('XYZ');
  });

  it('never prints a control character of the file', () => {
    const evil = '\u001b]0;x\u0007\u009b31m\r';
    const place = { file: `a${evil}.yaml`, line: 1, column: 1, length: 1 };
    const text = formatDiagnostic({ code: 'c', severity: 'error', message: evil, place, source: evil, fix: evil });
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('several diagnostics', () => {
  const place = (file: string, line: number, column: number) => ({ file, line, column, length: 1 });
  const list: Diagnostic[] = [
    { code: 'd', severity: 'warning', message: 'm', place: place('b.yaml', 1, 1) },
    { code: 'c', severity: 'error', message: 'm', place: place('a.yaml', 10, 1) },
    { code: 'b', severity: 'error', message: 'm', place: place('a.yaml', 9, 2) },
    { code: 'a', severity: 'info', message: 'm' },
  ];

  it('are sorted by place', () => {
    expect(sortDiagnostics(list).map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are counted', () => {
    expect(summarizeDiagnostics(list)).toBe('2 errors, 1 warning, 1 note');
    expect(summarizeDiagnostics([])).toBe('0 errors, 0 warnings');
    expect(formatDiagnostics(list).endsWith('\n\n2 errors, 1 warning, 1 note')).toBe(true);
  });

  const many = (count: number, severity: Diagnostic['severity'], file: string): Diagnostic[] =>
    Array.from({ length: count }, (_, index) => ({
      code: 'c',
      severity,
      message: 'm',
      place: place(file, index + 1, 1),
    }));

  it('are all shown up to a hundred, however alike', () => {
    const headings = (count: number): number =>
      formatDiagnostics(many(count, 'warning', 'a.yaml')).match(/^a\.yaml:\d/gm)?.length ?? 0;
    expect([headings(7), headings(100), headings(101)]).toEqual([7, 100, 5]);
  });

  it('of one kind in one file are shown a few times where there are more, then counted', () => {
    const text = formatDiagnostics([
      ...many(498, 'warning', 'a.yaml'),
      ...many(6, 'warning', 'b.yaml'),
      ...many(2, 'error', 'a.yaml'),
    ]);
    const headings = text.split('\n').filter((line) => /^\S+:\d/.test(line));
    expect(headings.filter((line) => line.includes('error'))).toHaveLength(2);
    expect(headings.filter((line) => line.startsWith('a.yaml') && line.includes('warning'))).toHaveLength(5);
    expect(headings.filter((line) => line.startsWith('b.yaml'))).toHaveLength(6);
    expect(text).toContain('a.yaml:5:1  warning  c\n  m\n  … and 493 more like this (c)\n\n');
    expect(text.endsWith('2 errors, 504 warnings; `curlew check --format json` tells each')).toBe(true);
  });

  it('are data for other programs, without endless lines', () => {
    const long = { ...missing, source: 'x'.repeat(1_000_000) };
    const { errors, warnings, notes, diagnostics } = JSON.parse(diagnosticsToJson([missing, long]));
    expect([errors, warnings, notes]).toEqual([2, 0, 0]);
    expect(diagnostics[0]).toEqual(missing);
    expect(diagnostics[1].source).toBeUndefined();
  });
});

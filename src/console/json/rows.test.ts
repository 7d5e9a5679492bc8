import { describe, expect, it } from 'vitest';
import type { JsonOutline } from './outline.ts';
import { nodeOfPointer, pathOf, pointerOf, stepsTo } from './paths.ts';
import { createRows, type Row } from './rows.ts';
import { scanJson } from './scan.ts';

function outlineOf(text: string): JsonOutline {
  const scan = scanJson(text);
  scan.advance(text.length);
  const result = scan.result();
  if (result.kind === 'problem') throw new Error(result.fault);
  return result.outline;
}

describe('paths', () => {
  const outline = outlineOf('{"choices":[{"message":{"x-id":1,"":2,"a/b~c":[true]}}],"a":1,"a":{"b":2}}');
  const rows = [
    { pointer: '', path: '$', node: 0 },
    { pointer: '/choices', path: 'choices', node: 1 },
    { pointer: '/choices/0/message', path: 'choices[0].message', node: 3 },
    { pointer: '/choices/0/message/x-id', path: 'choices[0].message["x-id"]', node: 4 },
    { pointer: '/choices/0/message/', path: 'choices[0].message[""]', node: 5 },
    { pointer: '/choices/0/message/a~1b~0c/0', path: 'choices[0].message["a/b~c"][0]', node: 7 },
    { pointer: '/a/b', path: 'a.b', node: 10 },
  ];
  for (const { pointer, path, node } of rows) {
    it(`leads to ${path} and back`, () => {
      const steps = stepsTo(outline, node);
      expect([pathOf(steps), pointerOf(steps)]).toEqual([path, pointer]);
      expect(nodeOfPointer(outline, pointer)).toBe(node);
    });
  }
  it('ends at the last value that is there', () => {
    expect(nodeOfPointer(outline, '/choices/7/message')).toBe(1);
    expect(nodeOfPointer(outline, '/a/b/c')).toBe(10);
  });
});

describe('rows', () => {
  const label = (row: Row): string => (row.kind === 'range' ? `${row.from}…${row.to - 1}` : String(row.name ?? '$'));

  it('open as far as a look takes in, with levels and places', () => {
    const rows = createRows(outlineOf('{"a":[1,{"b":2}],"c":{},"d":null}'));
    const open = new Set(rows.opening());
    const list = rows.list((id) => open.has(id));
    expect(list.map((row) => [label(row), row.level, row.position, row.beside, row.isOpen])).toEqual([
      ['$', 1, 1, 1, true],
      ['a', 2, 1, 3, true],
      ['0', 3, 1, 2, false],
      ['1', 3, 2, 2, true],
      ['b', 4, 1, 1, false],
      ['c', 2, 2, 3, false],
      ['d', 2, 3, 3, false],
    ]);
  });

  const long = outlineOf(`{"list":[${Array.from({ length: 25_050 }, (_, at) => `{"n":${at}}`).join()}]}`);
  const rows = createRows(long);

  it('keeps long arrays in ranges of ranges, never more than a hundred beside another', () => {
    const open = new Set(rows.opening());
    expect(rows.list((id) => open.has(id)).length).toBeLessThanOrEqual(121);
    const shown = rows.list((id) => id === '0' || id === '1').map(label);
    expect(shown).toEqual(['$', 'list', '0…9999', '10000…19999', '20000…25049']);
  });

  for (const position of [0, 99, 100, 9999, 10_000, 25_000, 25_049]) {
    it(`shows item ${position} once what is above it is open`, () => {
      const node = nodeOfPointer(long, `/list/${position}/n`);
      const { open, id } = rows.above(node);
      const list = rows.list((one) => open.includes(one));
      expect(list.length).toBeLessThanOrEqual(310);
      const found = list.find((row) => row.id === id);
      expect(found && label(found)).toBe('n');
      expect(list.some((row) => row.kind === 'value' && row.name === position && row.isOpen)).toBe(true);
    });
  }
});

import { describe, expect, it } from 'vitest';
import { formatJson } from '../../model/json-text.ts';
import { scanJson } from '../json/scan.ts';
import { type CodePages, laidOutPages, layOut, textPages } from './code-pages.ts';

function outlineOf(text: string) {
  const scan = scanJson(text);
  scan.advance(text.length);
  const result = scan.result();
  if (result.kind === 'problem') throw new Error(result.fault);
  return result.outline;
}

const join = (pages: CodePages): string =>
  Array.from({ length: pages.count }, (_, index) =>
    pages
      .page(index)
      .map(({ text }) => text)
      .join(''),
  ).join('');

const TEXT =
  '{"a":[1.10,9007199254740993,1e400,{"b":[]},[[{}]]],"a":"x","":{"c":null,"d":{"e":[true,false]}},"2":1,"1":2}';

describe('laid out pages', () => {
  it('are the layout that JSON has everywhere else', () => {
    expect(join(laidOutPages(outlineOf(TEXT)))).toBe(`${formatJson(TEXT)}\n`);
    expect(join(laidOutPages(outlineOf(' "x" ')))).toBe('"x"\n');
  });

  it('join wherever they are parted', () => {
    const outline = outlineOf(TEXT);
    for (let cut = 1; cut < outline.count; cut += 1) {
      const pieces = [...layOut(outline, 0, cut), ...layOut(outline, cut, outline.count)];
      expect(pieces.map(({ text }) => text).join('')).toBe(`${formatJson(TEXT)}\n`);
    }
  });

  it('keep strings as they came, and know where each piece stands', () => {
    const text = '[ {"\\u0061\\/" : "\\u4f60"} ]';
    const pieces = layOut(outlineOf(text), 0, 3);
    expect(pieces.map((piece) => piece.text).join('')).toContain('"\\u0061\\/": "\\u4f60"');
    for (const piece of pieces) {
      if (piece.start !== undefined) expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
    }
  });

  it('show a long list page by page and find the page of a place', () => {
    const text = `[${Array.from({ length: 5000 }, (_, at) => `{"n":${at}}`).join()}]`;
    const pages = laidOutPages(outlineOf(text));
    expect(join(pages)).toBe(`${formatJson(text)}\n`);
    const offset = text.indexOf('{"n":4321}');
    const shown = pages.page(pages.pageOf(offset + 5));
    expect(shown.some((piece) => piece.text === '4321')).toBe(true);
  });
});

describe('text pages', () => {
  it('are the text, each piece at its place', () => {
    const text = `{"a": [${'1.10, '.repeat(10_000)}1]}`;
    const pages = textPages(text, 'json');
    expect(pages.count).toBeGreaterThan(3);
    expect(join(pages)).toBe(text);
    const page = pages.page(pages.pageOf(30_000));
    expect(page.every(({ text: part, start = -1 }) => text.startsWith(part, start))).toBe(true);
    const starts = page.map(({ start = 0 }) => start);
    expect(starts[0]).toBeLessThanOrEqual(30_000);
    expect(starts.at(-1)).toBeGreaterThan(30_000);
  });
});

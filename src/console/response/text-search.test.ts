import { describe, expect, it } from 'vitest';
import { createTextSearch, MOST, type TextSearch } from './text-search.ts';

async function find(text: string, query: string, isJson = true): Promise<TextSearch> {
  const search = createTextSearch(text, isJson);
  const done = new Promise<void>((resolve) => search.subscribe(() => search.isBusy() || resolve()));
  search.find(query);
  await done;
  return search;
}

const rows = [
  { name: 'any case', text: '["Chat","chat"]', query: 'CHAT', want: ['Chat', 'chat'] },
  { name: 'what has a meaning in patterns', text: '["a.b(c)*"]', query: '.b(c)*', want: ['.b(c)*'] },
  { name: 'an escaped character', text: '["\\u4F60好 你好"]', query: '你好', want: ['\\u4F60好', '你好'] },
  { name: 'an escaped pair', text: '["\\ud83d\\uDE00 😀"]', query: '😀', want: ['\\ud83d\\uDE00', '😀'] },
  { name: 'a short escape', text: '["a\\/b a/b \\"q\\""]', query: 'a/b', want: ['a\\/b', 'a/b'] },
  { name: 'no escape that is none', text: '["\\\\u4f60"]', query: '你', want: [] },
  { name: 'a key with its value, however it is laid out', text: '{"a" :\n1}', query: '"a": 1', want: ['"a" :\n1'] },
  { name: 'plain text as it is', text: 'a : b a:b', query: 'a:b', isJson: false, want: ['a:b'] },
  { name: 'no overlap', text: 'aaaa', query: 'aa', isJson: false, want: ['aa', 'aa'] },
];

describe('a search', () => {
  for (const { name, text, query, isJson, want } of rows) {
    it(`finds ${name}`, async () => {
      const search = await find(text, query, isJson);
      const found = search.within(0, text.length).map(({ start, end }) => text.slice(start, end));
      expect(found).toEqual(want);
      expect(search.count()).toBe(want.length);
    });
  }

  it('finds what lies across the strides of a long text once', async () => {
    const text = 'needle '.repeat(200_000);
    const search = await find(text, 'needle needle');
    expect(search.count()).toBe(MOST);
    const part = await find(`${'x'.repeat(65_530)}needle${'y'.repeat(600_000)}needle`, 'needle');
    expect(part.count()).toBe(2);
    expect(part.match(0)).toEqual({ start: 65_530, end: 65_536 });
  });

  it('goes round, and tells the matches of a part', async () => {
    const search = await find('a-a-a', 'a', false);
    expect(search.current()).toBe(0);
    search.go(-1);
    expect(search.current()).toBe(2);
    search.go(1);
    expect(search.current()).toBe(0);
    expect(search.within(1, 4).map(({ index }) => index)).toEqual([1]);
    search.find('');
    expect([search.count(), search.current(), search.pattern()]).toEqual([0, -1, undefined]);
  });
});

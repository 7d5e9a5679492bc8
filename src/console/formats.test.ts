import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.ts';

describe('createFormats', () => {
  const en = createFormats('en');
  const zh = createFormats('zh-CN');
  const rows = [
    { name: 'short times', given: [en.time(999.4), zh.time(35)], want: ['999 ms', '35毫秒'] },
    { name: 'long times', given: [en.time(1000), zh.time(12_345)], want: ['1 sec', '12.3秒'] },
    {
      name: 'sizes',
      given: [en.size(1), en.size(999), en.size(1500), en.size(2e6)],
      want: ['1 byte', '999 bytes', '1.5 kB', '2 MB'],
    },
    { name: 'numbers', given: [en.number(20_001), en.number(2.55)], want: ['20,001', '2.6'] },
    {
      name: 'lists',
      given: [en.list([]), en.list(['a']), en.list(['a', 'b']), zh.list(['a', 'b'])],
      want: ['', 'a', 'a or b', 'a或b'],
    },
  ];
  for (const { name, given, want } of rows) it(`writes ${name}`, () => expect(given).toEqual(want));
});

import { describe, expect, it } from 'vitest';
import { isSimpleMethod, unsafeNames } from './safelist.ts';

describe('a browser asks first for', () => {
  const table: { name: string; given: [string, string | undefined][]; want: string[] }[] = [
    {
      name: 'nothing, where all is safelisted',
      given: [
        ['Accept', 'text/event-stream'],
        ['Content-Language', 'zh-CN, en;q=0.5'],
      ],
      want: [],
    },
    { name: 'JSON', given: [['Content-Type', 'application/json']], want: ['content-type'] },
    { name: 'no form', given: [['Content-Type', 'multipart/form-data; boundary=x']], want: [] },
    { name: 'no text, in any case', given: [['content-type', 'Text/Plain;charset=utf-8']], want: [] },
    {
      name: 'a type with a byte that headers rarely have',
      given: [['Content-Type', 'text/plain; a="b"']],
      want: ['content-type'],
    },
    { name: 'a secret, whatever it is', given: [['Accept', undefined]], want: ['accept'] },
    { name: 'a value past 128 characters', given: [['Accept', 'a'.repeat(129)]], want: ['accept'] },
    { name: 'a range without an end, not', given: [['Range', 'bytes=0-']], want: [] },
    { name: 'a range of the last bytes', given: [['Range', 'bytes=-5']], want: ['range'] },
    {
      name: 'any other header, sorted and once',
      given: [
        ['X-B', '1'],
        ['x-b', '2'],
        ['Api-Key', undefined],
      ],
      want: ['api-key', 'x-b'],
    },
  ];
  for (const { name, given, want } of table) {
    it(name, () => {
      expect(unsafeNames(given.map(([header, value]) => ({ name: header, value })))).toEqual(want);
    });
  }

  it('methods other than three', () => {
    expect(['GET', 'head', 'POST', 'PUT', 'QUERY'].filter(isSimpleMethod)).toEqual(['GET', 'head', 'POST']);
  });
});

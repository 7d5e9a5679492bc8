import { expect, it } from 'vitest';
import { isJoin, joinLines } from './line-joins.ts';

const rows = [
  { name: 'Chinese lines', given: '第一行，\n第二行', want: '第一行，第二行' },
  { name: 'with blanks around the break', given: '第一行 \n  第二行', want: '第一行第二行' },
  { name: 'Japanese ones', given: 'ひらがな\nカタカナ', want: 'ひらがなカタカナ' },
  { name: 'quotes and dashes beside Chinese', given: '他说\n“好”\n——就这样', want: '他说“好”\n——就这样' },
  { name: 'not beside Latin letters', given: '调用\nAPI\n接口', want: '调用\nAPI\n接口' },
  { name: 'not of Latin text', given: 'one “\n” two\nthree', want: 'one “\n” two\nthree' },
  { name: 'not of Korean, which has spaces', given: '한국어\n문장', want: '한국어\n문장' },
  { name: 'not paragraphs', given: '一\n\n二', want: '一\n\n二' },
];
for (const { name, given, want } of rows) it(name, () => expect(joinLines(given)).toBe(want));

it('sees the ends of two texts alone', () => {
  expect([
    isJoin('a中', '文b'),
    isJoin('中a', '文'),
    isJoin('中', 'b文'),
    isJoin('', '文'),
    isJoin('𠮷', '𠮷'),
  ]).toEqual([true, false, false, false, true]);
});

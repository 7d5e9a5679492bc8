import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

const rows: { name: string; given: string; limit?: number; want: string }[] = [
  { name: 'markup', given: '# Title\n\n- **a** and `b`, see [c](/d) <br>', want: 'Title a and b, see c' },
  { name: 'an alert', given: 'a\n\n> [!NOTE]\n> b [!NOTE]', want: 'a b [!NOTE]' },
  { name: 'marks that begin no tag and end no link', given: '1 < 2 <br>and [3', want: '1 < 2 and [3' },
  { name: 'a link to an address with brackets', given: '[a](/b_(c)) d', want: 'a d' },
  { name: 'white space', given: ' a \n\n  b ', want: 'a b' },
  { name: 'lines of Chinese', given: '第一行，\n**第二行**', want: '第一行，第二行' },
  { name: 'a long text, cut between characters', given: '😀'.repeat(400), want: `${'😀'.repeat(299)}…` },
  { name: 'a long text, not cut in a word', given: 'a beta, complexity', limit: 14, want: 'a beta…' },
  { name: 'cut where a word ends', given: 'a beta complexity', limit: 7, want: 'a beta…' },
  { name: 'one word', given: 'complexity', limit: 5, want: 'comp…' },
  { name: 'cut in Chinese', given: '调用接口，返回结果', limit: 6, want: '调用接口…' },
  { name: 'cut in a Latin word of a Chinese text', given: '调用OpenAI接口', limit: 6, want: '调用…' },
];
for (const { name, given, limit, want } of rows) it(name, () => expect(plainText(given, limit)).toBe(want));

it('takes time in proportion to the text', () => {
  for (const part of ['<', '[', '[a](', '[a]((b)', '![', '> [!', '- ']) {
    expect(plainText(part.repeat(200_000)).length).toBeLessThan(301);
  }
});

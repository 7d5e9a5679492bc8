import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

const rows = [
  { name: 'markup', given: '# Title\n\n- **a** and `b`, see [c](/d) <br>', want: 'Title a and b, see c' },
  { name: 'white space', given: ' a \n\n  b ', want: 'a b' },
  { name: 'a long text, cut between characters', given: '😀'.repeat(400), want: `${'😀'.repeat(299)}…` },
];
for (const { name, given, want } of rows) it(name, () => expect(plainText(given)).toBe(want));

import { expect, it } from 'vitest';
import { shortText } from './short-text.ts';

const rows = [
  { name: 'nothing', given: undefined, want: '' },
  {
    name: 'the first Chinese sentence',
    given: '部署名，决定使用哪个模型。这里要填对话模型的部署。',
    want: '部署名，决定使用哪个模型。',
  },
  { name: 'the first sentence, not the first dot', given: 'Version 1.2 of it. More.', want: 'Version 1.2 of it.' },
  {
    name: 'without markup',
    given: 'Use `a` or **b**, see [the *guide*](/x) <br>\nand go.',
    want: 'Use a or b, see the guide and go.',
  },
  { name: 'the first paragraph', given: 'One\n\nTwo', want: 'One' },
  { name: 'cut when long', given: 'x'.repeat(200), want: `${'x'.repeat(119)}…` },
];

for (const { name, given, want } of rows) it(`shortens: ${name}`, () => expect(shortText(given)).toBe(want));

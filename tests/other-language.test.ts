import { expect, it } from 'vitest';
import { strayTexts, textsIn, wordsOf } from './other-language.ts';

const english = {
  copy: 'Copy',
  api: 'API',
  problem: { count: '{n} {n|problem|problems} found', from: 'From {a} to {b} of the list' },
  key: 'Send your key in the `api-key` header. It is a **secret**.',
};
const chinese = { copy: '复制', api: 'API', key: '用`api-key`头发送密钥。它是机密信息。' };
const words = wordsOf(textsIn(english), textsIn(chinese));

const rows: { name: string; runs?: string[]; whole?: string; want: string[] }[] = [
  { name: 'a label', runs: ['Copy', '复制'], want: ['Copy'] },
  { name: 'a label within other words, and a text of both', runs: ['Copy-on-write', 'API'], want: [] },
  { name: 'a sentence with values', runs: ['3 problems found'], want: ['3 problems found'] },
  {
    name: 'a sentence, its marks rendered',
    whole: '<Send\n your key in the api-key header.>',
    want: ['Send your key in the api-key header.'],
  },
  { name: 'the second sentence alone', whole: '注意：It is a secret.', want: ['It is a secret.'] },
  {
    name: 'a part between values, in an attribute',
    runs: ['From 1 to 2 of the list'],
    want: ['From 1 to 2 of the list', 'of the list'],
  },
];
for (const { name, runs = [], whole = '', want } of rows) {
  it(name, () => expect(strayTexts(words, { runs, whole })).toEqual(want));
}

it('Chinese on an English page', () => {
  const other = wordsOf(textsIn(chinese), textsIn(english));
  expect(strayTexts(other, { runs: ['复制'], whole: '密钥。它是机密信息。' })).toEqual(['复制', '它是机密信息。']);
});

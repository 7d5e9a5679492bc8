import { expect, it } from 'vitest';
import { readBlocks } from './blocks.ts';

const table = [
  {
    name: 'an aside',
    given: '<aside class="notice">a</aside>\n\nb',
    want: ['aside notice: a', 'text: b'],
  },
  {
    name: 'an aside with empty lines in it',
    given: '<aside class="warning">\na\n\n- b\n\nc\n</aside>\n\nd',
    want: ['aside warning: a\n\n- b\n\nc', 'text: d'],
  },
  {
    name: 'asides without a line between them, and text behind',
    given: "<aside class='notice'>a</aside>\n<aside class=success>b</aside>\nc {d}",
    want: ['aside notice: a', 'aside success: b', 'html: c {d}'],
  },
  {
    name: 'an aside that never ends',
    given: '<aside class="notice">a\n\nb',
    want: ['html: <aside class="notice">a', 'text: b'],
  },
];

it.each(table)('$name', ({ given, want }) => {
  const told = readBlocks(given).map((block) => {
    const head = block.kind === 'aside' ? `aside ${block.tone}` : block.kind;
    return 'text' in block ? `${head}: ${block.text}` : head;
  });
  expect(told).toEqual(want);
});

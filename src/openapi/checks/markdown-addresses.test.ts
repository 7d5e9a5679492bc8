import { describe, expect, it } from 'vitest';
import { headingWords, readAddresses } from './markdown-addresses.ts';

describe('addresses in Markdown', () => {
  const rows: { name: string; given: string; want: string[] }[] = [
    { name: 'in brackets', given: '[a](b) [c](<d e>) [f](g "h") [i]( j )', want: ['b', 'd e', 'g', 'j'] },
    { name: 'with brackets inside', given: '[a [b]](c(d)e)', want: ['c(d)e'] },
    { name: 'around an image, which is none', given: '[![a](b.png)](c) ![d](e)', want: ['c'] },
    { name: 'escaped', given: '\\[a](b) [c\\](d)', want: [] },
    { name: 'in code', given: '`[a](b)` ``[`](c)`` [d](e)\n\n```\n[f](g)\n```\n\n~~~ yaml\n[h](i)', want: ['e'] },
    { name: 'after a backtick that nothing closes', given: '` [a](b) ``', want: ['b'] },
    { name: 'as a definition', given: '[a][b] [b]\n\n[b]: c "d"\n', want: ['c'] },
    { name: 'as HTML', given: `<a href="b">a</a> <a class=x HREF='c'>d</a> <a id=e>f</a>`, want: ['b', 'c'] },
    { name: 'empty', given: '[a]()', want: [''] },
  ];
  for (const { name, given, want } of rows) it(name, () => expect(readAddresses(given).links).toEqual(want));

  it('know the ids of HTML', () => {
    expect([...readAddresses('<b id="x">a</b> <i class=y id=z>').ids]).toEqual(['x', 'z']);
  });

  it('know the headings', () => {
    const given =
      '# A **b** `cD`\n text\n## [E](f) &amp; G #\nH i\n===\n\n<h2 id="x">J <i>k</i></h2>\n####### no\n中文 标题\n--';
    expect([...headingWords(given)]).toEqual(['a-b-c-d', 'e-g', 'h-i', '中文-标题', 'j-k']);
  });

  it('take time in proportion to the text', () => {
    for (const part of ['# a', '<h1>', '<h1><b', 'a\n', 'a\n-', '<h1 ', '&a', '](']) headingWords(part.repeat(200_000));
    const parts = ['`', '``` `', '[', '[a](', '[a](b "', '<a ', '<a href="', '\\', '[a](b(c', '\n```\n', '\n[a]: '];
    for (const part of parts) expect(readAddresses(part.repeat(200_000)).links.length).toBeLessThan(200_001);
    expect(readAddresses(`[a](${'\t'.repeat(200_000)}`).links).toEqual([]);
    for (const part of ['&', '](', '<', 'A']) expect(headingWords(`# ${part.repeat(200_000)}`).size).toBe(1);
  });
});

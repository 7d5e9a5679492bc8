import { describe, expect, it } from 'vitest';
import { scanHtml } from './scan-html.ts';

function scan(html: string): string[] {
  const found: string[] = [];
  scanHtml(html, (name, start, end) => found.push(`${name}=${html.slice(start, end)}`));
  return found;
}

describe('scanHtml', () => {
  const rows: { name: string; given: string; want: string[] }[] = [
    {
      name: 'quoted in both ways and not',
      given: `<a href="/x/" id='y'><img src=z/w.png>`,
      want: ['href=/x/', 'id=y', 'src=z/w.png'],
    },
    { name: 'in capitals', given: '<A HREF="/x/" Id=y>', want: ['href=/x/', 'id=y'] },
    { name: 'with space around the sign', given: '<a href = "/x/"\n\tid\n=\ny >', want: ['href=/x/', 'id=y'] },
    { name: 'empty', given: '<a href="" id>', want: ['href='] },
    { name: 'other attributes', given: '<a data-id="x" hrefs="y" srcset="z" idx=1 i="d">', want: [] },
    { name: 'a bare attribute before', given: '<input hidden id=x disabled src="y"/>', want: ['id=x', 'src=y'] },
    { name: 'the end of a tag in a value', given: '<a title="a > b" id="x">', want: ['id=x'] },
    { name: 'an attribute in a value', given: `<meta content=" id=x href='/y/'">`, want: [] },
    { name: 'a tag in a comment', given: '<!-- <a id="x"> --><b id="y">', want: ['id=y'] },
    { name: 'a comment in a value', given: '<meta content="<!--"><b id="y">', want: ['id=y'] },
    {
      name: 'a tag in a script and a style',
      given: `<script src="a">'<p id="x">'</script><style>p::after{content:'<i id=y>'}</STYLE><b id="z">`,
      want: ['src=a', 'id=z'],
    },
    { name: 'an element whose name begins so', given: '<scripts id="x"><p id="y"></scripts>', want: ['id=x', 'id=y'] },
    { name: 'closing tags and others', given: '</a id="x"><!doctype html id="y"><?xml id="z"?>', want: [] },
    { name: 'a sign that opens nothing', given: 'a < b <3 <', want: [] },
    { name: 'a comment that doesn’t end', given: '<b id="x"><!-- <a id="y">', want: ['id=x'] },
    { name: 'a value that doesn’t end', given: '<b id="x"><a id="y>', want: ['id=x'] },
    { name: 'a tag that doesn’t end', given: '<b id="x"><a id=y', want: ['id=x', 'id=y'] },
  ];
  for (const { name, given, want } of rows) it(name, () => expect(scan(given)).toEqual(want));
});

import { describe, expect, it } from 'vitest';
import { attribute, type Content, cleanHtml, html, markupOf } from './html.ts';

const HOSTILE = `</a><script>x('&')</script>"`;

describe('html', () => {
  const rows: { name: string; given: Content; want: string }[] = [
    { name: 'text between tags', given: html`<b>${'a'}</b>`, want: '<b>a</b>' },
    {
      name: 'text that would end its element',
      given: html`<a>${HOSTILE}</a>`,
      want: `<a>&lt;/a&gt;&lt;script&gt;x('&amp;')&lt;/script&gt;"</a>`,
    },
    {
      name: 'text that would end its attribute',
      given: html`<a title="${'" onclick="x'}"></a>`,
      want: '<a title="&quot; onclick=&quot;x"></a>',
    },
    {
      name: 'text that would end its attribute, behind other text and another attribute',
      given: html`<p>${'"'}</p><a id="${`'`}" title="a ${'" onclick="x'}">${'"'}</a>`,
      want: '<p>"</p><a id="&#39;" title="a &quot; onclick=&quot;x">"</a>',
    },
    { name: 'a template in another', given: html`<p>${html`<b>${'<'}</b>`}</p>`, want: '<p><b>&lt;</b></p>' },
    { name: 'a list', given: html`<p>${['a', [html`<i>b</i>`, '&']]}</p>`, want: '<p>a<i>b</i>&amp;</p>' },
    { name: 'nothing', given: html`<p>${undefined}${false}${[]}</p>`, want: '<p></p>' },
    { name: 'an empty text', given: html`<p>${''}</p>`, want: '<p></p>' },
    { name: 'text alone', given: '<b>', want: '&lt;b&gt;' },
    {
      name: 'cleaned markup',
      given: html`<div>${cleanHtml('<p>a &amp; b</p>')}</div>`,
      want: '<div><p>a &amp; b</p></div>',
    },
    {
      name: 'an attribute',
      given: html`<a${attribute('href', '/?a=1&b="2"')}>`,
      want: '<a href="/?a=1&amp;b=&quot;2&quot;">',
    },
    {
      name: 'an attribute without a value',
      given: html`<a${attribute('open', true)}${attribute('data-x', '')}>`,
      want: '<a open data-x>',
    },
    { name: 'no attribute', given: html`<a${attribute('open', false)}${attribute('id', undefined)}>`, want: '<a>' },
  ];
  for (const { name, given, want } of rows) it(name, () => expect(markupOf(given)).toBe(want));

  it('takes nothing for markup that only looks like it', () => {
    const forged = { markup: '<script>' } as unknown as Content;
    expect(() => markupOf(forged)).toThrow(TypeError);
  });
});

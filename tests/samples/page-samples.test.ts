import { describe, expect, it } from 'vitest';
import { readPages, samplesOf } from './page-samples.ts';

const panel = (language: string, variant: string, code: string): string =>
  `<div data-panel="${language}"><p class="code-label">${language}</p><div data-variant-panel=${variant} data-only><pre tabindex="0"><code>${code}</code></pre></div></div>`;
const tabs = (...panels: string[]): string => `<div class="code code-tabs" data-client>${panels.join('')}</div>`;

describe('the samples of a page', () => {
  it.each([
    { name: 'none', given: '<p>See <code>curl</code>.</p><figure class="code"><code>x</code></figure>', want: [] },
    {
      name: 'by tabs, language and variant',
      given: `${tabs(panel('shell', 'http', 'a'))}<p><code>no</code><br></p>${tabs(panel('python', 'http', 'b'), panel('python', 'openai', 'c'))}`,
      want: [
        [{ language: 'shell', variant: 'http', code: 'a' }],
        [
          { language: 'python', variant: 'http', code: 'b' },
          { language: 'python', variant: 'openai', code: 'c' },
        ],
      ],
    },
    {
      name: 'marked up, with entities and newlines',
      given: tabs(
        panel(
          'shell',
          'http',
          '\n<i class="tok-string">&quot;&#39;&#x27;</i> \\\r\n  &lt;a&gt; &amp;amp; & x<!-- no -->',
        ),
      ),
      want: [[{ language: 'shell', variant: 'http', code: `\n"'' \\\n  <a> &amp; & x` }]],
    },
    {
      name: 'beside scripts and odd markup',
      given: `<script>if (a < b) "<code>"</script><img src=x alt="a > b">${tabs(panel('shell', 'http', 'a'))}<p>open<ul><li>`,
      want: [[{ language: 'shell', variant: 'http', code: 'a' }]],
    },
  ])('$name', ({ given, want }) => {
    expect(samplesOf(`<!doctype html><html><body>${given}</body></html>`)).toEqual(want);
  });

  it('are not guessed', () => {
    expect(() => samplesOf(tabs(panel('shell', 'http', '&hellip;')))).toThrow('&hellip;');
  });
});

it('says what to do when there is no site', () => {
  expect(() => readPages('/nowhere')).toThrow('There is no site in /nowhere. Run "npm run build" first.');
});

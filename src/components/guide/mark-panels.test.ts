import { describe, expect, it } from 'vitest';
import { markCodePanels, markPanels } from './mark-panels.ts';

describe('tabs of texts', () => {
  it('become panels of a name each, and the first shows', () => {
    const { html, panels } = markPanels(
      '<div class="tab-panel" data-tab-title="A &amp; B">x</div>\n<div class="tab-panel" data-tab-title="C">y</div>',
      'Tabs',
    );
    expect(panels).toEqual([
      { tab: 'Tabs-tab-1', panel: 'Tabs-1', title: 'A &amp; B' },
      { tab: 'Tabs-tab-2', panel: 'Tabs-2', title: 'C' },
    ]);
    expect(html).toBe(
      '<div class="tab-panel" role="tabpanel" id="Tabs-1" aria-labelledby="Tabs-tab-1" data-shown>x</div>\n<div class="tab-panel" role="tabpanel" id="Tabs-2" aria-labelledby="Tabs-tab-2">y</div>',
    );
  });

  it('leave those in a panel, which have become panels before', () => {
    const inner = markPanels('<div data-tab-title="inner">x</div>', 'Tabs-2').html;
    const { html, panels } = markPanels(`<div data-tab-title="outer">${inner}</div>`, 'Tabs');
    expect(panels.map(({ title }) => title)).toEqual(['outer']);
    expect(html).toContain(inner);
  });

  it('have none where there are none', () => {
    expect(markPanels('', 'Tabs')).toEqual({ html: '', panels: [] });
  });
});

describe('tabs of code', () => {
  const offered = ['shell', 'python', 'javascript', 'go'];
  const fence = (language: string, title?: string): string =>
    `<figure class="code" data-language="${language}"${title === undefined ? '' : ` data-title="${title}"`}><pre></pre></figure>`;
  const rows: { name: string; given: string[]; want: string[] }[] = [
    {
      name: 'are named by language or title, and follow the languages of samples, by an alias too',
      given: [fence('bash'), fence('py'), fence('js', 'a.mjs')],
      want: ['shell Shell', 'python Python', 'javascript a.mjs'],
    },
    {
      name: 'have names of their own where no sample has the language, or another tab has it already',
      given: [fence('toml', 'a.toml'), fence('shell', 'npm'), fence('sh', 'pnpm'), fence('rust')],
      want: ['own-1 a.toml', 'shell npm', 'own-3 pnpm', 'own-4 Rust'],
    },
  ];
  for (const { name, given, want } of rows) {
    it(name, () => {
      const { panels } = markCodePanels(given.join('\n'), 'CodeTabs', offered);
      expect(panels.map(({ code, title }) => `${code} ${title}`)).toEqual(want);
    });
  }

  it('show the first before the script runs, where a reader keeps a language that none is of', () => {
    const { html } = markCodePanels(fence('python', 'a.py') + fence('go', 'a.go'), 'CodeTabs', offered);
    expect(html).toContain('data-panel="python" data-for="python shell javascript"');
    expect(html).toContain('data-panel="go" data-for="go"');
  });

  it('are no figures, whose captions allow no other role', () => {
    const titled = fence('go', 'a.go').replace('<pre>', '<figcaption class="code-title">a.go</figcaption><pre>');
    expect(markCodePanels(titled, 'CodeTabs', offered).html).toMatch(
      /^<div class="code code-panel"[^>]*><p class="code-title">a\.go<\/p><pre><\/pre><\/div>$/,
    );
  });

  it('say their language where all show and none has a title', () => {
    const { html } = markCodePanels(fence('py') + fence('go', 'a.go'), 'CodeTabs', offered);
    expect(html.match(/class="code-label"[^>]*>([^<]*)/g)).toEqual(['class="code-label" aria-hidden="true">Python']);
  });
});

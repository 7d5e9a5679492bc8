import { languages, STATIC_LANGUAGES } from '../../samples/targets.ts';
import { plainLanguageName } from '../../site/highlight.ts';

/** A tab; its title is encoded for HTML. */
export interface Panel {
  readonly tab: string;
  readonly panel: string;
  readonly title: string;
}

/**
 * Makes panels of what the `<Tab>`s of a `<Tabs>` printed: their titles are known only once they are printed.
 *
 * @param html - each tab begins with an element that has `data-tab-title`
 * @param id - unique on the page
 */
export function markPanels(html: string, id: string): { html: string; panels: Panel[] } {
  const panels: Panel[] = [];
  const marked = html.replace(/ data-tab-title="([^"]*)"/g, (_, title: string) => {
    const one = panelOf(id, panels.length + 1, title);
    panels.push(one);
    return `${panelAttributes(one)}${panels.length === 1 ? ' data-shown' : ''}`;
  });
  return { html: marked, panels };
}

/** A tab of a fence. */
export interface CodePanel extends Panel {
  /** A language of the site's samples, which readers choose for all pages; or a name of its own. */
  readonly code: string;
}

/**
 * Makes panels of the fences in a `<CodeTabs>`.
 *
 * @param html - of `highlightGuideCode`
 * @param offered - the ids of the languages of the site's samples, in their order
 */
export function markCodePanels(
  html: string,
  id: string,
  offered: readonly string[],
): { html: string; panels: CodePanel[] } {
  const figures = /<figure class="code" data-language="([^"]*)"(?: data-title="([^"]*)")?>([\s\S]*?)<\/figure>/g;
  const panels: CodePanel[] = [];
  for (const [, language = '', title] of html.matchAll(figures)) {
    const code = sampleLanguage(language);
    const isFree = code !== undefined && offered.includes(code) && panels.every((one) => one.code !== code);
    const label = languages.find((one) => one.id === code)?.label ?? language;
    const number = panels.length + 1;
    panels.push({ ...panelOf(id, number, title ?? label), code: isFree ? code : `own-${number}` });
  }
  // Before the page's script runs, the first stands in for a kept language that none here is of.
  const missing = offered.slice(0, STATIC_LANGUAGES).filter((code) => panels.every((one) => one.code !== code));
  let at = 0;
  const marked = html.replace(figures, (_, language: string, title: string | undefined, inner: string) => {
    const one = panels[at];
    at += 1;
    if (!one) return '';
    const before = at === 1 ? [one.code, ...missing] : [one.code];
    const label = title === undefined ? `<p class="code-label" aria-hidden="true">${one.title}</p>` : '';
    // No figure: one with a caption can be nothing else.
    const code = inner.replace('<figcaption ', '<p ').replace('</figcaption>', '</p>');
    return `<div class="code code-panel" data-language="${language}"${panelAttributes(one)} data-panel="${one.code}" data-for="${before.join(' ')}">${label}${code}</div>`;
  });
  return { html: marked, panels };
}

function sampleLanguage(name: string): string | undefined {
  const plain = plainLanguageName(name);
  const id = plain === 'bash' ? 'shell' : plain;
  return languages.find((one) => one.id === id)?.id;
}

function panelOf(id: string, number: number, title: string): Panel {
  return { tab: `${id}-tab-${number}`, panel: `${id}-${number}`, title };
}

function panelAttributes({ tab, panel }: Panel): string {
  return ` role="tabpanel" id="${panel}" aria-labelledby="${tab}"`;
}

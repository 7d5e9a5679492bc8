import type { Token, TokenKind } from '../../samples/tokens.ts';
import { type Html, html, type TextRun, textRuns } from './html.ts';

/** Code in its colours. */
export function codeBlock(tokens: readonly Token[]): Html {
  return html`<pre tabindex="0"><code>${textRuns(tokens.map(({ kind, text }) => ({ text, ...LOOKS[kind] })))}</code></pre>`;
}

/**
 * Punctuation keeps the colour of plain text here: a node each would double a page's size for nothing. What code has
 * most of is an element without a class, and without a meaning: the classes alone were a tenth of a large site.
 */
const LOOKS: { readonly [Kind in TokenKind]: Omit<TextRun, 'text'> } = {
  plain: {},
  punctuation: {},
  property: { tag: 'i' },
  string: { tag: 'b' },
  keyword: { tag: 'u' },
  number: { tag: 'i', className: 'tok-number' },
  comment: { tag: 'i', className: 'tok-comment' },
  variable: { tag: 'i', className: 'tok-variable' },
};

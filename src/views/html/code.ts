import type { Token, TokenKind } from '../../samples/tokens.ts';
import { type Html, html, textRuns } from './html.ts';

/** Code in its colours. */
export function codeBlock(tokens: readonly Token[]): Html {
  return html`<pre tabindex="0"><code>${textRuns(tokens.map(({ kind, text }) => ({ text, className: CLASSES[kind] })))}</code></pre>`;
}

/** Punctuation keeps the colour of plain text here: a node each would double a page's size for nothing. */
const CLASSES: { readonly [Kind in TokenKind]: string | undefined } = {
  plain: undefined,
  punctuation: undefined,
  keyword: 'tok-keyword',
  string: 'tok-string',
  number: 'tok-number',
  comment: 'tok-comment',
  property: 'tok-property',
  variable: 'tok-variable',
};

import type { Token } from '../../samples/tokens.ts';
import { type Content, type Html, html } from './html.ts';

/** Code in its colours. */
export function codeBlock(tokens: readonly Token[]): Html {
  return html`<pre tabindex="0"><code>${tokens.map(codeToken)}</code></pre>`;
}

/** Punctuation keeps the colour of plain text here: a node each would double a page's size for nothing. */
function codeToken({ kind, text }: Token): Content {
  return kind === 'plain' || kind === 'punctuation' ? text : html`<i class="tok-${kind}">${text}</i>`;
}

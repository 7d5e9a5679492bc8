import type { Token } from '../samples/tokens.ts';

/** Tokens as nodes, with the classes that printed code has: colours come from the style sheet. */
export function tokenNodes(tokens: readonly Token[]): (HTMLElement | string)[] {
  return tokens.map(({ kind, text }) => {
    // Punctuation has the colour of plain text; a node each would double the work.
    if (kind === 'plain' || kind === 'punctuation') return text;
    const node = document.createElement('i');
    node.className = `tok-${kind}`;
    node.textContent = text;
    return node;
  });
}

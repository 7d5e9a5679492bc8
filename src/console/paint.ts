import type { Token } from '../samples/tokens.ts';

/** Longer texts that are being edited have no colours, in UTF-16 units, so that typing stays quick. */
export const COLOUR_LIMIT = 30_000;

/** Tokens as nodes, one each, with the classes that printed code has: colours come from the style sheet. */
export function tokenNodes(tokens: readonly Token[]): Node[] {
  return tokens.map(({ kind, text }) => {
    // Punctuation has the colour of plain text; an element each would double the work.
    if (kind === 'plain' || kind === 'punctuation') return document.createTextNode(text);
    const node = document.createElement('i');
    node.className = `tok-${kind}`;
    node.textContent = text;
    return node;
  });
}

const painted = new WeakMap<Element, readonly Token[]>();

/** Shows tokens in an element and touches only what differs from the last time: a key press changes few of many. */
export function paintTokens(element: Element, tokens: readonly Token[]): void {
  const before = painted.get(element);
  painted.set(element, tokens);
  if (!before) {
    element.replaceChildren(...tokenNodes(tokens));
    return;
  }
  const { start, end } = commonEnds(before, tokens, isSameToken);
  const nodes = [...element.childNodes];
  for (const node of nodes.slice(start, before.length - end)) node.remove();
  const fresh = document.createDocumentFragment();
  fresh.append(...tokenNodes(tokens.slice(start, tokens.length - end)));
  element.insertBefore(fresh, nodes[before.length - end] ?? null);
}

/** How many items two lists share at their start and, beyond those, at their end. */
export function commonEnds<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T | undefined, other: T | undefined) => boolean,
): { start: number; end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && isSame(before[start], after[start])) start += 1;
  let end = 0;
  while (end < most - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1;
  return { start, end };
}

function isSameToken(one: Token | undefined, other: Token | undefined): boolean {
  return one?.kind === other?.kind && one?.text === other?.text;
}

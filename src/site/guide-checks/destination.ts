import type { Span } from '../../openapi/source-file.ts';

interface LinkNode {
  readonly type: 'link' | 'image' | 'definition';
  readonly url: string;
}

/**
 * Where the address of a link, an image or a definition stands in its Markdown.
 *
 * @param span - of the whole
 * @returns nothing for an address that is a link by itself
 */
export function destinationSpan(text: string, { type, url }: LinkNode, { start, end }: Span): Span | undefined {
  const opening = type === 'image' ? '![' : '[';
  if (!text.startsWith(opening, start)) return undefined;
  const mark = type === 'definition' ? ']:' : '](';
  let first: Span | undefined;
  // The text before it may hold the same mark, in an image or in code.
  for (let at = text.indexOf(mark, start); at >= 0 && at < end; at = text.indexOf(mark, at + 1)) {
    const found = addressAt(text, at + mark.length, end);
    if (text.slice(found.start, found.end) === url) return found;
    first ??= found;
  }
  return first;
}

/** The address from an offset on: in angle brackets, or up to a space or the parenthesis that closes. */
function addressAt(text: string, offset: number, end: number): Span {
  let start = offset;
  while (start < end && /[\s>]/.test(text.charAt(start))) start += 1;
  if (text[start] === '<') return { start: start + 1, end: Math.max(start + 1, text.indexOf('>', start)) };
  let depth = 0;
  let at = start;
  for (; at < end && !/\s/.test(text.charAt(at)); at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')' && --depth < 0) break;
  }
  return { start, end: at };
}

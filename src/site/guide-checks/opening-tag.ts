import type { Span } from '../../openapi/source-file.ts';

/** An attribute as the parser gives it, which tells everything but where it stands. */
export interface ParsedAttribute {
  /** Nothing for a spread, `{...props}`. */
  readonly name?: string;
  /** The code of a spread, or of a value in braces. */
  readonly code?: string;
}

export interface AttributeSpans {
  readonly name: Span;
  /** Of the value, without its quotes or braces. */
  readonly value?: Span;
}

/**
 * Where the attributes of a tag stand.
 *
 * @param start - of the tag's `<`
 * @param attributes - in their order; the text holds these and no others
 */
export function attributeSpans(text: string, start: number, attributes: readonly ParsedAttribute[]): AttributeSpans[] {
  let at = start + (/^<[^\s/>{]*/.exec(text.slice(start, start + 200))?.[0].length ?? 1);
  return attributes.map(({ name, code }) => {
    if (name === undefined) {
      const open = text.indexOf('{', at);
      at = endOfBraces(text, open, code);
      return { name: { start: open, end: at }, value: { start: open + 1, end: at - 1 } };
    }
    // What stands between is space, the marks of a quote, or nothing.
    const from = text.indexOf(name, at);
    const spans = { name: { start: from, end: from + name.length } };
    at = spans.name.end;
    const assigned = /^\s*=\s*(["'{])/.exec(text.slice(at, at + 200));
    if (!assigned) return spans;
    const open = at + assigned[0].length - 1;
    at = assigned[1] === '{' ? endOfBraces(text, open, code) : text.indexOf(assigned[1] ?? '', open + 1) + 1;
    return { ...spans, value: { start: open + 1, end: at - 1 } };
  });
}

/** The offset after the brace that closes the one at `open`. @param code - what the parser found between them */
function endOfBraces(text: string, open: number, code = ''): number {
  if (text.startsWith(code, open + 1) && text.startsWith('}', open + 1 + code.length)) return open + code.length + 2;
  // In a quote of several lines the code lacks the marks of the quote; braces in its texts are not looked for.
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{') depth += 1;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

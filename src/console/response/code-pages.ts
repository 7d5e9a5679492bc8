import { type Grammar, type TokenKind, tokenize } from '../../samples/tokens.ts';
import { type JsonOutline, kindOf, nodeAt, stringEnd, valueEnd, valueStart } from '../json/outline.ts';
import { stepsTo } from '../json/paths.ts';
import { codeSlices } from './code-slices.ts';

/** A long text in pieces that can be shown one by one. */
export interface CodePages {
  readonly count: number;
  page(index: number): CodePiece[];
  /** The page that shows a place of the body. */
  pageOf(offset: number): number;
  /** Where a page begins in the body. */
  startOf(index: number): number;
}

/** A piece of one colour. */
export interface CodePiece {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it stands in the body; none for what only the layout puts there. */
  readonly start?: number;
}

/**
 * The text as it came.
 *
 * @param grammar - left out for text of unknown form
 */
export function textPages(text: string, grammar?: Grammar): CodePages {
  const slices = codeSlices(text);
  const starts: number[] = [];
  let at = 0;
  for (const slice of slices) {
    starts.push(at);
    at += slice.length;
  }
  return {
    count: slices.length,
    page(index) {
      let start = starts[index] ?? 0;
      const slice = slices[index] ?? '';
      const tokens = grammar ? tokenize(slice, grammar) : [{ kind: 'plain' as const, text: slice }];
      return tokens.map((token) => {
        const piece = { ...token, start };
        start += token.text.length;
        return piece;
      });
    },
    pageOf: (offset) =>
      Math.max(
        0,
        starts.findLastIndex((start) => start <= offset),
      ),
    startOf: (index) => starts[index] ?? text.length,
  };
}

/** The values of one page. */
const VALUES = 150;
/** A longer literal is cut: the text as it came has it whole. */
const LONGEST = 20_000;

/** JSON laid out with two spaces, everything but the white space exactly as it came; made as far as it is shown. */
export function laidOutPages(outline: JsonOutline): CodePages {
  return {
    count: Math.ceil(outline.count / VALUES),
    page: (index) => layOut(outline, index * VALUES, Math.min(outline.count, (index + 1) * VALUES)),
    pageOf: (offset) => Math.floor(nodeAt(outline, offset) / VALUES),
    startOf: (index) => (index === 0 ? 0 : outline.start(index * VALUES)),
  };
}

/** The values from one node to before another, and the brackets that close before the next one. */
export function layOut(outline: JsonOutline, from: number, to: number): CodePiece[] {
  const pieces: CodePiece[] = [];
  const push = (kind: TokenKind, text: string, start?: number): void => {
    if (text !== '') pieces.push(start === undefined ? { kind, text } : { kind, text, start });
  };
  /** The objects and arrays around the place. */
  const around = stepsTo(outline, from)
    .slice(0, -1)
    .map(({ node }) => node);
  for (let node = from; node < to; node += 1) {
    push('plain', '  '.repeat(around.length));
    if (outline.hasKey(node)) {
      const start = outline.start(node);
      const end = stringEnd(outline.text, start);
      push('property', outline.text.slice(start, Math.min(end, start + LONGEST)), start);
      push('punctuation', ': ');
    }
    const start = valueStart(outline, node);
    const kind = kindOf(outline, node);
    const isEmpty = outline.after(node) === node + 1;
    if (kind === 'object' || kind === 'array') {
      push('punctuation', outline.text[start] ?? '', start);
      if (isEmpty) push('punctuation', kind === 'object' ? '}' : ']');
      else around.push(node);
    } else {
      const end = valueEnd(outline, node);
      const cut = Math.min(end, start + LONGEST);
      push(
        kind === 'string' ? 'string' : kind === 'number' ? 'number' : 'keyword',
        outline.text.slice(start, cut) + (cut < end ? '…' : ''),
        start,
      );
    }
    const isOpen = around.at(-1) === node;
    while (around.length > 0 && outline.after(around.at(-1) ?? 0) === node + 1) {
      const closed = around.pop() ?? 0;
      push('plain', `\n${'  '.repeat(around.length)}`);
      push('punctuation', kindOf(outline, closed) === 'object' ? '}' : ']');
    }
    push('plain', isOpen || node + 1 >= outline.count ? '\n' : ',\n');
  }
  return pieces;
}

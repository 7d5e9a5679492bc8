import { showInvisibles } from '../model/invisibles.ts';
import { plainText } from '../model/plain-text.ts';
import type { GuidePart } from '../views/markdown/guide-part.ts';

/** A few sentences of a guide. */
export interface Passage {
  /** Which of the guide's headings below the title it stands under, from 0; -1 before the first. */
  readonly heading: number;
  readonly text: string;
}

/** As long as the line that shows it. */
const LONGEST = 120;
const FENCE = /^\s*(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})\s+\S/;

/**
 * Cuts the prose of a guide into passages. Code blocks are left out: a reader who looks for a field wants what is
 * said of it, and samples have all fields.
 *
 * @returns the passages, and how many headings below the title there are
 */
export function passagesOf(parts: readonly GuidePart[]): { passages: Passage[]; headings: number } {
  const passages: Passage[] = [];
  let heading = -1;
  let fence: string | undefined;
  let block: string[] = [];
  const end = (): void => {
    const text = showInvisibles(plainText(block.join('\n').replace(/[|\\]|:?-{3,}:?/g, ' '), Number.POSITIVE_INFINITY));
    for (const piece of cut(text)) passages.push({ heading, text: piece });
    block = [];
  };
  for (const line of flat(parts).split('\n')) {
    const [, mark] = FENCE.exec(line) ?? [];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    const [, level] = HEADING.exec(line) ?? [];
    if (mark !== undefined || level !== undefined || line.trim() === '') end();
    if (mark !== undefined) fence = mark;
    else if (level === undefined) block.push(line);
    else if (level.length > 1) heading += 1;
  }
  end();
  return { passages, headings: heading + 1 };
}

function flat(parts: readonly GuidePart[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('href' in part) return part.href;
      const title = part.attributes.find(([name]) => name === 'title')?.[1];
      return `${title === undefined ? '' : `\n${title}\n`}${flat(part.children)}`;
    })
    .join('');
}

/** Sentences, as many together as fit; one that is too long is cut where it has to be. */
function cut(text: string): string[] {
  const pieces: string[] = [];
  for (const sentence of text.match(/[^。！？；.!?]*(?:[。！？；]|[.!?]+(?=\s|$)|[.!?]|$)\s*/g) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + sentence.length <= LONGEST) pieces[pieces.length - 1] = last + sentence;
    else for (let at = 0; at < sentence.length; at += LONGEST) pieces.push(sentence.slice(at, at + LONGEST));
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

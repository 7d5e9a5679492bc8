import { fold } from './words.ts';

/** A piece of a text; marked pieces are what was looked for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Cuts a text where the words stand in it; each mark begins where a word does, or anywhere in scripts without spaces. */
export function markWords(text: string, words: readonly string[]): MarkedPiece[] {
  // Folding can change how long a text is; what was folded from what is told by each character's place.
  const folded: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const char of text) {
    for (const unit of fold(char)) {
      folded.push(unit);
      places.push(at);
    }
    at += char.length;
  }
  places.push(text.length);
  const isMarked = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    const units = [...word];
    if (units.length === 0) continue;
    for (let start = 0; start + units.length <= folded.length; start += 1) {
      if (!units.every((unit, index) => folded[start + index] === unit)) continue;
      if (!isBeginning(text, folded, places, start)) continue;
      isMarked.fill(true, places[start], places[start + units.length]);
    }
  }
  const pieces: { text: string; isMarked: boolean }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const last = pieces.at(-1);
    const mark = isMarked[index] ?? false;
    if (last && last.isMarked === mark) last.text += text[index];
    else pieces.push({ text: text[index] ?? '', isMarked: mark });
  }
  return pieces;
}

/** More before the first mark than this pushes it out of sight where a text has one line. */
const LONGEST_LEAD = 20;
const LEAD = 12;

/** Leaves out most of what is before the first mark where it is long. */
export function nearFirstMark(pieces: readonly MarkedPiece[]): readonly MarkedPiece[] {
  const [first, ...others] = pieces;
  if (!first || first.isMarked || others.length === 0) return pieces;
  const chars = [...first.text];
  if (chars.length <= LONGEST_LEAD) return pieces;
  // It begins with a whole word, where letters have words between spaces.
  const lead = chars
    .slice(-LEAD)
    .join('')
    .replace(/^[a-z0-9_]+/i, '')
    .trimStart();
  return [{ text: `…${lead}`, isMarked: false }, ...others];
}

/** Whether a word begins here: after no letter, at a capital, or between scripts. */
function isBeginning(text: string, folded: readonly string[], places: readonly number[], at: number): boolean {
  const before = folded[at - 1];
  if (before === undefined || !/[a-z0-9]/.test(before) || !/[a-z0-9]/.test(folded[at] ?? '')) return true;
  const here = text[places[at] ?? 0] ?? '';
  return here !== here.toLowerCase() || (/[0-9]/.test(here) && !/[0-9]/.test(before));
}

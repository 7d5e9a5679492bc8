import type { OnItem, StreamParser } from './stream-item.ts';

const RECORD = '\u001e';
/** What decides where a JSON text ends: everything else of it can be passed over. */
const MARKS = /[\u001e\n"\\{}[\]]/g;

/**
 * Reads a JSON text sequence. A text is given with the line end after it, without waiting for the next one, and at
 * the latest with the mark of the next, which also ends one that was left in the middle.
 *
 * @param limit - the most UTF-16 units of one text
 * @see RFC 7464
 */
export function createJsonSequence(limit: number, onItem: OnItem): StreamParser {
  let text = '';
  let cut = false;
  let depth = 0;
  let inString = false;
  /** The text so far ends with a backslash of a string, whose next character says nothing. */
  let escaped = false;

  const take = (piece: string): void => {
    const room = limit - text.length;
    if (piece.length > room) cut = true;
    text += piece.length > room ? piece.slice(0, room) : piece;
  };

  /** @returns whether the text was left in the middle */
  const give = (): boolean => {
    const data = text.trim();
    // A number or a word ends where white space says so: `12` may be the beginning of `123` (section 2.4).
    const isLiteral = /^[^"{[]/.test(data);
    const isOpen = data !== '' && !cut && (depth > 0 || inString || (isLiteral && !/\s$/.test(text)));
    if (data !== '') onItem({ type: '', id: '', data, fault: cut ? 'cut' : isOpen ? 'unfinished' : undefined });
    text = '';
    cut = false;
    depth = 0;
    inString = false;
    escaped = false;
    return isOpen;
  };

  const meet = (mark: string): void => {
    if (mark === '"') inString = !inString;
    else if (mark === '\\') escaped = inString;
    else if (inString || mark === '\n') return;
    else if (mark === '{' || mark === '[') depth += 1;
    else depth = Math.max(0, depth - 1);
  };

  return {
    push(piece) {
      let at = 0;
      while (at < piece.length) {
        if (escaped && piece[at] !== RECORD) {
          escaped = false;
          take(piece.slice(at, at + 1));
          at += 1;
          continue;
        }
        MARKS.lastIndex = at;
        const match = MARKS.exec(piece);
        if (!match) return take(piece.slice(at));
        const [mark] = match;
        if (mark === RECORD) {
          take(piece.slice(at, match.index));
          give();
        } else {
          take(piece.slice(at, match.index + 1));
          meet(mark);
          if (mark === '\n' && depth === 0 && !inString) give();
        }
        at = match.index + 1;
      }
    },
    end: give,
  };
}

/** The end of a growing text: its newest part is kept, its length is counted whole. All sizes in UTF-16 units. */
export interface TextTail {
  append(text: string): void;
  /** How long the whole text is, with what was let go. */
  total(): number;
  /** Where the kept part begins in the whole text. */
  start(): number;
  /** What is kept from this place of the whole text on. */
  from(position: number): string;
}

const PIECE = 16_384;

/** @param limit - the most that is kept; up to one piece more while it fills */
export function createTextTail(limit: number): TextTail {
  const pieces: string[] = [];
  let total = 0;
  let start = 0;
  return {
    append(text) {
      if (text === '') return;
      const last = pieces.at(-1);
      // Few long pieces instead of one for each append, so that letting go and reading stay cheap.
      if (last !== undefined && last.length + text.length <= PIECE) pieces[pieces.length - 1] = last + text;
      else pieces.push(text);
      total += text.length;
      while (pieces.length > 1 && total - start - (pieces[0]?.length ?? 0) >= limit) {
        start += pieces.shift()?.length ?? 0;
      }
    },
    total: () => total,
    start: () => start,
    from(position) {
      let at = start;
      let text = '';
      for (const piece of pieces) {
        if (at + piece.length > position) text += piece.slice(Math.max(0, position - at));
        at += piece.length;
      }
      return text;
    },
  };
}

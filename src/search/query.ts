import { cutTerm, type Word, wholeTerm, wordsOf } from './words.ts';

/** What a reader looks for. */
export interface Query {
  /** As typed, for the texts about it. */
  readonly text: string;
  /** Each has to be found, in any order. */
  readonly words: readonly Word[];
  /** Stretches of words that stand for one name: of `max_tok`, `maxtok`. `to` exclusive. */
  readonly wholes: readonly { readonly term: string; readonly from: number; readonly to: number }[];
}

/** More words than these are not looked for: a pasted page isn't a query. */
const MOST_WORDS = 12;

/** @returns nothing where the text has no letter and no digit */
export function parseQuery(text: string): Query | undefined {
  const typed = text.split(/\s+/).map(wordsOf);
  const words = typed.flat().slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  const wholes: { term: string; from: number; to: number }[] = [];
  let from = 0;
  for (const group of typed) {
    const to = Math.min(from + group.length, words.length);
    if (to - from > 1) wholes.push({ term: wholeTerm(words.slice(from, to)), from, to });
    from = to;
  }
  if (typed.filter((group) => group.length > 0).length > 1) {
    wholes.push({ term: wholeTerm(words), from: 0, to: words.length });
  }
  return {
    text: text.trim(),
    words: words.map((word) => ({ ...word, text: word.isDense ? word.text : cutTerm(word.text) })),
    wholes,
  };
}

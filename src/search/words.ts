/** Scripts that are written without spaces: any two characters of theirs that stand together are a term. */
const DENSE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々`;
/** How words and their parts are told apart. */
interface Script {
  readonly run: RegExp;
  /** Where camel case joins two words. */
  readonly seams: readonly RegExp[];
  /** A word that is written without spaces. */
  readonly dense?: RegExp;
}
/** Most names are ASCII, and an expression with all letters of the world takes milliseconds to be made. */
const ASCII: Script = { run: /[a-z0-9]+/gi, seams: [/([a-z0-9])([A-Z])/g, /([A-Z]+)([A-Z](?!s(?![a-z]))[a-z])/g] };
let every: Script | undefined;

function everyScript(): Script {
  every ??= {
    run: new RegExp(String.raw`[${DENSE}]+|(?:(?![${DENSE}])[\p{L}\p{N}\p{M}])+`, 'gu'),
    dense: new RegExp(`^[${DENSE}]`, 'u'),
    seams: [/([\p{Ll}\p{N}])(\p{Lu})/gu, /(\p{Lu}+)(\p{Lu}(?!s(?!\p{Ll}))\p{Ll})/gu],
  };
  return every;
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** No name that a reader types is longer; longer ones are found by their beginning. */
const LONGEST_TERM = 40;

/** A stretch of letters and digits, folded. */
export interface Word {
  readonly text: string;
  /** The words that camel case joins, `createChat` → `create`, `chat`; empty where it is one. */
  readonly parts: readonly string[];
  readonly isDense: boolean;
}

/** Case, width and accents don't matter: `ＡＰＩ`, `Api` and `API` are one. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase();
}

/** The words of a text or a name, in their order: `max_tokens` → `max`, `tokens`; `API密钥` → `api`, `密钥`. */
export function wordsOf(text: string): Word[] {
  const { run, seams, dense } = isAscii(text) ? ASCII : everyScript();
  return (text.normalize('NFKC').match(run) ?? []).map((one) => {
    if (dense?.test(one)) return { text: fold(one), parts: [], isDense: true };
    // Most words are small letters alone.
    if (/^[a-z0-9]+$/.test(one)) return { text: one, parts: [], isDense: false };
    const parts = seams.reduce((all, seam) => all.replace(seam, '$1 $2'), one).split(' ');
    return { text: fold(one), parts: parts.length > 1 ? parts.map(fold) : [], isDense: false };
  });
}

/** Every two characters that stand together; a single character by itself. */
export function pairsOf(dense: string): string[] {
  const chars = [...dense];
  if (chars.length < 2) return chars;
  return chars.slice(1).map((char, index) => `${chars[index]}${char}`);
}

/** What a text is found by: each word, its parts, and in scripts without spaces each pair. */
export function termsOf(words: readonly Word[]): Set<string> {
  const terms = words.flatMap(({ text, parts, isDense }) => (isDense ? pairsOf(text) : [text, ...parts]));
  return new Set(terms.map(cutTerm));
}

/** A whole name as one term: `max_tokens` → `maxtokens`. */
export function wholeTerm(words: readonly Word[]): string {
  return cutTerm(words.map(({ text }) => text).join(''));
}

export function cutTerm(term: string): string {
  return term.length <= LONGEST_TERM ? term : term.slice(0, LONGEST_TERM);
}

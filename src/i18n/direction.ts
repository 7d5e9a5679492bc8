import { likelyLocale } from './likely-locale.ts';

/** The scripts in use that are written from right to left, by ISO 15924. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** How a language is written: by the script that its tag names, or that it is usually written in. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(likelyLocale(locale)?.script ?? '') ? 'rtl' : 'ltr';
}

const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** How a text in Markdown is written, whatever its language is said to be: by its first letter outside of code and tags. */
export function textDirection(text: string): 'ltr' | 'rtl' {
  // Most texts have no such letter, and need no closer look.
  if (!RIGHT_TO_LEFT_LETTER.test(text)) return 'ltr';
  const [first = ''] = /\p{L}/u.exec(text.replace(/`[^`]*`|<[^<>]*>/g, '')) ?? [];
  return RIGHT_TO_LEFT_LETTER.test(first) ? 'rtl' : 'ltr';
}

/** The attribute `dir` of a page in a language: left to right goes without saying. */
export function pageDirection(locale: string): 'rtl' | undefined {
  return directionOf(locale) === 'rtl' ? 'rtl' : undefined;
}

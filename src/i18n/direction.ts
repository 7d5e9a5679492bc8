import { likelyLocale } from './likely-locale.ts';

/** The scripts in use that are written from right to left, by ISO 15924. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** How a language is written: by the script that its tag names, or that it is usually written in. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(likelyLocale(locale)?.script ?? '') ? 'rtl' : 'ltr';
}

/** The attribute `dir` of a page in a language: left to right goes without saying. */
export function pageDirection(locale: string): 'rtl' | undefined {
  return directionOf(locale) === 'rtl' ? 'rtl' : undefined;
}

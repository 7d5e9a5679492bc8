import type { SiteMessages } from '../i18n/en.ts';
import type { Change } from './change.ts';

/** What the codes of changes are worded by; `site.changes.what` of a language. */
export type ChangeWords = SiteMessages['changes']['what'];

/** A piece of a sentence: words of ours, or what a description says. */
export interface ChangePiece {
  readonly text: string;
  readonly isValue?: true;
}

/** What stands for a value that isn't there: a default that was added. */
export interface ChangeValues {
  readonly none: string;
  /** A value as it is shown; as it is when left out. */
  readonly show?: (value: string) => string;
}

const BOUND = /^((?:exclusive-)?(?:min|max)[a-z-]*)-(added|removed|raised|lowered)$/;

/** No credential is no way to authorize a call, so a sentence of its own tells of it. */
const ANONYMOUS = new Map([
  ['security-removed nothing', 'security-needed'],
  ['security-added nothing', 'security-unneeded'],
]);

/** A change in words, without its place, in pieces: `type changed from `, `string`, ` to `, `integer`. */
export function changePieces(change: Change, words: ChangeWords, { none, show }: ChangeValues): ChangePiece[] {
  const { code, before, after } = change;
  const [, bound = '', step = ''] = BOUND.exec(code) ?? [];
  const key = bound === '' ? (ANONYMOUS.get(`${code} ${before ?? after}`) ?? code) : `bound-${step}`;
  const sentence = isKnown(words, key) ? words[key] : code;
  const name = bound.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return sentence.split(/(\{(?:before|after|name)\})/).flatMap((part): ChangePiece[] => {
    if (part === '') return [];
    if (part === '{name}') return [{ text: name, isValue: true }];
    if (part !== '{before}' && part !== '{after}') return [{ text: part }];
    const value = part === '{before}' ? before : after;
    if (value === undefined) return [{ text: none }];
    return [{ text: show ? show(value) : value, isValue: true }];
  });
}

/** The same as one text: `became required`. */
export function changeWords(change: Change, words: ChangeWords, none: string): string {
  return changePieces(change, words, { none })
    .map(({ text }) => text)
    .join('');
}

function isKnown(words: ChangeWords, code: string): code is keyof ChangeWords {
  return Object.hasOwn(words, code);
}

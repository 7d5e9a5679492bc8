import type { Messages } from '../i18n/en.ts';
import type { Api } from '../model/api.ts';
import { familyOf } from '../views/api-paths.ts';

/** Words that many titles begin with and that name nothing by themselves. */
const EMPTY = /^(?:the|a|an|our|my|rest|http|web|public|open|apis?|v?[\d.]+)$/i;

/**
 * The name of a site whose owner gave it none: the title of its API. Of several it is what all titles begin with, such
 * as `Acme` of `Acme Payments` and `Acme – Users`, else what the interface calls a reference: none of them is all.
 *
 * @param apis - with the titles that are shown, the newest version of each first
 * @param text - in the default language
 */
export function siteTitle(apis: readonly Api[], text: Messages['site']): string {
  const families = new Map(apis.toReversed().map((api) => [familyOf(api), api.title]));
  const [first, ...others] = new Set(families.values());
  if (first === undefined) return text.guides;
  return others.length === 0 ? first : (commonBeginning([first, ...others]) ?? text.reference);
}

/** The words that all titles begin with, without what joins them to the rest. */
function commonBeginning(titles: readonly string[]): string | undefined {
  const [first = [], ...others] = titles.map((title) => title.trim().split(/\s+/).map(bare));
  const end = first.findIndex((word, at) => others.some((words) => words[at] !== word));
  const words = (end < 0 ? first : first.slice(0, end)).filter((word) => word !== '');
  return words.some((word) => !EMPTY.test(word)) ? words.join(' ') : undefined;
}

/** `Acme:`, `Acme,` and `Acme` are one word, `–` is none. */
function bare(word: string): string {
  return word.replace(/[\p{Pd}:,;|/·•]+$/u, '');
}

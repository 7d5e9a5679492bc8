import { ALERT_NAMES } from './alert-names.ts';
import { joinLines } from './line-joins.ts';

const ALERT = new RegExp(`^\\s{0,3}>\\s*\\[!(?:${ALERT_NAMES.join('|')})\\][ \\t]*$`, 'gim');

/** A word after another, in a script that keeps words apart. */
const LAST_WORD = /(?<=\s|\p{sc=Han})(?:(?!\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Thai})[\p{L}\p{M}\p{N}_-])+$/u;

/**
 * Markdown as plain words, for titles and meta descriptions: markup dropped, white space folded.
 *
 * @param limit - in characters; a longer text ends in `…`, after a whole word where its script has them apart
 */
export function plainText(markdown: string, limit = 300): string {
  const bare = markdown
    .replace(/<[^<>]*>/g, '')
    .replace(/!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(ALERT, '')
    .replace(/^\s{0,3}(#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/(\*\*|__|[*`~])/g, '');
  const words = joinLines(bare).replace(/\s+/g, ' ').trim();
  const chars = [...words];
  if (chars.length <= limit) return words;
  const cut = chars.slice(0, limit - 1).join('');
  const isInWord = /[\p{L}\p{M}\p{N}_-]/u.test(chars[limit - 1] ?? '');
  return `${(isInWord ? cut.replace(LAST_WORD, '') : cut).replace(/[\s,;:，、；：(（]+$/u, '')}…`;
}

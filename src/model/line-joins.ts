const WIDE = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\u3000-\u303F\uFF00-\uFFEF]`;
/** Wide only among wide characters: Chinese shares them with Latin scripts. */
const SHARED = '[“”‘’—…·]';

const JOIN = new RegExp(
  `(?<=${WIDE})[ \\t]*\\n[ \\t]*(?=${WIDE}|${SHARED})|(?<=${SHARED})[ \\t]*\\n[ \\t]*(?=${WIDE})`,
  'gu',
);

/**
 * Puts lines together that only the source breaks: Chinese and Japanese have no spaces between words, and most
 * browsers show a line break in the source as one.
 *
 * @see CSS Text 3, "Segment Break Transformation Rules"
 */
export function joinLines(text: string): string {
  return text.includes('\n') ? text.replace(JOIN, '') : text;
}

/** Whether a line break between two texts, of which either may be in markup, is none to readers. */
export function isJoin(before: string, after: string): boolean {
  // A character may be two units.
  const [last = '', first = ''] = [[...before.slice(-2)].at(-1), [...after.slice(0, 2)][0]];
  return !joinLines(`${last}\n${first}`).includes('\n');
}

import { showInvisibles } from '../../model/invisibles.ts';

/** A piece of a Markdown document between two blank lines. */
export interface Block {
  readonly text: string;
  /** One line of running text: another may follow on the next line. */
  readonly isLine?: true;
  /** A list, which may follow a line at once. */
  readonly isList?: true;
}

/**
 * Writes text so that Markdown shows it letter for letter: nothing in it becomes a mark, a link, HTML or the start
 * of another block. Line breaks and controls become spaces.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes, and https://github.github.com/gfm/
 */
export function plain(text: string): string {
  return startOfLine(inline(text.trim()));
}

/** Nothing here can mean anything to Markdown inside a line; most names and types are of these characters. */
const UNMARKED = /^[A-Za-z0-9 .,:;'"()/+%?-]*$/;

/** The same for text that stands inside a line. White space at its ends stays, as one space. */
export function inline(text: string): string {
  if (UNMARKED.test(text) && !text.includes('  ')) return text;
  return showInvisibles(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/[`*~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\](?=[([:])/g, '\\]')
    .replace(/!(?=\[)/g, '\\!')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** Keeps the beginning of a line from being a heading, a list, a quote, a rule or a row of a table. */
export function startOfLine(line: string): string {
  return line
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|\||[-=:][-=:|\s]*$)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** A code span: as many backticks as it takes. */
export function code(text: string): string {
  const shown = showInvisibles(text).replace(/[\n\r\p{Cc}]+/gu, ' ');
  if (shown.trim() === '') return shown === '' ? '` `' : `\`${shown}\``;
  const fence = '`'.repeat(longestRun(shown, '`') + 1);
  const padding = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** A block of code. @param language - of our own lists; other text is left out */
export function fenced(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
  const info = /^[\w+#.-]{1,30}$/.test(language) ? language : '';
  return `${fence}${info}\n${text.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n${fence}`;
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  for (let at = text.indexOf(character); at >= 0; ) {
    let end = at + 1;
    while (text[end] === character) end += 1;
    longest = Math.max(longest, end - at);
    at = text.indexOf(character, end);
  }
  return longest;
}

/**
 * @param label - already Markdown
 * @param url - absolute, or a path; whatever could end the link early is encoded
 */
export function link(label: string, url: string): string {
  const safe = url
    .replace(/[\s\p{Cc}<>\\`[\]|]/gu, encodeURIComponent)
    .replace(/[()]/g, (char) => (char === '(' ? '%28' : '%29'))
    .replace(/&(?=#?\w+;)/g, '\\&');
  return `[${label}](${safe})`;
}

export function heading(level: number, markdown: string): Block {
  return { text: `${'#'.repeat(Math.min(6, level))} ${markdown}` };
}

/** A paragraph of pieces that are Markdown already; nothing where all are empty. */
export function line(...pieces: readonly (string | false | undefined)[]): Block[] {
  const text = pieces.filter((piece) => piece).join(' ');
  return text === '' ? [] : [{ text, isLine: true }];
}

/** Lines that follow each other stay lines; all other blocks have a blank line between them. */
export function join(blocks: readonly Block[]): string {
  let text = '';
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    const isNear = before?.isLine && (block.isLine || block.isList);
    text += (before ? (isNear ? (block.isLine ? '  \n' : '\n') : '\n\n') : '') + block.text;
  });
  return text;
}

/** One item of a list. */
export function item(blocks: readonly Block[]): string {
  return `- ${join(blocks).replace(/\n(?=[^\n])/g, '\n  ')}`;
}

export function list(items: readonly string[]): Block[] {
  return items.length > 0 ? [{ text: items.join('\n'), isList: true }] : [];
}

/** A table. Cells are Markdown without line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return { text: [row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n') };
}

/** A pipe ends a cell even in code. */
function cell(markdown: string): string {
  return markdown
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\\*\|/g, (found) => (found.length % 2 === 0 ? found : `\\${found}`));
}

import { joinWords } from '../../model/words.ts';

/** A stretch of text, its end left out. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Code between fences and between backticks, where nothing is a link. CommonMark 0.31, sections 4.5 and 6.1. */
function codeIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  let open: { readonly start: number; readonly mark: string } | undefined;
  for (const match of text.matchAll(/^ {0,3}(`{3,}|~{3,})(.*)$/gm)) {
    const [line, mark = '', rest = ''] = match;
    if (!open) open = { start: match.index, mark };
    else if (mark.startsWith(open.mark) && rest.trim() === '') {
      found.push({ start: open.start, end: match.index + line.length });
      open = undefined;
    }
  }
  if (open) found.push({ start: open.start, end: text.length });
  const runs = [...text.matchAll(/`+/g)].filter(({ index }) => text[index - 1] !== '\\');
  const later = new Map<number, number[]>();
  for (const { 0: run, index } of runs.toReversed()) {
    const known = later.get(run.length);
    if (known) known.push(index);
    else later.set(run.length, [index]);
  }
  let end = 0;
  for (const { 0: run, index } of runs) {
    const closers = later.get(run.length) ?? [];
    while ((closers.at(-1) ?? Number.POSITIVE_INFINITY) <= index) closers.pop();
    const closer = closers.at(-1);
    if (index < end || closer === undefined) continue;
    end = closer + run.length;
    found.push({ start: index, end });
  }
  return found;
}

/** Blanks in the place of code, so that what remains keeps its place. */
function withoutCode(text: string): string {
  let plain = '';
  let at = 0;
  for (const { start, end } of codeIn(text).sort((one, other) => one.start - other.start)) {
    if (end <= at) continue;
    plain += text.slice(at, Math.max(at, start)) + ' '.repeat(end - Math.max(at, start));
    at = end;
  }
  return plain + text.slice(at);
}

const DESTINATION =
  /\(\s*(?:(?:<([^<>\n]*)>|(?=[^\s<>)])([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*))(?:\s+(?:["'][^"'\n]{0,1000}["']\s*)?)?)?\)/y;

/** The addresses of `[words](address)`; images are none. */
function inlineLinks(plain: string): string[] {
  const links: string[] = [];
  const open: number[] = [];
  for (const { 0: mark, index } of plain.matchAll(/\\.|[[\]]/g)) {
    if (mark === '[') open.push(index);
    if (mark !== ']') continue;
    const start = open.pop();
    DESTINATION.lastIndex = index + 1;
    const match = start === undefined || plain[start - 1] === '!' ? null : DESTINATION.exec(plain);
    if (match) links.push(match[1] ?? match[2] ?? '');
  }
  return links;
}

const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*<?([^\s<>]+)/gm;
const HTML_LINK = /<a\s(?:[^<>]*\s)?href\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/gi;
/** One of `#`, one underlined, one of HTML. */
const HEADINGS = [
  /^ {0,3}#{1,6}[ \t]+([^\n]+)$/gm,
  /^ {0,3}(\S[^\n]*)\n {0,3}(?:=+|-+)[ \t]*$/gm,
  /<h[1-6](?:\s[^<>]*)?>([^<\n]*(?:<(?!\/?h[1-6])[^<\n]*)*)<\/h[1-6]>/gi,
];
const HTML_ID = /<[a-z][^<>]*\sid\s*=\s*["']?([^\s"'<>]+)/gi;

/** The headings of a Markdown text as `joinWords` has their words. Those of a block of code do no harm. */
export function headingWords(text: string): Set<string> {
  const titles = HEADINGS.flatMap((heading) => [...text.matchAll(heading)].map(([, title = '']) => title));
  return new Set(titles.map((title) => joinWords(title.replace(/\]\([^()]*\)|<[^<>]*>|&[^;&\s]*;/g, ' '))));
}

/**
 * Where the links of a Markdown text lead, and the ids that its HTML has. It knows the ways in which links are
 * written, and no more of Markdown: what it misses goes untold. It takes time in proportion to the text.
 */
export function readAddresses(text: string): { readonly links: readonly string[]; readonly ids: ReadonlySet<string> } {
  const plain = withoutCode(text);
  return {
    links: [
      ...inlineLinks(plain),
      ...[...plain.matchAll(DEFINITION)].map((match) => match[1] ?? ''),
      ...[...plain.matchAll(HTML_LINK)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''),
    ],
    ids: new Set([...plain.matchAll(HTML_ID)].map((match) => match[1] ?? '')),
  };
}

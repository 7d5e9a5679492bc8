/** The attributes that links and their targets are written in. */
export type LinkAttribute = 'id' | 'href' | 'src';

const NAMES: ReadonlySet<string> = new Set<LinkAttribute>(['id', 'href', 'src']);
/** What looks like a tag in these is none. */
const TEXT_ONLY: ReadonlySet<string> = new Set(['script', 'style']);

/**
 * Passes over the tags of a page in their order and tells where the values of `id`, `href` and `src` stand. What
 * looks like a tag in a comment, a script, a style or the value of an attribute is none. By hand, since a regular
 * expression for each tag takes longer than reading the page from the disk.
 *
 * @param tell - `start` and `end` bound the value as it is written, without its quotes
 */
export function scanHtml(html: string, tell: (name: LinkAttribute, start: number, end: number) => void): void {
  let at = html.indexOf('<');
  while (at >= 0) {
    const next = html.charCodeAt(at + 1);
    // Every other tag closes an element.
    if (next === SLASH) at += 2;
    else if (isLetter(next)) at = scanTag(html, at, tell);
    else if (html.startsWith('<!--', at)) at = after(html, '-->', at + 4);
    else at += 1;
    at = html.indexOf('<', at);
  }
}

/** @returns where what comes after the tag begins, and after the text of a script or a style */
function scanTag(html: string, open: number, tell: Parameters<typeof scanHtml>[1]): number {
  let at = open + 1;
  while (at < html.length && !isSpace(html.charCodeAt(at)) && !isEnd(html.charCodeAt(at))) at += 1;
  const nameEnd = at;
  while (at < html.length && html.charCodeAt(at) !== CLOSE) {
    const code = html.charCodeAt(at);
    if (isSpace(code) || code === SLASH) {
      at += 1;
      continue;
    }
    const start = at;
    // A name may begin with `=`, as browsers read it.
    at = nameEndFrom(html, at + 1);
    const nameLength = at - start;
    at = skipSpace(html, at);
    if (html.charCodeAt(at) !== EQUALS) continue;
    at = skipSpace(html, at + 1);
    const quote = html.charCodeAt(at);
    const isQuoted = quote === QUOTE || quote === APOSTROPHE;
    const from = isQuoted ? at + 1 : at;
    const to = isQuoted ? html.indexOf(quote === QUOTE ? '"' : "'", from) : valueEnd(html, from);
    // The page ends within the value, so this is no tag.
    if (to < 0) return html.length;
    at = isQuoted ? to + 1 : to;
    if (nameLength < 2 || nameLength > 4) continue;
    const name = html.slice(start, start + nameLength).toLowerCase();
    if (NAMES.has(name)) tell(name as LinkAttribute, from, to);
  }
  const name = nameEnd - open <= 7 ? html.slice(open + 1, nameEnd).toLowerCase() : '';
  return TEXT_ONLY.has(name) ? textEnd(html, name, at) : at;
}

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const CLOSE = 0x3e;

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function isEnd(code: number): boolean {
  return code === SLASH || code === CLOSE;
}

/** Where the name of an attribute ends. */
function nameEndFrom(html: string, from: number): number {
  let at = from;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === EQUALS || isSpace(code) || isEnd(code)) break;
    at += 1;
  }
  return at;
}

function skipSpace(html: string, from: number): number {
  let at = from;
  while (isSpace(html.charCodeAt(at))) at += 1;
  return at;
}

/** An unquoted value may hold slashes. */
function valueEnd(html: string, from: number): number {
  let at = from;
  while (at < html.length && !isSpace(html.charCodeAt(at)) && html.charCodeAt(at) !== CLOSE) at += 1;
  return at;
}

function after(html: string, text: string, from: number): number {
  const found = html.indexOf(text, from);
  return found < 0 ? html.length : found + text.length;
}

function textEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

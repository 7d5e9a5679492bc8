import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import sanitizeHtml from 'sanitize-html';
import type { SiteMessages } from '../i18n/en.ts';
import { showInvisibles } from '../model/invisibles.ts';
import { isJoin } from '../model/line-joins.ts';
import { joinWords } from '../model/words.ts';
import { markupOf } from '../views/html/html.ts';
import { MAIN_TEXT } from '../views/html/prose.ts';
import { ALERT_LINE, ALERTS } from './alerts.ts';
import { markWholeNames } from './whole-names.ts';

const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false })
  .use(cjkFriendly)
  .use(markAlerts)
  .use(joinSoftBreaks);
// A bare address of the web is a link, as in GitHub's Markdown; a name with a dot in it, such as a file's, is not.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false }).add('ftp:', null).add('//', null).add('mailto:', null);

/** Makes an element with a mark of `> [!NOTE]`; the mark goes through cleaning, and gets its words when all is clean. */
function markAlerts(parser: InstanceType<typeof MarkdownIt>): void {
  parser.core.ruler.after('block', 'curlew-alerts', ({ tokens }) => {
    tokens.forEach((token, at) => {
      const words = tokens[at + 2];
      if (token.type !== 'blockquote_open' || tokens[at + 1]?.type !== 'paragraph_open' || !words) return;
      const match = ALERT_LINE.exec(words.content);
      const name = match?.[1]?.toUpperCase() ?? '';
      if (!match || !ALERTS.has(name)) return;
      words.content = words.content.slice(match[0].length);
      const end = tokens.findIndex((one, after) => after > at && one.level === token.level && one.nesting < 0);
      for (const one of [token, tokens[end]]) if (one) one.tag = 'div';
      token.attrSet(ALERT_MARK, name);
    });
  });
}

/** A line break of the source is no space between Chinese characters, also where one of them is in markup. */
function joinSoftBreaks(parser: InstanceType<typeof MarkdownIt>): void {
  parser.core.ruler.push('curlew-line-joins', ({ tokens }) => {
    for (const { children } of tokens) {
      children?.forEach((token, at) => {
        if (token.type !== 'softbreak') return;
        const before = nextSpoken(children, at, -1);
        const after = nextSpoken(children, at, 1);
        if (before?.type !== 'text' || after?.type !== 'text' || !isJoin(before.content, after.content)) return;
        token.type = 'text';
      });
    }
  });
}

/** The nearest on one side that is spoken; a paragraph may have thousands of tokens, so none is copied. */
function nextSpoken(tokens: readonly Spoken[], at: number, step: 1 | -1): Spoken | undefined {
  for (let to = at + step; ; to += step) {
    const token = tokens[to];
    if (!token || isSpoken(token)) return token;
  }
}

interface Spoken {
  readonly nesting: number;
  readonly content: string;
  readonly type: string;
}

/** Not the begin or the end of what stands around words. */
function isSpoken({ nesting, content, type }: Spoken): boolean {
  return nesting === 0 && (type !== 'text' || content !== '');
}

/** Headings of a description lie below the page's own: of its main text below the title, of others below a section's. */
const FIRST_HEADING = { main: 2, part: 3 } as const;

/** Names what an alert is, until it has its title. */
export const ALERT_MARK = 'data-alert';

const TAGS = [
  ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'kbd', 'samp', 'var', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption'],
  ...['a', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'ins', 'mark', 'small', 'sub', 'sup', 'abbr', 'q', 'cite'],
  ...['details', 'summary', 'div', 'span', 'ruby', 'rt', 'rp', 'bdi', 'wbr', 'figure', 'figcaption'],
];

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: TAGS,
  allowedAttributes: {
    a: ['href', 'title', 'rel', 'data-host'],
    abbr: ['title'],
    details: ['open'],
    div: [{ name: ALERT_MARK, values: [...ALERTS.keys()] }],
    ol: ['start', 'type'],
    td: ['colspan', 'rowspan', 'align'],
    th: ['colspan', 'rowspan', 'align', 'scope'],
    '*': ['id', 'lang', 'dir'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // The text inside these is code for a browser, never prose.
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'svg', 'math', 'iframe', 'object'],
  nestingLimit: 200,
  transformTags: {
    // An image of another host would tell it who reads, so it becomes a link (security: no beacons).
    img: (_tag, attributes) => {
      const alt = attributes.alt || attributes.src || '';
      const href = safeUrl(attributes.src);
      return href ? { tagName: 'a', attribs: outbound(href), text: alt } : { tagName: 'span', attribs: {}, text: alt };
    },
    a: (_tag, attributes): sanitizeHtml.Tag => {
      const { href, title, id } = attributes;
      const kept: sanitizeHtml.Attributes = { ...(title ? { title } : {}), ...(id ? { id } : {}) };
      if (href?.startsWith('#')) return { tagName: 'a', attribs: { ...kept, href: `#${prefixed(href.slice(1))}` } };
      const url = safeUrl(href);
      return url
        ? { tagName: 'a', attribs: { ...kept, ...outbound(url) } }
        : { tagName: 'span', attribs: id ? { id } : ({} as sanitizeHtml.Attributes) };
    },
    // Runs after the others, for every tag.
    '*': (tag, attributes) => {
      const { id, ...rest } = attributes;
      return { tagName: tag, attribs: id ? { ...rest, id: prefixed(id) } : rest };
    },
  },
};

/** A link to another site: it vouches for nothing, tells nothing, and shows where it leads. */
function outbound(href: string): sanitizeHtml.Attributes {
  const { host } = new URL(href);
  return { href, rel: 'noopener noreferrer nofollow', ...(host ? { 'data-host': host } : {}) };
}

function prefixed(id: string): string {
  return MAIN_TEXT + id;
}

/**
 * Lets a URL of a description through when a reader may be led there.
 *
 * @returns the URL in its normal form, its host in punycode; `undefined` when it is to be shown as text
 */
export function safeUrl(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url.trim())) return undefined;
  const parsed = new URL(url.trim());
  const allowed = ['http:', 'https:', 'mailto:'].includes(parsed.protocol);
  return allowed && !parsed.username && !parsed.password ? parsed.href : undefined;
}

/**
 * One line in which nothing can mean anything to Markdown or HTML, or be written another way. Most descriptions are,
 * and parsing and cleaning them takes fifty times as long.
 */
const PLAIN = /^(?!.*:\/\/)\p{L}[\p{L}\p{N} .,:;()'/?!%+，。、；：（）？！-]*(?<! )$/u;

const rendered = new Map<string, string>();

/**
 * Renders the Markdown of a description: CommonMark with tables, raw HTML cleaned by an allow-list after
 * everything that can add HTML.
 *
 * @param words - the titles of alerts are among them; without them an alert is an element with the mark alone
 * @param place - what the ids of its headings and anchors begin with; without one they have none, as the same
 *   text may stand on a page several times
 * @param leadOn - where a fragment leads that names nothing in the text, as Redoc's `#tag/Pets`
 * @returns HTML that is safe to put into a page as it is
 */
export function renderMarkdown(text: string, words?: SiteMessages, place?: string, leadOn?: LeadOn): string {
  let html = rendered.get(text);
  if (html === undefined) {
    html = PLAIN.test(text)
      ? `<p>${showInvisibles(text)}</p>`
      : markWholeNames(
          withScrollingTables(withHostOnce(showInvisibles(sanitizeHtml(markdown.render(text), OPTIONS)))),
        ).trim();
    rendered.set(text, html);
  }
  // Most texts have nothing of the kind, and then all places share one string.
  if (!OPEN.test(html)) return html;
  const titled = words ? withAlertTitles(html, words) : html;
  return settleAnchors(settleHeadings(titled, FIRST_HEADING[place === MAIN_TEXT ? 'main' : 'part']), place, leadOn);
}

/** @param fragment - without its `#`; @returns the address of a page of ours */
export type LeadOn = (fragment: string) => string | undefined;

/** The headings that the main text of a page can be linked to by, as `joinWords` has their words. */
export function headingsOf(text: string): Set<string> {
  return new Set(mainHeadings(text).map(({ slug }) => slug.slice(MAIN_TEXT.length)));
}

/** The headings of the main text of a page: their ids, what they say, and their levels from 2 on. */
export function mainHeadings(text: string): { readonly slug: string; readonly text: string; readonly depth: number }[] {
  const found = renderMarkdown(text, undefined, MAIN_TEXT).matchAll(/<h(\d) id="([^"]*)">([\s\S]*?)<\/h\1>/g);
  return [...found].map(([, level, slug = '', label = '']) => ({
    slug,
    text: plainAttribute(label.replace(/<[^>]*>/g, '')).trim(),
    depth: Number(level),
  }));
}

/** What each place has in its own way. */
const OPEN = new RegExp(`<h\\d| id="| href="#| ${ALERT_MARK}="`);

const MARKED = new RegExp(`<div ([^>]*)${ALERT_MARK}="(\\w+)"([^>]*)>(?:\\s*<p></p>)?`, 'g');

/** Alerts as they are in guides. */
function withAlertTitles(html: string, words: SiteMessages): string {
  return html.replace(MARKED, (whole, before: string, name: string, after: string) => {
    const alert = ALERTS.get(name);
    if (!alert) return whole;
    const attributes = `${before}class="aside aside-${alert.look}" role="note"${after}`;
    return `<div ${attributes}><p class="aside-title">${markupOf(String(words[alert.title]))}</p>`;
  });
}

/** What comes in is clean, so every tag is whole and every attribute quoted. */
function settleAnchors(html: string, place: string | undefined, leadOn: LeadOn = () => undefined): string {
  const ids = new Map<string, string>();
  const settled = (place === undefined ? html : withHeadingIds(html)).replace(/ id="([^"]*)"/g, (_, id: string) => {
    if (place === undefined || ids.has(id)) return '';
    ids.set(id, place + id.slice(prefixed('').length));
    return ` id="${ids.get(id)}"`;
  });
  const linked = settled.replace(
    /<a ((?:[^>]* )?)href="#([^"]*)"([^>]*)>([\s\S]*?)<\/a>/g,
    (_, before: string, id: string, after: string, label: string) => {
      const within = ids.get(id);
      const href = within === undefined ? leadOn(plainAttribute(id.slice(MAIN_TEXT.length))) : `#${within}`;
      // A link to nothing is shown as its text.
      return href === undefined ? label : `<a ${before}href="${href}"${after}>${label}</a>`;
    },
  );
  // The link to a heading is the heading itself, where it holds no other.
  return linked.replace(/<(h\d) id="([^"]*)">([\s\S]*?)<\/\1>/g, (whole, tag: string, id: string, label: string) =>
    /<a\s/.test(label) ? whole : `<${tag} id="${id}"><a class="anchor" href="#${id}">${label}</a></${tag}>`,
  );
}

function plainAttribute(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function withHeadingIds(html: string): string {
  const taken = new Set([...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]));
  return html.replace(/<(h\d)>([\s\S]*?)<\/\1>/g, (_, tag: string, label: string) => {
    const plain = prefixed(joinWords(label.replace(/<[^>]*>|&[^;]*;/g, ' ')) || 'section');
    let id = plain;
    for (let number = 2; taken.has(id); number += 1) id = `${plain}-${number}`;
    taken.add(id);
    return `<${tag} id="${id}">${label}</${tag}>`;
  });
}

/** Puts the headings of a text below those around it, whatever levels it uses, and leaves out none in between. */
function settleHeadings(html: string, first: number): string {
  const used = [...new Set([...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level)))].sort();
  const open: number[] = [];
  let last = first - 1;
  return html.replace(/<(\/?)h([1-6])(?=[ >])/g, (_whole, slash: string, level: string) => {
    if (slash) return `</h${open.pop() ?? first}`;
    last = Math.min(first + used.indexOf(Number(level)), last + 1, 6);
    open.push(last);
    return `<h${last}`;
  });
}

/** A link whose text is its address shows where it leads already. */
function withHostOnce(html: string): string {
  return html.replace(/ data-host="([^"]*)">(?=https?:\/\/\1(?:[/?#][^<]*)?<\/a>)/g, '>');
}

/** Tables scroll by themselves on narrow screens, by keyboard too. */
function withScrollingTables(html: string): string {
  return html.replace(/<table\b/g, '<div class="table" tabindex="0"><table').replace(/<\/table>/g, '</table></div>');
}

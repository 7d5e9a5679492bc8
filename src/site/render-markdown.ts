import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import sanitizeHtml from 'sanitize-html';
import { showInvisibles } from '../model/invisibles.ts';

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false }).use(cjkFriendly);

/** Headings of a description lie below the page's own: of its main text below the title, of others below a section's. */
const FIRST_HEADING = { main: 2, part: 3 } as const;

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

/** Ids of a description can't meet those the page makes. */
function prefixed(id: string): string {
  return `text-${id}`;
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

const rendered = new Map<string, string>();

/**
 * Renders the Markdown of a description: CommonMark with tables, raw HTML cleaned by an allow-list after
 * everything that can add HTML.
 *
 * @param isMain - the one text of a page whose ids, and links to them, stay; elsewhere the same text may stand
 *   on a page several times
 * @returns HTML that is safe to put into a page as it is
 */
export function renderMarkdown(text: string, isMain = false): string {
  const place = isMain ? 'main' : 'part';
  const key = `${place}:${text}`;
  let html = rendered.get(key);
  if (html === undefined) {
    const clean = showInvisibles(sanitizeHtml(markdown.render(text), OPTIONS));
    html = withScrollingTables(settleHeadings(settleAnchors(clean, isMain), FIRST_HEADING[place])).trim();
    rendered.set(key, html);
  }
  return html;
}

/** What comes in is clean, so every tag is whole and every attribute quoted. */
function settleAnchors(html: string, keep: boolean): string {
  const ids = new Set<string>();
  const settled = html.replace(/ id="([^"]*)"/g, (whole, id: string) => {
    if (!keep || ids.has(id)) return '';
    ids.add(id);
    return whole;
  });
  // A link to nothing is shown as its text.
  return settled.replace(/<a (?:[^>]* )?href="#([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (whole, id: string, label: string) =>
    ids.has(id) ? whole : label,
  );
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

/** Tables scroll by themselves on narrow screens, by keyboard too. */
function withScrollingTables(html: string): string {
  return html.replace(/<table\b/g, '<div class="table" tabindex="0"><table').replace(/<\/table>/g, '</table></div>');
}

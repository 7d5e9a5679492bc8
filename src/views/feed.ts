import { xml } from './sitemap.ts';

/** A guide with a date, all addresses whole. */
export interface FeedItem {
  readonly title: string;
  readonly description?: string | undefined;
  readonly url: string;
  /** `2026-01-31` */
  readonly date: string;
}

export interface FeedFacts {
  readonly title: string;
  readonly description: string;
  readonly locale: string;
  /** Of the home page, and of the feed itself. */
  readonly home: string;
  readonly self: string;
}

/** As many of the newest as readers of feeds keep. */
const MOST_ITEMS = 50;

/** The newest guides as RSS 2.0, the newest first. @see https://www.rssboard.org/rss-specification */
export function feedText({ title, description, locale, home, self }: FeedFacts, items: readonly FeedItem[]): string {
  const newest = items.toSorted((one, other) => compare(other.date, one.date) || compare(one.url, other.url));
  const rows = newest
    .slice(0, MOST_ITEMS)
    .map((one) =>
      [
        '<item>',
        element('title', one.title),
        element('link', one.url),
        element('guid', one.url),
        element('pubDate', dayOf(one.date)),
        ...(one.description ? [element('description', one.description)] : []),
        '</item>\n',
      ].join(''),
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
${element('title', title)}
${element('link', home)}
${element('description', description)}
${element('language', locale)}
<atom:link href="${xml(self)}" rel="self" type="application/rss+xml"/>
${rows.join('')}</channel>
</rss>
`;
}

function element(name: string, text: string): string {
  return `<${name}>${xml(text.replace(/\s+/g, ' ').trim())}</${name}>`;
}

/** RFC 822, in English everywhere. */
function dayOf(date: string): string {
  return new Date(`${date}T00:00:00Z`).toUTCString();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

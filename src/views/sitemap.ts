/** A page by its addresses, each whole. */
export interface SitemapPage {
  readonly url: string;
  /** In every language it is translated into, its own included; fewer than two say nothing. */
  readonly alternates: readonly { readonly locale: string; readonly url: string }[];
}

/** Far below the 50,000 addresses and 50 MB that a file may have, since each names the other languages too. */
export const PAGES_PER_SITEMAP = 10_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** One file of a sitemap. @see https://www.sitemaps.org/protocol.html */
export function sitemapText(pages: readonly SitemapPage[]): string {
  const rows = pages.map(({ url, alternates }) => {
    const others = alternates.length < 2 ? [] : alternates;
    const links = others.map(
      (one) => `<xhtml:link rel="alternate" hreflang="${xml(one.locale)}" href="${xml(one.url)}"/>`,
    );
    return `<url><loc>${xml(url)}</loc>${links.join('')}</url>\n`;
  });
  return `${HEAD}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${rows.join('')}</urlset>\n`;
}

/** The file that names the others. */
export function sitemapIndexText(urls: readonly string[]): string {
  const rows = urls.map((url) => `<sitemap><loc>${xml(url)}</loc></sitemap>\n`);
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${rows.join('')}</sitemapindex>\n`;
}

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

/** Text for XML 1.0, as an element holds it or an attribute; what XML can't hold is left out. */
export function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (char) => ENTITIES.get(char) ?? char);
}

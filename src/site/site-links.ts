import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { scanHtml } from './scan-html.ts';

/** A fault of a written page. */
export type LinkFault = {
  /** The page's path on the site, `/start/`. */
  readonly page: string;
  /** The page's file, relative to the site. */
  readonly file: string;
  /** Where the attribute's value stands in that file. */
  readonly offset: number;
} & (
  | { readonly kind: 'id-repeated'; readonly id: string }
  | { readonly kind: 'link-malformed'; readonly href: string }
  | { readonly kind: 'link-dead'; readonly href: string; readonly path: string }
  | { readonly kind: 'fragment-dead'; readonly href: string; readonly path: string; readonly fragment: string }
);

export interface SiteLinks {
  /** In the order of the files, each once a page. */
  readonly faults: readonly LinkFault[];
  /** The ids of each page, by its path. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** The paths of every page and file of the site. */
  readonly paths: ReadonlySet<string>;
}

interface Attribute {
  readonly value: string;
  readonly offset: number;
}

interface PageFacts {
  readonly page: string;
  readonly file: string;
  readonly ids: ReadonlySet<string>;
  readonly repeated: readonly Attribute[];
  /** Each address once, where it stands first. */
  readonly links: readonly Attribute[];
}

/**
 * Reads the written site, and finds ids that a page has twice and links that lead nowhere.
 *
 * @param base - the path the site lies under, with a slash at both ends
 */
export async function readSiteLinks(outDir: string, base: string): Promise<SiteLinks> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(outDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const pages: PageFacts[] = [];
  const keep = keepOnce();
  // One by one: all pages of a large site together would be the most that a build holds at a time.
  for (const name of files.filter((file) => file.endsWith('.html'))) {
    pages.push(readPage(name, base, readFileSync(join(outDir, name), 'utf8'), keep));
  }
  const ids = new Map(pages.map((one) => [one.page, one.ids]));
  const paths = new Set([...ids.keys(), ...files.map((name) => base + name)]);
  const follow = keepTargets();
  return { faults: pages.flatMap((page) => faultsOf(page, ids, paths, follow)), ids, paths };
}

/** Follows links; those that lead to the same place from every page stand on many, and are followed once. */
function keepTargets(): typeof followLink {
  const targets = new Map<string, ReturnType<typeof followLink>>();
  return (href, page) => {
    if (!/^\/(?!\/)/.test(href)) return followLink(href, page);
    const target = targets.get(href) ?? followLink(href, page);
    targets.set(href, target);
    return target;
  };
}

function faultsOf(
  facts: PageFacts,
  ids: SiteLinks['ids'],
  paths: ReadonlySet<string>,
  follow: typeof followLink,
): LinkFault[] {
  const { page, file } = facts;
  const links = facts.links.flatMap(({ value: href, offset }): LinkFault[] => {
    const at = { page, file, offset, href };
    const target = follow(href, page);
    if (target === 'malformed') return [{ ...at, kind: 'link-malformed' }];
    if (target === 'elsewhere') return [];
    const { path, fragment } = target;
    if (!paths.has(path)) return [{ ...at, kind: 'link-dead', path }];
    const targetIds = ids.get(path);
    // `#try` opens the console, and a fragment may name a text to find; neither is an element.
    if (!fragment || !targetIds || /^try(=|$)|^:~:/.test(fragment) || targetIds.has(fragment)) return [];
    return [{ ...at, kind: 'fragment-dead', path, fragment }];
  });
  return [
    ...facts.repeated.map(({ value: id, offset }): LinkFault => ({ kind: 'id-repeated', page, file, offset, id })),
    ...links,
  ];
}

/** Where a link on a page leads: a path of this site with a fragment, which may be empty, both decoded. */
export function followLink(
  href: string,
  page: string,
): { readonly path: string; readonly fragment: string } | 'elsewhere' | 'malformed' {
  try {
    const target = new URL(href, `http://site.invalid${page}`);
    if (target.origin !== 'http://site.invalid') return 'elsewhere';
    return { path: decodeURI(target.pathname), fragment: decodeURIComponent(target.hash.slice(1)) };
  } catch {
    return 'malformed';
  }
}

/** Our pages are well-formed, so a scan of the tags is enough; an owner's pages are read as well as that goes. */
function readPage(file: string, base: string, html: string, keep: (piece: string) => string): PageFacts {
  const ids = new Set<string>();
  const repeated: Attribute[] = [];
  const links = new Map<string, Attribute>();
  // Most addresses were on the page before.
  const known = new Set<string>();
  scanHtml(html, (name, offset, end) => {
    const written = html.slice(offset, end);
    if (name === 'id') {
      const value = keep(decodeEntities(written));
      if (ids.has(value)) repeated.push({ value, offset });
      else ids.add(value);
      return;
    }
    if (known.has(written)) return;
    known.add(written);
    const value = decodeEntities(written);
    if (!links.has(value)) links.set(value, { value, offset });
  });
  const left = [...links.values()].filter(({ value }) => !isOnPage(value, ids));
  return {
    page: (base + file).replace(/(^|\/)index\.html$/, '$1'),
    file,
    ids,
    repeated,
    links: left.map(({ value, offset }) => ({ value: keep(value), offset })),
  };
}

/** Most links of a page of fields lead to one of them, and need no longer look. */
function isOnPage(href: string, ids: ReadonlySet<string>): boolean {
  return href.startsWith('#') && ids.has(href.slice(1)) && !href.includes('%');
}

/**
 * Gives a copy of a piece of a text, which by itself keeps the whole text, here a page, in memory. Most ids and
 * addresses stand on many pages, and are copied once.
 */
function keepOnce(): (piece: string) => string {
  const copies = new Map<string, string>();
  return (piece) => {
    const known = copies.get(piece);
    if (known !== undefined) return known;
    const copy = Buffer.from(piece, 'utf16le').toString('utf16le');
    copies.set(copy, copy);
    return copy;
  };
}

const ENTITIES = new Map([
  ['&amp;', '&'],
  ['&#38;', '&'],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#39;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
]);

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:amp|#38|quot|#34|#39|lt|gt);/g, (entity) => ENTITIES.get(entity) ?? entity);
}

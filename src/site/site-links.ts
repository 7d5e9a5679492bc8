import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files-below.ts';
import { scanHtml } from './scan-html.ts';

/** A fault of a written page. */
export type LinkFault = {
  /** The page's path on the site, `/start/`. */
  readonly page: string;
  /** The page's file, relative to the site. */
  readonly file: string;
  /** Where the attribute's value stands in that file. */
  readonly offset: number;
} & ({ readonly kind: 'id-repeated'; readonly id: string } | DeadLink);

export interface SiteLinks {
  /** In the order of the files, each once a page. */
  readonly faults: readonly LinkFault[];
  /** The ids of a page, by its path. */
  readonly idsOf: (path: string) => ReadonlySet<string> | undefined;
  /** The paths of every page and file of the site. */
  readonly paths: ReadonlySet<string>;
}

interface Attribute {
  readonly value: string;
  readonly offset: number;
}

/** A page as it was written. */
interface PageFacts {
  readonly ids: ReadonlySet<string>;
  readonly repeated: readonly Attribute[];
  /** Each address once, where it stands first; none of the page's own ids. */
  readonly links: readonly Attribute[];
}

/** A page of which only the addresses are known until more is asked for. */
interface LinkedPage {
  readonly page: string;
  readonly file: string;
  readonly known: readonly string[] | undefined;
  readonly read: () => PageFacts;
}

/** What a build knows of the links of pages, as it wrote them or took them over, and leaves for the next one. */
export interface KnownLinks {
  /** The addresses on a page that has no id twice. @param file - relative to the site */
  linksOf(file: string): readonly string[] | undefined;
  noteLinks(file: string, links: readonly string[]): void;
}

/**
 * Reads the addresses on pages while they are at hand, which saves reading them again from the disk.
 *
 * @returns nothing for a page with an id twice, whose place has to be told
 */
export function openLinkReader(): (html: string) => readonly string[] | undefined {
  const keep = keepOnce();
  return (html) => {
    const { repeated, links } = readPage(html);
    return repeated.length === 0 ? links.map(({ value }) => keep(value)) : undefined;
  };
}

/**
 * Reads the written site, and finds ids that a page has twice and links that lead nowhere.
 *
 * @param base - the path the site lies under, with a slash at both ends
 * @param last - saves reading pages again, and is told of those that were read
 */
export async function readSiteLinks(outDir: string, base: string, last?: KnownLinks): Promise<SiteLinks> {
  const files = filesBelow(outDir).sort();
  const keep = keepOnce();
  const pages = new Map<string, LinkedPage>();
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const page = (base + file).replace(/(^|\/)index\.html$/, '$1');
    const known = last?.linksOf(file);
    let facts: PageFacts | undefined;
    const read = (): PageFacts => {
      facts ??= keepFacts(readPage(readFileSync(join(outDir, file), 'utf8')), keep);
      return facts;
    };
    pages.set(page, { page, file, known, read });
    // One by one: all pages of a large site together would be the most that a build holds at a time.
    const links = known ?? read().links.map(({ value }) => value);
    last?.noteLinks(file, links);
  }
  const idsOf = (path: string): ReadonlySet<string> | undefined => pages.get(path)?.read().ids;
  const paths = new Set([...pages.keys(), ...files.map((name) => base + name)]);
  const follow = keepTargets();
  const isDead = (href: string, page: string): boolean =>
    deadLink(href, follow(href, page), paths, idsOf) !== undefined;
  const faults = [...pages.values()].flatMap((one) => {
    const isFine = one.known?.every((href) => !isDead(href, one.page)) ?? false;
    return isFine ? [] : faultsOf(one, (href) => deadLink(href, follow(href, one.page), paths, idsOf));
  });
  return { faults, idsOf, paths };
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

type DeadLink =
  | { readonly kind: 'link-malformed'; readonly href: string }
  | { readonly kind: 'link-dead'; readonly href: string; readonly path: string }
  | { readonly kind: 'fragment-dead'; readonly href: string; readonly path: string; readonly fragment: string };

/** What is wrong with a link, if anything is. @param target - where it leads */
function deadLink(
  href: string,
  target: ReturnType<typeof followLink>,
  paths: ReadonlySet<string>,
  idsOf: SiteLinks['idsOf'],
): DeadLink | undefined {
  if (target === 'malformed') return { kind: 'link-malformed', href };
  if (target === 'elsewhere') return undefined;
  const { path, fragment } = target;
  if (!paths.has(path)) return { kind: 'link-dead', href, path };
  // `#try` opens the console, and a fragment may name a text to find; neither is an element.
  if (!fragment || /^try(=|$)|^:~:/.test(fragment)) return undefined;
  return (idsOf(path)?.has(fragment) ?? true) ? undefined : { kind: 'fragment-dead', href, path, fragment };
}

function faultsOf({ page, file, read }: LinkedPage, faultOf: (href: string) => DeadLink | undefined): LinkFault[] {
  const { repeated, links } = read();
  return [
    ...repeated.map(({ value: id, offset }): LinkFault => ({ kind: 'id-repeated', page, file, offset, id })),
    ...links.flatMap(({ value, offset }): LinkFault[] => {
      const fault = faultOf(value);
      return fault ? [{ page, file, offset, ...fault }] : [];
    }),
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
function readPage(html: string): PageFacts {
  const ids = new Set<string>();
  const repeated: Attribute[] = [];
  const links = new Map<string, Attribute>();
  scanHtml(html, (name, offset, end) => {
    const value = decodeEntities(html.slice(offset, end));
    if (name === 'id') {
      if (ids.has(value)) repeated.push({ value, offset });
      else ids.add(value);
      return;
    }
    if (!links.has(value)) links.set(value, { value, offset });
  });
  return { ids, repeated, links: [...links.values()].filter(({ value }) => !isOnPage(value, ids)) };
}

/** Most links of a page of fields lead to one of them, and need no longer look. */
function isOnPage(href: string, ids: ReadonlySet<string>): boolean {
  return href.startsWith('#') && ids.has(href.slice(1)) && !href.includes('%');
}

/** The same in texts of their own. */
function keepFacts({ ids, repeated, links }: PageFacts, keep: (piece: string) => string): PageFacts {
  const kept = ({ value, offset }: Attribute): Attribute => ({ value: keep(value), offset });
  return { ids: new Set([...ids].map(keep)), repeated: repeated.map(kept), links: links.map(kept) };
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

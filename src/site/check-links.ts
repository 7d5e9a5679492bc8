import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

interface PageFacts {
  /** The page's path on the site, `/start/`. */
  readonly url: string;
  readonly ids: ReadonlySet<string>;
  readonly repeatedIds: readonly string[];
  readonly links: readonly string[];
}

/**
 * Checks the written site: every link and fragment to a page of its own leads somewhere, and no page has an
 * id twice.
 *
 * @param base - the path the site lies under, with a slash at both ends
 * @returns an error per fault, by page
 */
export async function checkLinks(outDir: string, base: string): Promise<Diagnostic[]> {
  const files = (await readdir(outDir, { recursive: true })).map((name) => name.split(sep).join('/')).sort();
  const known = new Set(files.map((name) => base + name));
  const pages = await Promise.all(
    files
      .filter((name) => name.endsWith('.html'))
      .map(async (name) => readPage(base + name, await readFile(join(outDir, name), 'utf8'))),
  );
  const ids = new Map(pages.map((page) => [page.url, page.ids]));
  return pages.flatMap((page) => [
    ...page.repeatedIds.map((id) =>
      fault('id-repeated', page.url, `The id "${id}" stands more than once on ${page.url}.`),
    ),
    ...page.links.flatMap((link) => {
      const target = new URL(link, `http://site.invalid${page.url}`);
      if (target.origin !== 'http://site.invalid') return [];
      const path = decodeURI(target.pathname);
      const fragment = decodeURIComponent(target.hash.slice(1));
      const targetIds = ids.get(path);
      if (!targetIds && !known.has(path)) {
        return [fault('link-dead', page.url, `${page.url} links to ${path}, but the site has no such page.`)];
      }
      // `#try` opens the console and names no element.
      if (!fragment || /^try(=|$)/.test(fragment) || !targetIds || targetIds.has(fragment)) return [];
      return [
        fault('fragment-dead', page.url, `${page.url} links to ${path}#${fragment}, but nothing there has that id.`),
      ];
    }),
  ]);
}

function fault(code: string, page: string, message: string): Diagnostic {
  return {
    code,
    severity: 'error',
    message,
    fix: code === 'id-repeated' ? `Rename one of the two on ${page}.` : 'Correct the link, or add what it leads to.',
  };
}

/** Our pages are well-formed and every attribute is quoted, so a scan of the tags is enough. */
function readPage(path: string, html: string): PageFacts {
  const ids = new Set<string>();
  const repeatedIds: string[] = [];
  const links: string[] = [];
  for (const [tag] of html.matchAll(/<[a-z][^\s>]*(?:\s+[^\s=>]+(?:=(?:"[^"]*"|[^\s">]+))?)*\s*\/?>/gi)) {
    const id = attribute(tag, 'id');
    if (id !== undefined && ids.has(id)) repeatedIds.push(id);
    if (id !== undefined) ids.add(id);
    const href = attribute(tag, 'href') ?? attribute(tag, 'src');
    if (href !== undefined && !/^(mailto|data|blob):/i.test(href)) links.push(href);
  }
  return { url: path.replace(/(^|\/)index\.html$/, '$1'), ids, repeatedIds, links };
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}=(?:"([^"]*)"|([^\\s">]+))`, 'i').exec(tag);
  const text = value?.[1] ?? value?.[2];
  return text
    ?.replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&')
    .replaceAll('&#34;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}

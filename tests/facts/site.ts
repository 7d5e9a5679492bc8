import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type HtmlPage, readPage } from './page.ts';
import type { SeenPage, Shown } from './seen.ts';
import { fold, SeenText } from './text.ts';

/**
 * Opens the pages of one description on a built site.
 *
 * @param folder - the site
 * @param reference - where the description's pages lie: `/reference/` or `/reference/pets/`
 * @param change - applied to the HTML before it is read
 */
export function openSite(folder: string, reference = '/reference/', change = (html: string): string => html): Shown {
  const pages = new Map<string, HtmlPage>();
  const root = join(folder, ...reference.split('/'));
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('index.html')) continue;
    const id = reference + name.slice(0, -'index.html'.length).split(sep).join('/');
    const page = readPage(change(readFileSync(join(root, name), 'utf8')), id);
    const attached = page.links
      .filter((link) => link.endsWith('.txt'))
      .map((link) => new SeenText(readFileSync(join(folder, link), 'utf8')));
    pages.set(id, attached.length > 0 ? { ...page, attached } : page);
  }
  return shownBy(pages, (id) => id.slice(reference.length));
}

/** @param pathOf - of a page below its reference */
export function shownBy(pages: ReadonlyMap<string, HtmlPage>, pathOf: (id: string) => string): Shown {
  const kindOf = (id: string): string => /^(schemas|webhooks|tags)\//.exec(pathOf(id))?.[1] ?? '';
  const operations = new Map<string, SeenPage>();
  const webhooks: HtmlPage[] = [];
  const overview: SeenPage[] = [];
  for (const [id, page] of pages) {
    const kind = kindOf(id);
    if (kind === 'webhooks' && pathOf(id) !== 'webhooks/') webhooks.push(page);
    else if (kind === '' && page.endpoint !== '') operations.set(page.endpoint, page);
    else if (kind !== 'schemas' || pathOf(id) === 'schemas/') overview.push(page);
  }
  return {
    operation: (method, path) => operations.get(compact(method + path)),
    webhook: (method, name) => webhooks.find(({ endpoint }) => endpoint === compact(method + name)),
    overview,
    schema: (link) => (kindOf(link) === 'schemas' ? pages.get(link) : undefined),
  };
}

function compact(text: string): string {
  return fold(text).replace(/\s+/g, '');
}

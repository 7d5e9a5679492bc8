import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { guidePages, twinName } from './guide-pages.ts';
import type { OwnerPages } from './owner-pages.ts';
import { SRC } from './package-folder.ts';
import type { SiteData } from './site-data.ts';

/** A page that Astro is told of; `pattern` is as in Astro's own names of files. */
export interface PageRoute {
  readonly pattern: string;
  /** The file, absolute. */
  readonly entrypoint: string;
}

const PAGES = join(SRC, 'pages');

/** Every page and file of ours, as Astro's own routing would have it. */
const ROUTES = pageFiles(PAGES).map((file) => ({ file, pattern: routeOf(file), entrypoint: join(PAGES, file) }));

/** The page of guides and homes: it would catch every address that the owner's own pages leave. */
const GUIDES = '/[...guide]';
/** Their Markdown copies. */
const GUIDE_TWINS = `${GUIDES}.md`;
/** What tells search engines of all the site, which beside an owner's pages isn't ours to tell. */
const WHOLE_SITE = ['/[robots].txt', '/sitemap-[part].xml'];

/** Files in a folder of pages and in those below, relative and with `/`, sorted. */
export function pageFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Whether Astro leaves a file of its folder of pages alone. */
export function isHidden(file: string): boolean {
  return /(?:^|\/)(?:_|\.(?!well-known\/))/.test(file);
}

/** `reference/[...page].astro` → `/reference/[...page]`; `robots.txt.ts` → `/robots.txt`; `index.astro` → `/`. */
export function routeOf(file: string): string {
  return `/${file.replace(/\.\w+$/, '').replace(/(?:^|\/)index$/, '')}`;
}

/** What Astro finds by itself when our folder of pages is its own. */
export function fileRoutes(): PageRoute[] {
  return ROUTES.filter(({ file }) => !isHidden(file));
}

/** What Astro doesn't find by itself when our folder of pages is its own. */
export function hiddenRoutes(): PageRoute[] {
  return ROUTES.filter(({ file }) => isHidden(file));
}

/**
 * Our pages for a site that has its own beside them. Homes and pages of errors, which nobody wrote, are left
 * out where the site has one.
 */
export function routesBeside(site: SiteData, owner: OwnerPages): PageRoute[] {
  return ROUTES.flatMap(({ pattern, entrypoint }) => {
    if (pattern === GUIDES || pattern === GUIDE_TWINS) {
      return guidePages(site)
        .filter(({ path, guide }) => guide !== undefined || !owner.mayAnswer(path))
        .map((page) => ({ pattern: pattern === GUIDES ? `/${page.path}` : `/${twinName(page)}.md`, entrypoint }));
    }
    if (WHOLE_SITE.includes(pattern)) return [];
    if (/\/404$/.test(pattern) && owner.fileOf('404') !== undefined) return [];
    return { pattern, entrypoint };
  });
}

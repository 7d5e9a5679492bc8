import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import type { FilesOfPages } from '../files-of-pages.ts';
import { noteForSearch, searchNote } from '../search-notes.ts';
import { openLinkReader } from '../site-links.ts';
import { isOwners } from '../text-answers.ts';
import type { LastBuild } from './last-build.ts';

type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** What this build is, known once its code and assets are written. */
export interface ThisBuild {
  /** Where the site is made, absolute. */
  readonly fresh: string;
  /** The folder of the owner's files, absolute: what lies there Astro doesn't write. */
  readonly publicDir: string;
  /** The path that the site lies under, with a slash at both ends. */
  readonly base: string;
  /** Tells what all pages have in common. */
  readonly key: () => string;
}

/**
 * Makes only what the last build doesn't have: of the paths whose route gives a `cacheKey`, those are left out whose
 * files were taken over. Writes these pages itself, since Astro takes longer for that than for the half of many a page,
 * together with the files that they leave, and before whatever is made of those.
 */
export function reusingPrerenderer(
  usual: AstroPrerenderer,
  last: LastBuild,
  build: ThisBuild,
  files: FilesOfPages,
): AstroPrerenderer {
  const keys = new Map<string, string>();
  const folders = new Set<string>();
  const readLinks = openLinkReader();
  const write = (path: string, bytes: Uint8Array): void => {
    const file = join(build.fresh, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, bytes);
  };
  return {
    ...usual,
    setup: async () => {
      await usual.setup?.();
      last.begin(build.fresh, build.key());
    },
    getStaticPaths: async () => {
      const paths = await usual.getStaticPaths();
      const counts = new Map<string, number>();
      for (const { pathname } of paths) counts.set(plain(pathname), (counts.get(plain(pathname)) ?? 0) + 1);
      const wanted = paths.filter((path) => {
        const { pathname, cacheKey } = path;
        // Of two pages of one address Astro says which it is.
        if (cacheKey === undefined || counts.get(plain(pathname)) !== 1) return true;
        const file = fileOf(path);
        const taken = last.takeOver(file, cacheKey);
        if (!taken) {
          keys.set(file, cacheKey);
          return true;
        }
        const { rows } = taken;
        if (rows) noteForSearch(`${build.base}${plain(pathname)}/`, () => rows);
        return false;
      });
      const isPage = ({ route }: PathWithRoute): boolean => route.type === 'page';
      return [...wanted.filter(isPage), ...wanted.filter((path) => !isPage(path))];
    },
    render: async (request, options) => {
      const result = await usual.render(request, options);
      const { response, ...more } = result instanceof Response ? { response: result } : result;
      const url = decoded(new URL(request.url).pathname);
      const file = fileOf({ pathname: url?.slice(build.base.length) ?? '', route: options.routeData });
      const left = files.take(file);
      if (url === undefined || response.status !== 200 || isOwners(build, file)) return result;
      const written = left
        .filter(({ path }) => !isOwners(build, path))
        .map(({ path, text }) => ({ path, bytes: Buffer.from(text) }));
      for (const { path, bytes } of written) write(path, bytes);
      const key = keys.get(file);
      if (key === undefined) return result;
      const bytes = await bytesOf(response);
      write(file, bytes);
      // Where a file of the owner's stands in the place of one of ours, that is seen anew each time.
      if (written.length === left.length) {
        last.note(file, key, bytes, searchNote(url), written);
        const links = file.endsWith('.html') ? readLinks(bytes.toString()) : undefined;
        if (links) last.noteLinks(file, links);
      }
      // Of a page without a body Astro writes none.
      return { ...more, response: new Response(null, response) };
    },
  };
}

/** Astro hands a page over in one piece, which `arrayBuffer` would copy. */
async function bytesOf({ body }: Response): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  if (body) for await (const piece of body) pieces.push(piece);
  const [first] = pieces;
  return first && pieces.length === 1
    ? Buffer.from(first.buffer, first.byteOffset, first.byteLength)
    : Buffer.concat(pieces);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}

function plain(pathname: string): string {
  return pathname.replace(/^\/|\/$/g, '');
}

/** Where Astro writes what is at a path, where each page has a folder of its own. */
function fileOf({ pathname, route }: { pathname: string; route: Pick<PathWithRoute['route'], 'type'> }): string {
  return route.type === 'page' ? `${plain(pathname)}/index.html` : plain(pathname);
}

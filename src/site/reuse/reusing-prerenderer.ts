import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { noteForSearch, searchNote } from '../search-notes.ts';
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
 * file was taken over.
 */
export function reusingPrerenderer(usual: AstroPrerenderer, last: LastBuild, build: ThisBuild): AstroPrerenderer {
  const keys = new Map<string, string>();
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
      return paths.filter((path) => {
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
    },
    render: async (request, options) => {
      const result = await usual.render(request, options);
      const { response, ...more } = result instanceof Response ? { response: result } : result;
      const url = decoded(new URL(request.url).pathname);
      const file = url?.slice(build.base.length).replace(/\/$/, '/index.html') ?? '';
      const key = keys.get(file);
      if (url === undefined || key === undefined || response.status !== 200) return result;
      if (existsSync(join(build.publicDir, file))) return result;
      const bytes = new Uint8Array(await response.arrayBuffer());
      last.note(file, key, bytes, searchNote(url));
      return { ...more, response: new Response(bytes, response) };
    },
  };
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
function fileOf({ pathname, route }: PathWithRoute): string {
  return route.type === 'page' ? `${plain(pathname)}/index.html` : plain(pathname);
}

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeProject } from '../../../tests/project.ts';
import { openFilesOfPages } from '../files-of-pages.ts';
import { openLastBuild } from './last-build.ts';
import { reusingPrerenderer } from './reusing-prerenderer.ts';

type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

const usualCache = process.env.XDG_CACHE_HOME;
afterAll(() => {
  if (usualCache === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = usualCache;
});

const PAGE = 'reference/get-pet/index.html';
const COPY = 'reference/get-pet.md';

let root = '';
beforeEach(() => {
  root = writeProject({ 'public/robots.txt': '', 'site/old.html': '' });
  process.env.XDG_CACHE_HOME = join(root, 'cache');
});

/** One build of a page that leaves its copy; what it gave Astro to write, in order. */
async function build(name: string, { status = 200, key = 'key', page = '<p>A pet</p>' } = {}) {
  const fresh = join(root, name);
  mkdirSync(fresh);
  const place = { fresh, publicDir: join(root, 'public'), base: '/', key: () => 'build' };
  const files = openFilesOfPages(fresh, place.publicDir);
  const last = openLastBuild(join(root, 'site'), false);
  const rendered: string[] = [];
  const path = (pathname: string, type: string, cacheKey?: string): PathWithRoute =>
    ({ pathname, route: { type }, cacheKey }) as unknown as PathWithRoute;
  const usual: AstroPrerenderer = {
    name: 'usual',
    getStaticPaths: async () => [path('/llms.txt', 'endpoint'), path('/reference/get-pet', 'page', key)],
    render: async (request) => {
      const { pathname } = new URL(request.url);
      rendered.push(pathname);
      if (pathname === '/llms.txt') return new Response(files.read(COPY) ?? 'nothing');
      files.leave(PAGE, [{ path: COPY, text: '# A pet' }]);
      return new Response(page, { status });
    },
  };
  const ours = reusingPrerenderer(usual, last, place, files);
  await ours.setup?.();
  const answers = new Map<string, string>();
  for (const { pathname, route } of await ours.getStaticPaths()) {
    const url = route.type === 'page' ? `http://a.example${pathname}/` : `http://a.example${pathname}`;
    const result = await ours.render(new Request(url), { routeData: route } as never);
    answers.set(pathname, await (result instanceof Response ? result : result.response).text());
  }
  const read = (file: string): string | undefined =>
    existsSync(join(fresh, file)) ? readFileSync(join(fresh, file), 'utf8') : undefined;
  return { last, rendered, answers, read };
}

describe('a page with what goes with it', () => {
  it('is written together, before what is made of both', async () => {
    const { rendered, answers, read } = await build('fresh');
    expect(rendered).toEqual(['/reference/get-pet/', '/llms.txt']);
    expect([read(PAGE), read(COPY)]).toEqual(['<p>A pet</p>', '# A pet']);
    expect(answers.get('/llms.txt')).toBe('# A pet');
    expect(answers.get('/reference/get-pet'), 'nothing is left to write').toBe('');
  });

  it('is taken over together', async () => {
    const first = await build('site-1');
    rmSync(join(root, 'site'), { recursive: true });
    renameSync(join(root, 'site-1'), join(root, 'site'));
    first.last.close();
    const second = await build('site-2');
    expect(second.rendered).toEqual(['/llms.txt']);
    expect([second.read(PAGE), second.read(COPY)]).toEqual(['<p>A pet</p>', '# A pet']);
    expect(second.answers.get('/llms.txt')).toBe('# A pet');
    expect((await build('site-3', { key: 'other' })).rendered).toEqual(['/reference/get-pet/', '/llms.txt']);
  });

  it('is a file too, whose address Astro ends with a slash where its name is not in the route', async () => {
    const downloads = { pathname: '/openapi/pets.json/', route: { type: 'endpoint' }, cacheKey: 'key' };
    const usual = {
      name: 'usual',
      getStaticPaths: async () => [downloads],
      render: async () => new Response('{}'),
    } as unknown as AstroPrerenderer;
    const take = async (name: string): Promise<number> => {
      const place = { fresh: join(root, name), publicDir: join(root, 'public'), base: '/', key: () => 'build' };
      const last = openLastBuild(join(root, 'site'), false);
      const ours = reusingPrerenderer(usual, last, place, openFilesOfPages(place.fresh, place.publicDir));
      await ours.setup?.();
      for (const { pathname, route } of await ours.getStaticPaths()) {
        await ours.render(new Request(`http://a.example${pathname}`), { routeData: route } as never);
      }
      expect(readFileSync(join(place.fresh, 'openapi/pets.json'), 'utf8')).toBe('{}');
      rmSync(join(root, 'site'), { recursive: true });
      renameSync(place.fresh, join(root, 'site'));
      last.close();
      return last.taken.size;
    };
    expect([await take('one'), await take('two')]).toEqual([0, 1]);
  });

  it("leaves the place of an owner's file to it, and is made anew each time", async () => {
    mkdirSync(join(root, 'public/reference'));
    writeFileSync(join(root, 'public', COPY), "The owner's");
    const { last, answers, read } = await build('fresh');
    expect(read(COPY)).toBeUndefined();
    expect(answers.get('/llms.txt')).toBe('nothing');
    last.close();
    const next = openLastBuild(join(root, 'site'), false);
    next.begin(join(root, 'next'), 'build');
    expect(next.takeOver(PAGE, 'key')).toBeUndefined();
  });

  it('tells its links, which then need no second reading', async () => {
    const page = '<p id="x">A pet…</p><a href="#x">1</a><a href="/a/?b&amp;c">2</a><a href="/a/?b&#38;c">3</a>';
    const { last, read } = await build('links', { page });
    expect(last.linksOf(PAGE)).toEqual(['/a/?b&c']);
    expect(read(PAGE)).toBe(page);
    const twice = await build('twice', { page: page.repeat(2) });
    expect(twice.last.linksOf(PAGE), 'where an id stands twice the place has to be told').toBeUndefined();
  });

  it('is not written where the page failed', async () => {
    const { read } = await build('fresh', { status: 500 });
    expect([read(PAGE), read(COPY)]).toEqual([undefined, undefined]);
  });
});

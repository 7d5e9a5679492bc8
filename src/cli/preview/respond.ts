import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentType, isCompressible, SMALL } from '../../site/delivery/content-type.ts';
import { readSiteFacts, type SiteFacts } from '../../site/site-facts.ts';
import { applyHeaderRules, type HeaderRule, parseHeaderRules } from './header-rules.ts';
import { findRedirect, parseRedirectRules, type RedirectRule } from './redirect-rules.ts';

/** A built site that is being served. */
export interface Site {
  /** A real path. */
  readonly folder: string;
  /** The path that it was built for, with a slash at both ends. */
  readonly base: string;
  readonly rules: readonly HeaderRule[];
  readonly redirects: readonly RedirectRule[];
  readonly relay?: SiteFacts['relay'];
  /** What was compressed, by what it holds and how: hosts do it once too. */
  readonly squeezed: Map<string, Promise<Buffer>>;
}

/** Files that hosts read and never serve. */
const CONTROL_FILES = ['_headers', '_redirects'];
/** So many compressed files are kept. */
const MOST_SQUEEZED = 500;

const compressors = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
};

export async function openSite(folder: string): Promise<Site> {
  const real = await realpath(folder);
  const [headers = '', redirects = ''] = await Promise.all(
    CONTROL_FILES.map((name) => readFile(join(real, name), 'utf8').catch(() => '')),
  );
  return {
    folder: real,
    ...(await readSiteFacts(real)),
    rules: parseHeaderRules(headers),
    redirects: parseRedirectRules(redirects),
    squeezed: new Map(),
  };
}

/** The segments of a path, decoded; nothing when one of them could lead elsewhere. */
function splitPath(path: string): string[] | undefined {
  const segments: string[] = [];
  for (const segment of path.replace(/^\//, '').split('/')) {
    try {
      segments.push(decodeURIComponent(segment));
    } catch {
      return undefined;
    }
  }
  const last = segments.length - 1;
  const bad = segments.some(
    (name, at) => /[/\\\0]/.test(name) || name === '.' || name === '..' || (name === '' && at !== last),
  );
  return bad ? undefined : segments;
}

async function kindOf(site: Site, segments: readonly string[]): Promise<'file' | 'folder' | undefined> {
  try {
    const real = await realpath(join(site.folder, ...segments));
    const way = relative(site.folder, real);
    if (way === '..' || way.startsWith(`..${sep}`)) return undefined;
    const found = await stat(real);
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : undefined;
  } catch {
    return undefined;
  }
}

type Found = { readonly file: readonly string[]; readonly status: 200 | 404 } | { readonly redirect: string };

/** The error page of the nearest folder above an address that has one, as hosts look for it. */
async function findErrorPage(site: Site, segments: readonly string[]): Promise<Found> {
  for (let depth = segments.length - 1; depth > 0; depth -= 1) {
    const page = [...segments.slice(0, depth), '404.html'];
    if ((await kindOf(site, page)) === 'file') return { file: page, status: 404 };
  }
  return { file: ['404.html'], status: 404 };
}

async function find(site: Site, path: string): Promise<Found> {
  const { base } = site;
  // Nothing else lies on this host, so its home leads to the site.
  if (base !== '/' && ['/', base.slice(0, -1)].includes(path)) return { redirect: base };
  const segments = path.startsWith(base) ? splitPath(path.slice(base.length - 1)) : undefined;
  if (!segments) return { file: ['404.html'], status: 404 };
  return (await findPage(site, segments)) ?? findErrorPage(site, segments);
}

async function findPage(site: Site, segments: readonly string[]): Promise<Found | undefined> {
  if (CONTROL_FILES.includes(segments.join('/'))) return undefined;
  const isFolderPath = segments.at(-1) === '';
  const named = isFolderPath ? segments.slice(0, -1) : segments;
  const kind = await kindOf(site, named);
  if (kind === 'file' && !isFolderPath) return { file: named, status: 200 };
  const index = [...named, 'index.html'];
  if (kind !== 'folder' || (await kindOf(site, index)) !== 'file') return undefined;
  if (isFolderPath) return { file: index, status: 200 };
  // Made of the decoded segments, so that it is a path of this site whatever was asked for.
  return { redirect: `${[site.base.slice(0, -1), ...named.map(encodeURIComponent)].join('/')}/` };
}

function chooseEncoding(accepted: string): 'br' | 'gzip' | undefined {
  const offers = accepted.split(',').map((offer) => offer.trim().toLowerCase());
  const takes = (name: string): boolean =>
    offers.some((offer) => offer.split(';')[0]?.trim() === name && !/;\s*q=0(\.0*)?$/.test(offer));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}

function isKnown(header: string | null, tag: string): boolean {
  const known = header?.split(',').map((one) => one.trim()) ?? [];
  return known.includes('*') || known.includes(tag);
}

function cacheControl(file: readonly string[]): string {
  return file[0] === '_astro' ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate';
}

async function sendFile(site: Site, found: { file: readonly string[]; status: 200 | 404 }, request: Request) {
  const bytes = await readFile(join(site.folder, ...found.file)).catch(() => undefined);
  const type = bytes ? contentType(found.file.at(-1) ?? '') : 'text/plain; charset=utf-8';
  const content = bytes ?? Buffer.from('404 Not Found\n');
  const headers = new Headers({ 'Content-Type': type, 'Cache-Control': cacheControl(found.file) });
  // Weak, since the compressed and the plain form of a file are the same to a reader.
  const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  if (found.status === 200) headers.set('ETag', tag);
  const squeezable = isCompressible(type) && content.length >= SMALL;
  if (squeezable) headers.set('Vary', 'Accept-Encoding');
  applyHeaderRules(site.rules, new URL(request.url).pathname, headers);
  if (found.status === 200 && isKnown(request.headers.get('if-none-match'), tag)) {
    return new Response(null, { status: 304, headers });
  }
  const encoding = squeezable ? chooseEncoding(request.headers.get('accept-encoding') ?? '') : undefined;
  const body = encoding ? await squeeze(site, content, encoding, tag) : content;
  if (encoding) headers.set('Content-Encoding', encoding);
  // Texts are compressed as they go, so that only bytes of other files have a place.
  if (!squeezable) headers.set('Accept-Ranges', 'bytes');
  const range = found.status === 200 && !squeezable ? readRange(request, body.length) : undefined;
  if (range) headers.set('Content-Range', `bytes ${range === 'outside' ? '*' : range.join('-')}/${body.length}`);
  if (range === 'outside') return new Response(null, { status: 416, headers });
  const part = range ? body.subarray(range[0], range[1] + 1) : body;
  headers.set('Content-Length', String(part.length));
  const status = range ? 206 : found.status;
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(part), { status, headers });
}

/**
 * The bytes that were asked for, both ends included: players of sound and video ask for pieces, and some for nothing
 * else. Whoever asks for several pieces, or for one of a version that only a strong tag could tell, gets the whole file.
 *
 * @param size - of the whole, in bytes
 * @returns `outside` where the file has none of them; nothing where all are wanted
 * @see RFC 9110, section 14
 */
function readRange(
  { method, headers }: Request,
  size: number,
): readonly [first: number, last: number] | 'outside' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/i.exec(headers.get('range')?.trim() ?? '') ?? [];
  if (method !== 'GET' || headers.has('if-range') || (from === '' && to === '')) return undefined;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first > last ? 'outside' : [first, last];
}

function squeeze(
  { squeezed }: Site,
  content: Buffer,
  encoding: keyof typeof compressors,
  tag: string,
): Promise<Buffer> {
  const key = `${encoding} ${tag}`;
  const made = squeezed.get(key) ?? compressors[encoding](content);
  squeezed.set(key, made);
  for (const oldest of squeezed.keys()) {
    if (squeezed.size <= MOST_SQUEEZED) break;
    squeezed.delete(oldest);
  }
  return made;
}

/**
 * Answers as a CDN would that serves the site's folder: `index.html` for a folder, a redirect to its slash,
 * `404.html`, the site's own redirects and header rules, caching by content, compression for texts.
 *
 * @param request - any host; only its method, path, query and headers count
 */
export async function respond(site: Site, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response('405 Method Not Allowed\n', { status: 405, headers: { Allow: 'GET, HEAD' } });
  }
  const url = new URL(request.url);
  const moved = findRedirect(site.redirects, url);
  if (moved) return new Response(null, { status: moved.status, headers: { Location: moved.redirect } });
  const found = await find(site, url.pathname);
  if ('file' in found) return sendFile(site, found, request);
  return new Response(null, { status: 301, headers: { Location: found.redirect + url.search } });
}

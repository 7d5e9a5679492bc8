import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../../tests/project.ts';
import { onFreePort } from '../port.ts';
import { openSite, respond } from './respond.ts';
import { servePreview } from './server.ts';

const PAGE = `<!doctype html>${'<p>宠物</p>'.repeat(500)}`;

function makeSite(): string {
  const folder = writeProject({
    'secret.txt': 'secret',
    'site/index.html': '<!doctype html>home',
    'site/start/index.html': PAGE,
    'site/宠物/index.html': 'pets',
    'site/empty/file.txt': 'a',
    'site/404.html': '<!doctype html>not here',
    'site/en/404.html': '<!doctype html>not here, in English',
    'site/_astro/app.abc.js': '//'.repeat(1000),
    'site/picture.png': new Uint8Array(5000),
    'site/_redirects': '/a /b\n/gone/moved/ /start/ 302\n',
    'site/_headers': `# ours
/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: frame-ancestors 'none'
/start/*
  Referrer-Policy: no-referrer
  Cache-Control: no-cache
  Content-Security-Policy: default-src 'self'
/:name.png
  ! X-Content-Type-Options
`,
  });
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'site/link.txt'));
  return join(folder, 'site');
}

async function ask(path: string, init: RequestInit = {}, folder = makeSite()): Promise<Response> {
  return respond(await openSite(folder), new Request(`http://127.0.0.1${path}`, init));
}

describe('a path of the site', () => {
  it('that is unknown gets the error page of the nearest folder', async () => {
    expect(await (await ask('/en/gone/deep/')).text()).toContain('in English');
    expect(await (await ask('/gone/')).text()).not.toContain('in English');
  });

  const table: { name: string; given: string; want: [status: number, header: string] }[] = [
    { name: 'home', given: '/', want: [200, 'text/html; charset=utf-8'] },
    { name: 'page', given: '/start/', want: [200, 'text/html; charset=utf-8'] },
    { name: 'page with a query', given: '/start/?lang=python', want: [200, 'text/html; charset=utf-8'] },
    { name: 'page without its slash', given: '/start', want: [301, '/start/'] },
    { name: 'the same with a query', given: '/start?lang=python', want: [301, '/start/?lang=python'] },
    { name: 'Chinese page', given: '/%E5%AE%A0%E7%89%A9/', want: [200, 'text/html; charset=utf-8'] },
    { name: 'Chinese page without its slash', given: '/宠物', want: [301, '/%E5%AE%A0%E7%89%A9/'] },
    { name: 'script', given: '/_astro/app.abc.js', want: [200, 'text/javascript; charset=utf-8'] },
    { name: 'picture', given: '/picture.png', want: [200, 'image/png'] },
    { name: 'moved page', given: '/gone/moved/?a=1', want: [302, '/start/?a=1'] },
    { name: 'nothing', given: '/gone/', want: [404, 'text/html; charset=utf-8'] },
    { name: 'folder without a page', given: '/empty/', want: [404, 'text/html; charset=utf-8'] },
    { name: 'file with a slash', given: '/picture.png/', want: [404, 'text/html; charset=utf-8'] },
    { name: 'files that hosts keep', given: '/_headers', want: [404, 'text/html; charset=utf-8'] },
    { name: 'the same, encoded', given: '/%5Fredirects', want: [404, 'text/html; charset=utf-8'] },
    { name: 'out of the site', given: '/..%2fsecret.txt', want: [404, 'text/html; charset=utf-8'] },
    {
      name: 'out of the site, encoded twice',
      given: '/%252e%252e/secret.txt',
      want: [404, 'text/html; charset=utf-8'],
    },
    { name: 'out of the site by backslash', given: '/..%5csecret.txt', want: [404, 'text/html; charset=utf-8'] },
    { name: 'out of the site by a link', given: '/link.txt', want: [404, 'text/html; charset=utf-8'] },
    { name: 'NUL', given: '/start%00/', want: [404, 'text/html; charset=utf-8'] },
    { name: 'broken encoding', given: '/%ff', want: [404, 'text/html; charset=utf-8'] },
    { name: 'another host', given: '//start', want: [404, 'text/html; charset=utf-8'] },
  ];
  for (const { name, given, want } of table) {
    it(`${name}: ${given}`, async () => {
      const response = await ask(given);
      const header = response.headers.get(want[1].startsWith('/') ? 'location' : 'content-type');
      expect([response.status, header]).toEqual(want);
      expect(await response.text()).not.toContain('secret');
    });
  }

  it('gets the page for what is missing', async () => {
    expect(await (await ask('/gone')).text()).toBe('<!doctype html>not here');
  });

  it('gets a plain answer where the site has no such page', async () => {
    const response = await ask('/gone', {}, writeProject({ 'index.html': '' }));
    expect([response.status, await response.text()]).toEqual([404, '404 Not Found\n']);
  });

  it('is only read', async () => {
    const response = await ask('/', { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('has no body for HEAD, and the same headers', async () => {
    const folder = makeSite();
    const [head, get] = [await ask('/start/', { method: 'HEAD' }, folder), await ask('/start/', {}, folder)];
    expect([...head.headers]).toEqual([...get.headers]);
    expect(await head.text()).toBe('');
    expect(get.headers.get('content-length')).toBe(String(Buffer.byteLength(PAGE)));
  });
});

describe('a site under a base path', () => {
  const files = {
    '_curlew/site.json': '{"base":"/docs/"}',
    'index.html': 'home',
    'a/index.html': 'a',
    '404.html': 'gone',
  };
  const table: { given: string; want: [status: number, location: string | null, body: string] }[] = [
    { given: '/docs/', want: [200, null, 'home'] },
    { given: '/docs/a/', want: [200, null, 'a'] },
    { given: '/docs/a?x=1', want: [301, '/docs/a/?x=1', ''] },
    { given: '/docs', want: [301, '/docs/', ''] },
    { given: '/', want: [301, '/docs/', ''] },
    { given: '/a/', want: [404, null, 'gone'] },
    { given: '/docsa/', want: [404, null, 'gone'] },
    { given: '/docs/b/', want: [404, null, 'gone'] },
    { given: '/docs/../a/', want: [404, null, 'gone'] },
  ];
  for (const { given, want } of table) {
    it(given, async () => {
      const response = await ask(given, {}, writeProject(files));
      expect([response.status, response.headers.get('location'), await response.text()]).toEqual(want);
    });
  }

  it('is at the root where what it says of itself can’t be used', async () => {
    for (const text of ['', '[]', '{"base":7}', '{"base":"//evil.example/"}', '{"base":"docs"}']) {
      const folder = writeProject({ ...files, '_curlew/site.json': text });
      expect((await ask('/a/', {}, folder)).status, text).toBe(200);
    }
  });
});

describe('caching', () => {
  it('keeps hashed files for ever and asks again for pages', async () => {
    const control = async (path: string) => (await ask(path)).headers.get('cache-control');
    expect(await control('/_astro/app.abc.js')).toBe('public, max-age=31536000, immutable');
    expect(await control('/')).toBe('public, max-age=0, must-revalidate');
  });

  it('answers 304 to who has the file', async () => {
    const folder = makeSite();
    const tag = (await ask('/start/', {}, folder)).headers.get('etag') ?? '';
    const again = await ask('/start/', { headers: { 'If-None-Match': `"x", ${tag}` } }, folder);
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, '']);
    expect((await ask('/', { headers: { 'If-None-Match': tag } }, folder)).status).toBe(200);
    expect((await ask('/gone/', { headers: { 'If-None-Match': '*' } }, folder)).status).toBe(404);
  });
});

describe('a piece of a file', () => {
  const whole = new Uint8Array(5000);
  const table: { range: string; more?: HeadersInit; want: [status: number, piece: string | null, bytes: number] }[] = [
    { range: 'bytes=0-1', want: [206, 'bytes 0-1/5000', 2] },
    { range: 'bytes=4000-', want: [206, 'bytes 4000-4999/5000', 1000] },
    { range: 'bytes=-10', want: [206, 'bytes 4990-4999/5000', 10] },
    { range: 'bytes=-9000', want: [206, 'bytes 0-4999/5000', 5000] },
    { range: 'bytes=4990-9000', want: [206, 'bytes 4990-4999/5000', 10] },
    { range: 'bytes=5000-', want: [416, 'bytes */5000', 0] },
    { range: 'bytes=-0', want: [416, 'bytes */5000', 0] },
    { range: 'bytes=9-2', want: [200, null, 5000] },
    { range: 'bytes=0-1,4-5', want: [200, null, 5000] },
    { range: 'bytes=-', want: [200, null, 5000] },
    { range: 'lines=0-1', want: [200, null, 5000] },
    { range: 'bytes=0-1', more: { 'If-Range': 'W/"x"' }, want: [200, null, 5000] },
  ];
  for (const { range, more = {}, want } of table) {
    it(`${range}${'If-Range' in more ? ', of one version' : ''}`, async () => {
      const response = await ask('/picture.png', { headers: { Range: range, ...more } });
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect([response.status, response.headers.get('content-range'), bytes.length]).toEqual(want);
      expect(response.headers.get('accept-ranges')).toBe('bytes');
    });
  }

  it('holds the bytes of its place', async () => {
    const folder = makeSite();
    writeFileSync(
      join(folder, 'clip.mp4'),
      whole.map((_, index) => index % 251),
    );
    const response = await ask('/clip.mp4', { headers: { Range: 'bytes=250-252' } }, folder);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([250, 0, 1]);
    expect(response.headers.get('content-type')).toBe('video/mp4');
  });

  it('is not made of texts, which go compressed, nor for HEAD', async () => {
    const page = await ask('/start/', { headers: { Range: 'bytes=0-1' } });
    expect([page.status, page.headers.get('accept-ranges')]).toEqual([200, null]);
    const head = await ask('/picture.png', { method: 'HEAD', headers: { Range: 'bytes=0-1' } });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '5000']);
  });
});

describe('compression', () => {
  const table = [
    { accept: 'gzip, deflate, br', want: 'br' },
    { accept: 'gzip', want: 'gzip' },
    { accept: 'br;q=0, gzip;q=0.5', want: 'gzip' },
    { accept: 'identity', want: null },
    { accept: '', want: null },
  ];
  for (const { accept, want } of table) {
    it(`"${accept}" gets ${want}`, async () => {
      const response = await ask('/start/', { headers: { 'Accept-Encoding': accept } });
      const bytes = Buffer.from(await response.arrayBuffer());
      const plain = want === 'br' ? brotliDecompressSync(bytes) : want === 'gzip' ? gunzipSync(bytes) : bytes;
      expect(response.headers.get('content-encoding')).toBe(want);
      expect(response.headers.get('vary')).toBe('Accept-Encoding');
      expect(response.headers.get('content-length')).toBe(String(bytes.length));
      expect(plain.toString()).toBe(PAGE);
    });
  }

  it('is done once for what a file holds', async () => {
    const folder = makeSite();
    const site = await openSite(folder);
    const get = async (accept: string): Promise<Buffer> => {
      const headers = { 'Accept-Encoding': accept };
      const response = await respond(site, new Request('http://docs.example/start/', { headers }));
      return Buffer.from(await response.arrayBuffer());
    };
    const first = await get('br');
    expect(await get('br')).toEqual(first);
    expect(gunzipSync(await get('gzip')).toString()).toBe(PAGE);
    expect(site.squeezed.size).toBe(2);
    writeFileSync(join(folder, 'start/index.html'), `${PAGE}changed`);
    expect(brotliDecompressSync(await get('br')).toString()).toBe(`${PAGE}changed`);
    expect(site.squeezed.size).toBe(3);
  });

  it('leaves pictures and small files alone', async () => {
    for (const path of ['/picture.png', '/']) {
      const response = await ask(path, { headers: { 'Accept-Encoding': 'br' } });
      expect(response.headers.get('content-encoding')).toBeNull();
    }
  });
});

describe('the header file of the site', () => {
  it('is applied to all paths that fit, joined where two set the same', async () => {
    const { headers } = await ask('/start/');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none', default-src 'self'");
    expect((await ask('/')).headers.get('referrer-policy')).toBeNull();
    expect((await ask('/gone/')).headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('takes headers away', async () => {
    expect((await ask('/picture.png')).headers.get('x-content-type-options')).toBeNull();
  });
});

describe('over a port', () => {
  const around = { folder: '/', print: () => {}, stop: new AbortController().signal };

  it('serves the site, and a second one on the next port', async () => {
    const notes: string[] = [];
    const site = makeSite();
    const first = await servePreview(site, 0);
    const port = Number(new URL(first.url).port);
    const start = (candidate: number) => servePreview(site, candidate);
    const second = await onFreePort(port, start, { ...around, note: (line) => notes.push(line) });
    try {
      const response = await fetch(`${second.url}start`, { headers: { 'Accept-Encoding': 'br' } });
      expect([response.url, response.headers.get('content-encoding')]).toEqual([`${second.url}start/`, 'br']);
      expect(await response.text()).toBe(PAGE);
      expect((await fetch(`${first.url}start/`, { method: 'PUT', body: 'x' })).status).toBe(405);
      expect((await fetch(`${first.url}picture.png`, { headers: { Range: 'bytes=0-1' } })).status).toBe(206);
      expect(notes).toEqual([`Port ${port} is taken; ${new URL(second.url).port} is used.`]);
    } finally {
      await Promise.all([first.close(), second.close()]);
    }
  });
});

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Description } from '../descriptions.ts';
import { buildWithCurlew } from '../subjects/curlew.ts';
import { BENCH } from '../subjects/subject.ts';
import { OPERATION } from './descriptions.ts';
import type { FileServer } from './server.ts';

/** A way to show one operation. */
export interface PageSubject {
  readonly name: string;
  /** The package of a peer in `tests/bench/package.json`. */
  readonly packageName?: string;
  /** Makes its files in a folder and has them served. Not measured. @returns the deep link to the operation */
  readonly prepare: (description: Description, server: FileServer, folder: string) => Promise<string>;
}

const OURS = 'reference/get-pet-by-id/index.html';

async function prepareCurlew({ file, name }: Description, server: FileServer, folder: string): Promise<string> {
  await buildWithCurlew(file, folder);
  // Its links begin at the root of the server.
  server.mount('/', folder);
  return `${server.url}/${OURS.replace('index.html', '')}?${name}`;
}

/** What our page says, as HTML with nothing but that: the least that a page with the same text can cost. */
async function prepareFloor({ name }: Description, server: FileServer, folder: string): Promise<string> {
  const [, main = ''] =
    /<main[^>]*>([\s\S]*)<\/main>/.exec(await readFile(join(folder, '..', `curlew-${name}`, OURS), 'utf8')) ?? [];
  const text = main
    .replace(/<(script|style|svg|template)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<\/?(?:p|h\d|div|li|dt|dd|pre|section|summary|td|tr|button|a)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '');
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return page('floor', name, lines.map((line) => `<p>${line}</p>`).join('\n'), server, folder);
}

/** A page of a peer, with its files from a folder of its package. */
function peer(name: string, packageName: string, files: string, hash: string, html: string): PageSubject {
  return {
    name,
    packageName,
    prepare: async ({ file, name: of }, server, folder) => {
      server.mount(`/files/${name}/`, join(BENCH, 'node_modules', packageName, files));
      const url = await page(name, of, html.replaceAll('FILES/', `/files/${name}/`), server, folder);
      await writeFile(join(folder, 'openapi.json'), await readFile(file));
      return url + hash;
    },
  };
}

async function page(subject: string, of: string, body: string, server: FileServer, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pets</title><body>${body}</body></html>`,
  );
  server.mount(`/${subject}/${of}/`, folder);
  return `${server.url}/${subject}/${of}/`;
}

const { id, tag, method, path } = OPERATION;

/** In the order of the table: ours, the floor that is made of it, the peers. */
export const pageSubjects: readonly PageSubject[] = [
  { name: 'curlew', prepare: prepareCurlew },
  { name: 'bare HTML', prepare: prepareFloor },
  peer(
    'redoc',
    'redoc',
    'bundles',
    `#tag/${tag}/operation/${id}`,
    '<redoc spec-url="openapi.json"></redoc><script src="FILES/redoc.standalone.js"></script>',
  ),
  peer(
    'swagger-ui',
    'swagger-ui-dist',
    '',
    `#/${tag}/${id}`,
    '<link rel="stylesheet" href="FILES/swagger-ui.css"><div id="app"></div><script src="FILES/swagger-ui-bundle.js"></script><script>SwaggerUIBundle({ url: "openapi.json", dom_id: "#app", deepLinking: true })</script>',
  ),
  peer(
    'scalar',
    '@scalar/api-reference',
    'dist/browser',
    `#tag/${tag}/${method.toUpperCase()}${path}`,
    '<div id="app"></div><script src="FILES/standalone.js"></script><script>Scalar.createApiReference("#app", { url: "openapi.json" })</script>',
  ),
  peer(
    'elements',
    '@stoplight/elements',
    '',
    `#/operations/${id}`,
    '<link rel="stylesheet" href="FILES/styles.min.css"><script src="FILES/web-components.min.js"></script><elements-api apiDescriptionUrl="openapi.json" router="hash"></elements-api>',
  ),
];

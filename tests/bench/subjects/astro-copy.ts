import { join } from 'node:path';
import type { Description } from '../descriptions.ts';
import { astroBuild } from './astro.ts';
import { buildWithCurlew, prepareCurlew } from './curlew.ts';
import { fresh, type Prepared } from './subject.ts';

/**
 * An Astro site that makes nothing: its pages and files are those of our site, read from our finished build. What it
 * takes, Astro takes for handing on and writing that many files of that size, whoever makes them.
 */
export async function prepareAstroCopy(description: Description, folder: string): Promise<Prepared> {
  const project = join(folder, 'made');
  await fresh(folder, {
    'package.json': '{ "type": "module" }',
    'astro.config.mjs': 'export default {};\n',
    'src/pages/[...path].astro': `---
import { readFileSync } from 'node:fs';
import { isPage, filesOf, SITE } from '../files.ts';
export function getStaticPaths() {
  return filesOf(isPage).map((file) => ({ params: { path: file.replace(/\\/?index\\.html$/, '') || undefined }, props: { file } }));
}
const html = readFileSync(SITE + Astro.props.file, 'utf8').replace(/^<!doctype html>/i, '');
---
<Fragment set:html={html} />
`,
    'src/pages/[...file].ts': `import { readFileSync } from 'node:fs';
import { isPage, filesOf, SITE } from '../files.ts';
export function getStaticPaths() {
  return filesOf((file) => !isPage(file)).map((file) => ({ params: { file }, props: { file } }));
}
export const GET = ({ props }) => new Response(readFileSync(SITE + props.file));
`,
    'src/files.ts': `import { readdirSync } from 'node:fs';
export const SITE = ${JSON.stringify(`${join(project, 'site')}/`)};
export const isPage = (file) => /(^|\\/)index\\.html$/.test(file);
export const filesOf = (isWanted) =>
  readdirSync(SITE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => (entry.parentPath + '/' + entry.name).slice(SITE.length).replace(/^\\/+/, ''))
    .filter((file) => isWanted(file) && !file.startsWith('_astro/') && !/^(404\\.html|_[^/]*)$/.test(file));
`,
  });
  const { outDir } = await prepareCurlew(description, project);
  await buildWithCurlew(project, outDir);
  return astroBuild(folder);
}

import { join } from 'node:path';
import { prepareAstroCopy } from './astro-copy.ts';
import { prepareBareAstro } from './bare-astro.ts';
import { prepareBlume } from './blume.ts';
import { prepareCurlew } from './curlew.ts';
import { prepareDocusaurus } from './docusaurus.ts';
import { prepareStarlight } from './starlight.ts';
import { BENCH, fresh, type Subject } from './subject.ts';

/** What ratios are told against: the floor of Astro and a highlighter. */
export const FLOOR = 'bare astro';
/** What Astro takes for the pages and files that we make, when there is nothing left to make. */
export const COPY = 'astro copy';

/** In the order of the table: ours, what could be had at most, what Astro takes by itself, the peers. */
export const subjects: readonly Subject[] = [
  { name: 'curlew', prepare: prepareCurlew },
  {
    name: 'limit',
    prepare: async ({ file }, folder) => {
      await fresh(folder, {});
      const outDir = join(folder, 'site');
      return { steps: [[join(BENCH, 'subjects/limit.mjs'), file, outDir]], cwd: folder, outDir };
    },
  },
  { name: FLOOR, packageName: 'astro', prepare: prepareBareAstro },
  { name: COPY, packageName: 'astro', isSlow: true, prepare: prepareAstroCopy },
  { name: 'starlight-openapi', packageName: 'starlight-openapi', prepare: prepareStarlight },
  {
    name: 'docusaurus-openapi-docs',
    packageName: 'docusaurus-plugin-openapi-docs',
    isSlow: true,
    prepare: prepareDocusaurus,
  },
  { name: 'blume', packageName: 'blume', isSlow: true, prepare: prepareBlume },
];

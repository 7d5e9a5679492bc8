import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { AstroConfig } from 'astro';
import { contentHash } from './content-hash.ts';

/**
 * Tells what all pages of a build have in common: the code they are made by, the assets they name, and what Astro puts
 * into them.
 *
 * @param bundle - tells the code of the pages
 */
export function buildKey(config: AstroConfig, bundle: string): string {
  const folder = fileURLToPath(new URL(`${config.build.assets}/`, config.outDir));
  const assets = existsSync(folder) ? readdirSync(folder).filter(isCode).sort() : [];
  return contentHash(JSON.stringify([process.versions, bundle, assets, settingsOf(config)]));
}

/** In one line: where lines end depends on how long the names of folders are. */
const EVERYTHING = {
  depth: 20,
  maxArrayLength: null,
  maxStringLength: null,
  sorted: true,
  compact: true,
  breakLength: Number.POSITIVE_INFINITY,
} as const;

/** What of the config a page can show; the work folder is another one each time. */
function settingsOf({ integrations: _, vite, ...config }: AstroConfig): string {
  const { define, css, build } = vite;
  const work = [fileURLToPath(config.outDir), fileURLToPath(config.root)].map((folder) => join(folder));
  // An owner may put anything into it, functions and circles too.
  const text = inspect({ ...config, vite: { define, css, build } }, EVERYTHING);
  return work.reduce((left, folder) => left.replaceAll(folder, ''), text);
}

/**
 * Whether what others do to the finished pages can be told: their own work on them can't, so a site with such an
 * integration is made whole.
 */
export function isOursAlone({ integrations }: Pick<AstroConfig, 'integrations'>): boolean {
  return integrations.every(({ name, hooks }) => name === 'curlew' || Object.keys(hooks).every(isBefore));
}

/** Whether a hook comes before pages are made. */
function isBefore(hook: string): boolean {
  return hook !== 'astro:build:generated' && hook !== 'astro:build:done';
}

/** Pictures stand in the code by their names, those that only guides show in theirs. */
function isCode(file: string): boolean {
  return /\.(?:css|js)$/.test(file);
}

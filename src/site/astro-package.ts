import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { astroRange } from './package-folder.ts';

/** What is wrong around this package, with how to mend it: whoever installed it can. */
export class InstallationError extends Error {}

/** What is found where this package lies. */
export interface Surrounding {
  /** Of Astro; nothing where it isn't installed. */
  readonly version: string | undefined;
  /** Packages are archives, by Yarn's Plug'n'Play. */
  readonly hasPnp: boolean;
}

/**
 * What keeps pages from being made with the Astro that is there.
 *
 * @param range - of versions, `^7.3.5`
 * @returns a sentence on what was found and one on how to mend it; nothing where all is well
 */
export function astroFault({ version, hasPnp }: Surrounding, range: string): string | undefined {
  if (hasPnp) {
    const mend = 'Write "nodeLinker: node-modules" into .yarnrc.yml, and run "yarn install".';
    return `Yarn's Plug'n'Play keeps packages in archives, and Astro needs them as files. ${mend}`;
  }
  const mend = `Install it: "npm install astro@${range}", or "yarn add astro@${range}", since Yarn leaves it to you.`;
  if (version === undefined) return `Pages are made with Astro, which isn't installed here. ${mend}`;
  return isWithin(version, range) ? undefined : `Pages are made with Astro ${range}, found ${version}. ${mend}`;
}

/** Whether a version is in a caret range of a first one that isn't 0: of its major version, and no older. */
function isWithin(version: string, range: string): boolean {
  const found = numbersOf(version);
  const first = numbersOf(range);
  if (found[0] !== first[0]) return false;
  const different = found.findIndex((one, index) => one !== first[index]);
  return different < 0 || (found[different] ?? 0) > (first[different] ?? 0);
}

function numbersOf(version: string): number[] {
  return (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}

/**
 * The folder of the Astro that makes the pages, without symbolic links.
 *
 * @throws InstallationError when it can't
 */
export function astroFolder(): string {
  const file = findAstro();
  const version: string | undefined = file && JSON.parse(readFileSync(file, 'utf8')).version;
  const fault = astroFault({ version, hasPnp: 'pnp' in process.versions }, astroRange());
  if (fault !== undefined || file === undefined) throw new InstallationError(fault);
  return dirname(realpathSync(file));
}

function findAstro(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('astro/package.json');
  } catch {
    return undefined;
  }
}

import { join } from 'node:path';
import { BENCH, type Prepared } from './subject.ts';

/** `astro build` in a folder below the bench's own, where Astro's packages are found. */
export function astroBuild(folder: string): Prepared {
  const astro = join(BENCH, 'node_modules/astro/bin/astro.mjs');
  return { steps: [[astro, 'build', '--silent', '--root', folder]], cwd: folder, outDir: join(folder, 'dist') };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteData } from './site-data.ts';

/**
 * The owner's logo as markup, so that it takes the colour of the text around it.
 *
 * @returns nothing where the owner names none; the prolog and comments are left out
 */
export function readLogo(site: SiteData): string | undefined {
  if (!site.options.logo) return undefined;
  const svg = readFileSync(join(site.publicDir, site.options.logo), 'utf8');
  return svg
    .slice(Math.max(0, svg.indexOf('<svg')))
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim();
}

/** Whether the owner has a picture for tabs and bookmarks, `public/favicon.svg`. */
export function hasFavicon({ publicDir }: SiteData): boolean {
  return existsSync(join(publicDir, 'favicon.svg'));
}

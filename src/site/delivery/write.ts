import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localeRoot } from '../../views/urls.ts';
import type { SiteData } from '../site-data.ts';
import { headersFile, hosts, redirectsFile } from './hosts.ts';
import type { Delivery } from './rules.ts';

/** What Astro's config redirects, as far as a host can do it: from one path to another. */
export type Redirects = { readonly [from: string]: string | { readonly destination: string } };

/** What hosts have to know of a site. Spaces and line ends can't get in: addresses are encoded. */
export function deliveryOf(site: SiteData, redirects: Redirects): Delivery {
  const below = (path: string): string => encodeURI(`${site.base}${path.replace(/^\//, '')}`);
  const space = { base: site.base, defaultLocale: site.options.defaultLocale, apis: site.apis };
  return {
    base: site.base,
    languages: site.locales
      .filter((locale) => locale !== site.options.defaultLocale)
      .map((locale) => localeRoot(space, locale)),
    consoles: site.locales.map((locale) => `${localeRoot(space, locale)}reference/`),
    redirects: Object.entries(redirects).flatMap(([from, to]) => {
      const target = typeof to === 'string' ? to : to.destination;
      // Patterns are Astro's own; its page leads on.
      if (from.includes('[') || !/^(?:\/|https:\/\/)/.test(target)) return [];
      // Astro puts the site's path before what is redirected, and takes the target as it is.
      return [[below(from), encodeURI(target)] as const];
    }),
  };
}

/** Writes what Netlify and Cloudflare Pages read, where the owner has no file of that name in `public/`. */
export async function writeHostFiles(folder: string, delivery: Delivery): Promise<void> {
  const files = [
    ['_headers', headersFile(delivery)],
    ['_redirects', redirectsFile(delivery)],
  ] as const;
  for (const [name, text] of files) {
    if (text !== undefined && !existsSync(join(folder, name))) await writeFile(join(folder, name), text);
  }
}

/**
 * Writes the settings for one kind of host.
 *
 * @param name - of a host in the list
 * @returns where it was written
 */
export async function writeHostSettings(folder: string, name: string, delivery: Delivery): Promise<string> {
  const host = hosts.find((one) => one.name === name);
  if (!host) throw new Error(`There is no host ${name}.`);
  const file = 'inside' in host.place ? join(folder, host.place.inside) : `${folder}${host.place.beside}`;
  await writeFile(file, host.write(delivery));
  return file;
}

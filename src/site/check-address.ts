import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { visibleText } from '../diagnostics/visible-text.ts';
import { BASE_FORM, isBase } from './base-path.ts';
import { type ConfigFile, locateOption } from './config-file.ts';

/** Checks the place on the web that Astro's config gives the site. */
export function checkAddress(
  { base, site }: { readonly base: string; readonly site?: string | undefined },
  config: ConfigFile | undefined,
): Diagnostic[] {
  const place = (option: string): Pick<Diagnostic, 'place' | 'source'> =>
    config ? locateOption(config, 'astro', [option], 'value') : {};
  const found: Diagnostic[] = [];
  if (!isBase(base)) {
    const message = `Astro's option "base" has to be ${BASE_FORM}, but it is "${visibleText(base)}".`;
    found.push({ code: 'option-wrong', severity: 'error', message, ...place('base'), fix: 'Correct it.' });
  }
  const path = site === undefined ? '/' : pathOf(site);
  if (path !== '/') {
    // A warning, since an owner's own pages may take the path from there.
    const message = `Astro's option "site" has the path "${visibleText(path)}", which no page gets.`;
    const fix = 'Put the path into the option "base".';
    found.push({ code: 'option-wrong', severity: 'warning', message, ...place('site'), fix });
  }
  return found;
}

/** What an address has behind its host, `/` for nothing. */
export function pathOf(site: string): string {
  const { pathname, search, hash } = new URL(site);
  return pathname + search + hash;
}

import { site } from 'virtual:curlew/site';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { SchemaId } from '../model/schema-object.ts';
import { namedApis } from '../views/api-paths.ts';
import { findSchema } from '../views/urls.ts';
import { pagePath } from './paths.ts';
import { apisOf } from './site-data.ts';

/** The language of the page at a URL, by its first folder. */
export function localeOf(url: URL): string {
  const { pathname } = url;
  if (asked?.site !== site || asked.pathname !== pathname) {
    const { defaultLocale } = site.options;
    const first = pagePath(site, url).split('/')[0];
    const found = site.locales.find((locale) => locale !== defaultLocale && locale.toLowerCase() === first);
    asked = { site, pathname, locale: found ?? defaultLocale };
  }
  return asked.locale;
}

/** The last answer: every row of a page asks for the same. */
let asked: { readonly site: unknown; readonly pathname: string; readonly locale: string } | undefined;

/** The language of the guide's text at a URL: that of its original where it isn't translated. */
export function textLocaleOf(url: URL): string {
  const path = pagePath(site, url).normalize();
  const guide = site.guides.find((one) => one.path.normalize() === path);
  return guide?.original?.kind === 'missing' ? guide.original.locale : localeOf(url);
}

/** What a component says of itself stands in the language of the page; its name where the text around is in another. */
export function langWithin(url: URL): string | undefined {
  const locale = localeOf(url);
  return textLocaleOf(url) === locale ? undefined : locale;
}

/**
 * The operation that a guide's component names, in the language of its page. Names are checked before the
 * pages are made, so a wrong one can't come this far.
 *
 * @param name - the API or the version that has it; left out, the first with an operation of that key, which
 *   among versions is the newest
 */
export function guideOperation(
  url: URL,
  key: string,
  name: string | undefined,
): { api: Api; operation: Operation; locale: string } {
  const locale = localeOf(url);
  for (const api of namedApis(apisOf(site, locale), name)) {
    const operation = api.operations.find((one) => one.key === key);
    if (operation) return { api, operation, locale };
  }
  throw new Error(`No description has an operation "${key}".`);
}

/** The schema that a guide's component names, as `guideOperation` finds operations. */
export function guideSchema(
  url: URL,
  schema: string,
  name: string | undefined,
): { api: Api; id: SchemaId; locale: string } {
  const locale = localeOf(url);
  return { ...findSchema(namedApis(apisOf(site, locale), name), schema), locale };
}

import { site } from 'virtual:curlew/site';
import { nearest } from '../diagnostics/nearest.ts';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { requestExamples } from '../request/defaults.ts';
import { urlSpace } from './paths.ts';

/** The language of the page at a URL, by its first folder. */
export function localeOf(url: URL): string {
  const { base, defaultLocale } = urlSpace(site);
  const first = url.pathname.slice(base.length).split('/')[0];
  return site.locales.find((locale) => locale !== defaultLocale && locale.toLowerCase() === first) ?? defaultLocale;
}

/**
 * The operation and the request example that a guide's component names.
 *
 * @throws Error with the nearest name when there is none of that name; the build then stops
 */
export function guideOperation(key: string, example?: string): { api: Api; operation: Operation; example?: string } {
  for (const api of site.apis) {
    const operation = api.operations.find((one) => one.key === key);
    if (!operation) continue;
    const names = requestExamples(api, operation).map((one) => one.name);
    if (example !== undefined && !names.includes(example)) {
      throw new Error(`The operation "${key}" has no request example "${example}".${suggestion(example, names)}`);
    }
    return { api, operation, ...(example === undefined ? {} : { example }) };
  }
  const keys = site.apis.flatMap((api) => api.operations.map((operation) => operation.key));
  throw new Error(`No description has an operation "${key}".${suggestion(key, keys)}`);
}

function suggestion(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near ? ` Did you mean "${near}"?` : '';
}

import { existsSync, readdirSync } from 'node:fs';
import { languages } from '../i18n/languages.ts';

/**
 * The languages of a project: the default one, then every other that descriptions are translated into or
 * that has a folder in `docs/` and strings of the interface, in the order of their tags.
 */
export function readLocales(docs: string, defaultLocale: string, translated: readonly string[]): string[] {
  const folders = existsSync(docs)
    ? readdirSync(docs, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
    : [];
  const others = new Set([...translated, ...folders.filter((name) => languages.has(name))]);
  others.delete(defaultLocale);
  return [defaultLocale, ...[...others].sort()];
}

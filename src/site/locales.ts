import { existsSync, readdirSync } from 'node:fs';
import { languages } from '../i18n/languages.ts';

/** What may make a language one of the site. */
interface LanguageSigns {
  readonly docs: string;
  readonly defaultLocale: string;
  /** Those that descriptions are translated into. */
  readonly translated: readonly string[];
  /** Those that have a file of the interface's texts. */
  readonly own: Iterable<string>;
}

/**
 * The languages of a project: the default one, then every other that descriptions or the interface are translated
 * into, or that the interface comes with and a folder in `docs/` is named by, in the order of their tags.
 */
export function readLocales({ docs, defaultLocale, translated, own }: LanguageSigns): string[] {
  const folders = existsSync(docs)
    ? readdirSync(docs, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
    : [];
  const others = new Set([...translated, ...own, ...folders.filter((name) => languages.has(name))]);
  others.delete(defaultLocale);
  return [defaultLocale, ...[...others].sort()];
}

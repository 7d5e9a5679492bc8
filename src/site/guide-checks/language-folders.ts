import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { locate, type Source } from '../../openapi/source-file.ts';

/** A language, perhaps in a script or a region; a name of three letters could stand for anything. */
const TAG = /^[a-z]{2}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

/**
 * Tells of folders in `docs/` that are called as a language is and are none of the site's: their guides are pages of
 * the default language.
 */
export function checkLanguageFolders(
  guides: readonly { readonly source: Source }[],
  locales: readonly string[],
): Diagnostic[] {
  const told = new Set<string>(locales);
  return guides.flatMap(({ source }): Diagnostic[] => {
    const [, folder = '', ...rest] = source.path.split('/');
    if (rest.length === 0 || told.has(folder)) return [];
    told.add(folder);
    const tag = languageTag(folder);
    if (tag === undefined) return [];
    const isSpelling = locales.includes(tag);
    return [
      {
        code: 'language-folder',
        severity: 'warning',
        message: isSpelling
          ? `docs/${folder}/ is no folder of the language ${tag}, which is spelled so: its guides are pages of ${locales[0]}.`
          : `docs/${folder}/ is called as a language is, but ${tag} is none of the site's: its guides are pages of ${locales[0]}.`,
        ...locate(source, { start: 0, end: 1 }),
        fix: isSpelling
          ? `Rename it to docs/${tag}/.`
          : `Write languages/${tag}.yaml, the texts of the interface: \`curlew texts ${tag}\` prints them. Or set the option "languages", with or without it.`,
      },
    ];
  });
}

/** @returns nothing for a name that isn't one */
function languageTag(name: string): string | undefined {
  const written = name.replaceAll('_', '-');
  if (!TAG.test(written)) return undefined;
  const [tag = ''] = Intl.getCanonicalLocales(written);
  const isKnown = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) !== undefined;
  return isKnown ? tag : undefined;
}

/** A text, or one for each language by its tag. */
export type LocalizedText = string | { readonly [locale: string]: string };

/** A text in a language, in any other where there is none. */
export function localized(text: LocalizedText, locale: string): string {
  if (typeof text === 'string') return text;
  return (Object.hasOwn(text, locale) ? text[locale] : undefined) ?? Object.values(text)[0] ?? '';
}

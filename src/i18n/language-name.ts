/**
 * What a language is called in another one, its country left out: «Chinese» for `zh-CN` in English.
 *
 * @param locale - the language that the name is in
 */
export function languageName(tag: string, locale: string): string {
  try {
    const { language } = new Intl.Locale(tag);
    return new Intl.DisplayNames([locale, 'en'], { type: 'language' }).of(language) ?? tag;
  } catch {
    return tag; // An overlay's name may hold what only looks like a tag.
  }
}

/** What a language calls itself, as it begins a line: «Português» for `pt-BR`. */
export function ownName(tag: string): string {
  const [first = '', ...rest] = languageName(tag, tag);
  return first.toLocaleUpperCase(tag) + rest.join('');
}

const known = new Map<string, Intl.Locale | undefined>();

/**
 * A language with the script and the region that it usually has; every page asks, for each of its languages.
 *
 * @returns nothing for what only looks like a tag, as an overlay's name may
 * @see https://www.unicode.org/reports/tr35/#Likely_Subtags
 */
export function likelyLocale(locale: string): Intl.Locale | undefined {
  if (!known.has(locale)) known.set(locale, maximized(locale));
  return known.get(locale);
}

function maximized(locale: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(locale).maximize();
  } catch {
    return undefined;
  }
}

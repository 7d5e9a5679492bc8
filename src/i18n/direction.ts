/** The scripts in use that are written from right to left, by ISO 15924. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** How a language is written: by the script that its tag names, or that it is usually written in. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const known = directions.get(locale) ?? (RIGHT_TO_LEFT.has(scriptOf(locale) ?? '') ? 'rtl' : 'ltr');
  directions.set(locale, known);
  return known;
}

/** Every page asks, for each of its languages. */
const directions = new Map<string, 'ltr' | 'rtl'>();

function scriptOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).maximize().script;
  } catch {
    return undefined; // An overlay's name may hold what only looks like a tag.
  }
}

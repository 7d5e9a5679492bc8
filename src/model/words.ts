/** The letters and digits of a text of any script, in lower case and joined by `-`; empty when it has none. */
export function joinWords(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
      // The `s` of `APIs` belongs to what it is the plural of.
      .replace(/(?<=\p{Lu})(?=\p{Lu}(?!s(?!\p{Ll}))\p{Ll})/gu, '-')
      .toLowerCase()
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
  );
}

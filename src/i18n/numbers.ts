const formats = new Map<string, Intl.NumberFormat>();

/** A number among words, as a language writes it: `1,223`. */
export function writeNumber(value: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = numberFormat(locale);
    formats.set(locale, format);
  }
  return format.format(value);
}

function numberFormat(locale: string): Intl.NumberFormat {
  try {
    // A language that nothing is known of would get the numbers of the machine.
    return new Intl.NumberFormat([locale, 'en']);
  } catch {
    return new Intl.NumberFormat('en'); // An overlay's name may hold what only looks like a tag.
  }
}

/** Numbers with their units, as the reader's language writes them. */
export interface Formats {
  /** Milliseconds. */
  time(milliseconds: number): string;
  /** Bytes, or UTF-16 units where a text is meant. */
  size(bytes: number): string;
  number(value: number): string;
  /** One of these: `a, b or c`. */
  list(items: readonly string[]): string;
}

/** Each format is made when it is first needed: making one takes milliseconds, which opening a console hasn't. */
export function createFormats(locale: string): Formats {
  const made = new Map<string, Intl.NumberFormat>();
  const write = (value: number, digits: number, unit?: string): string => {
    const name = `${unit} ${digits}`;
    // The short form of this one unit is a word as well, and always in the singular: `348 byte`.
    const unitDisplay = unit === 'byte' ? 'long' : 'short';
    const style = unit ? ({ style: 'unit', unit, unitDisplay } as const) : {};
    const format = made.get(name) ?? new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: digits });
    made.set(name, format);
    return format.format(value);
  };
  let lists: Intl.ListFormat | undefined;
  return {
    time: (value) => (value < 1000 ? write(value, 0, 'millisecond') : write(value / 1000, 1, 'second')),
    size(value) {
      if (value < 1000) return write(value, 0, 'byte');
      return value < 1e6 ? write(value / 1e3, 1, 'kilobyte') : write(value / 1e6, 1, 'megabyte');
    },
    number: (value) => write(value, 1),
    list(items) {
      if (items.length < 2) return items.join();
      lists ??= new Intl.ListFormat(locale, { type: 'disjunction' });
      return lists.format(items);
    },
  };
}

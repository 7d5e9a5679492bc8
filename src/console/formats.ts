/** Numbers with their units, as the reader's language writes them. */
export interface Formats {
  /** Milliseconds. */
  time(milliseconds: number): string;
  /** Bytes, or UTF-16 units where a text is meant. */
  size(bytes: number): string;
  number(value: number): string;
  list(items: readonly string[]): string;
}

export function createFormats(locale: string): Formats {
  const unit = (name: string, digits: number): ((value: number) => string) => {
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: digits });
    return (value) => format.format(value);
  };
  const milliseconds = unit('millisecond', 0);
  const seconds = unit('second', 1);
  const bytes = unit('byte', 0);
  const kilobytes = unit('kilobyte', 1);
  const megabytes = unit('megabyte', 1);
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'disjunction' });
  return {
    time: (value) => (value < 1000 ? milliseconds(value) : seconds(value / 1000)),
    size: (value) => (value < 1000 ? bytes(value) : value < 1e6 ? kilobytes(value / 1e3) : megabytes(value / 1e6)),
    number: (value) => plain.format(value),
    list: (items) => list.format(items),
  };
}

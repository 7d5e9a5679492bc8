/**
 * A sentence with its values filled in: `{name}` by the value, `{name|item|items}` by the first word where the
 * value is 1 and by the second elsewhere. A name without a value stays as it is.
 */
export function fill(sentence: string, values: { readonly [name: string]: string | number }): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (whole, name: string, one?: string, other?: string) => {
      if (!Object.hasOwn(values, name)) return whole;
      if (one === undefined || other === undefined) return String(values[name]);
      return Number(values[name]) === 1 ? one : other;
    },
  );
}

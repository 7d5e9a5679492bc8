/**
 * Compares names as people do, with runs of digits as numbers: `guide2` comes before `guide10`. It knows no language,
 * so that the order is the same on every machine.
 *
 * @returns negative when the first comes first; 0 only for the same name
 */
export function naturalOrder(one: string, other: string): number {
  const a = one.match(/\d+|\D+/g) ?? [];
  const b = other.match(/\d+|\D+/g) ?? [];
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const left = a[index] ?? '';
    const right = b[index] ?? '';
    const step = /^\d/.test(left) && /^\d/.test(right) ? Number(left) - Number(right) : 0;
    if (step !== 0) return step;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}

/**
 * Whether two words differ by one slip: a letter left out, put in or changed, or two neighbours that changed places
 * (the Damerau–Levenshtein distance is 1).
 */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const least = Math.min(a.length, b.length);
  let start = 0;
  while (start < least && a[start] === b[start]) start += 1;
  const rest = (text: string, from: number): string => text.slice(from);
  if (a.length < b.length) return rest(a, start) === rest(b, start + 1);
  if (a.length > b.length) return rest(a, start + 1) === rest(b, start);
  if (rest(a, start + 1) === rest(b, start + 1)) return true;
  return a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, start + 2) === rest(b, start + 2);
}

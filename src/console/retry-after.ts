/**
 * When a refused request may be sent again.
 *
 * @param value - the header's value: seconds, or a date; some servers send parts of seconds
 * @param now - milliseconds since 1970
 * @returns milliseconds since 1970; `undefined` when the value is neither
 * @see RFC 9110, section 10.2.3
 */
export function retryTime(value: string, now: number): number | undefined {
  if (/^\s*\d{1,9}(?:\.\d+)?\s*$/.test(value)) return now + Number(value) * 1000;
  // Browsers take nearly every text with a number in it for a date: `-1` would be one of the year 2001.
  const date = /[a-z]{3}.*\d:\d\d/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}

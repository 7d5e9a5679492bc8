/**
 * When a refused request may be sent again.
 *
 * @param value - the header's value: seconds, or a date
 * @param now - milliseconds since 1970
 * @returns milliseconds since 1970; `undefined` when the value is neither
 * @see RFC 9110, section 10.2.3
 */
export function retryTime(value: string, now: number): number | undefined {
  if (/^\s*\d{1,9}\s*$/.test(value)) return now + Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : date;
}

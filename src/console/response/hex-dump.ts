/** Few enough for a phone's width. */
const A_LINE = 8;

/**
 * Bytes as people read them: where each line begins, the bytes in hexadecimal, and those that are ASCII characters
 * as such.
 *
 * @returns a line for each eight bytes
 */
export function hexDump(bytes: Uint8Array): string[] {
  return Array.from({ length: Math.ceil(bytes.length / A_LINE) }, (_, line) => {
    const part = bytes.subarray(line * A_LINE, (line + 1) * A_LINE);
    const hex = Array.from(part, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const text = Array.from(part, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
    return `${(line * A_LINE).toString(16).padStart(4, '0')}  ${hex.padEnd(A_LINE * 3 - 1)}  ${text}`;
  });
}

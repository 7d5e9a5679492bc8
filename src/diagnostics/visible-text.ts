/**
 * Characters that a terminal would obey instead of showing: control characters, and the marks that reorder,
 * hide or smuggle text (bidirectional controls, zero-width characters, tags). U+FE0F and joiners stay: they
 * shape emoji and scripts.
 */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Wide on a terminal: East Asian Width W and F, and the emoji blocks. Unicode Standard Annex 11. */
const WIDE =
  /^[\u1100-\u115f\u231a\u231b\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f265}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]$/u;
const ZERO = /^[\p{Mn}\p{Me}\u200c\u200d]$/u;

function show(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  // The control pictures are one column wide, so a frame with tabs stays aligned.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `\\u{${code.toString(16).toUpperCase()}}`;
}

/** Text of unknown origin, safe to print on a terminal and with nothing in it unseen. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, show);
}

/** How many columns of a terminal the text takes: 2 for Chinese and emoji, 0 for combining marks. */
export function columnWidth(text: string): number {
  let width = 0;
  for (const char of text) width += ZERO.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
}

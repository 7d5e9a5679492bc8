import type { Token } from '../samples/tokens.ts';

/** The tokens of each line; a line ends with its line break. */
export function splitLines(tokens: readonly Token[]): Token[][] {
  let line: Token[] = [];
  const lines = [line];
  for (const { kind, text } of tokens) {
    const pieces = text.split(/(?<=\n)/);
    for (const piece of pieces) {
      if (piece !== '') line.push({ kind, text: piece });
      if (piece.endsWith('\n')) {
        line = [];
        lines.push(line);
      }
    }
  }
  return lines;
}

/** A text to write over a range, and where the caret goes in it. */
export interface Typed {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
  readonly caret: number;
}

/**
 * What a key writes besides itself: a new line begins under the one before, one level further in behind an opening
 * bracket; a closing bracket goes back to where its line belongs.
 *
 * @returns nothing where the key does what it always does
 */
export function indentAt(text: string, caret: number, key: string): Typed | undefined {
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  const line = text.slice(lineStart, caret);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const step = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  if (key === 'Enter') {
    const isOpen = /[{[]\s*$/.test(line);
    const inner = isOpen ? indent + step : indent;
    const isClosed = isOpen && /^\s*[}\]]/.test(text.slice(caret));
    const space = /^[ \t]*/.exec(text.slice(caret))?.[0].length ?? 0;
    const insert = `\n${inner}${isClosed ? `\n${indent}` : ''}`;
    return { start: caret, end: isClosed ? caret + space : caret, insert, caret: 1 + inner.length };
  }
  if ((key === '}' || key === ']') && line !== '' && line === indent && indent.endsWith(step)) {
    return { start: caret - step.length, end: caret, insert: key, caret: 1 };
  }
  return undefined;
}

/** Writes as the reader's own typing does, so that the browser's undo takes it back. */
export function writeAt(
  area: HTMLTextAreaElement,
  { start, end }: { readonly start: number; readonly end: number },
  insert: string,
  caret: number,
): void {
  area.focus();
  area.setSelectionRange(start, end);
  if (!document.execCommand('insertText', false, insert)) {
    area.setRangeText(insert, start, end, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: insert }));
  }
  area.setSelectionRange(start + caret, start + caret);
}

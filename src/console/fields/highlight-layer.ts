import { tokenize } from '../../samples/tokens.ts';
import { tokenNodes } from '../paint.ts';

/** Longer texts are edited without colours, so that typing stays quick. */
export const HIGHLIGHT_LIMIT = 200_000;

/** The colours behind the text of an editor: one element a line, of which only changed ones are made again. */
export interface HighlightLayer {
  /** @param faultLine - the line to mark, counted from 1 */
  show(text: string, faultLine: number | undefined): void;
}

export function createHighlightLayer(element: HTMLElement): HighlightLayer {
  let shown: readonly string[] = [];
  let marked: Element | null = null;
  return {
    show(text, faultLine) {
      const lines = text.length > HIGHLIGHT_LIMIT ? [] : text.split('\n');
      let same = 0;
      while (same < lines.length && same < shown.length && lines[same] === shown[same]) same += 1;
      let end = 0;
      const most = Math.min(lines.length, shown.length) - same;
      while (end < most && lines[lines.length - 1 - end] === shown[shown.length - 1 - end]) end += 1;

      for (let index = shown.length - end; index > same; index -= 1) element.children[index - 1]?.remove();
      const made = lines.slice(same, lines.length - end).map(lineElement);
      const after = element.children[same] ?? null;
      const batch = document.createDocumentFragment();
      batch.append(...made);
      element.insertBefore(batch, after);
      shown = lines;

      marked?.classList.remove('is-fault');
      marked = faultLine === undefined ? null : (element.children[faultLine - 1] ?? null);
      marked?.classList.add('is-fault');
    },
  };
}

function lineElement(line: string): HTMLElement {
  const element = document.createElement('div');
  // A string ends on its line in JSON, so each line can be coloured alone.
  element.append(...tokenNodes(tokenize(line, 'json')));
  return element;
}

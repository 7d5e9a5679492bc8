import { tokenize } from '../../samples/tokens.ts';
import { commonEnds, tokenNodes } from '../paint.ts';

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
      const lines = text.split('\n');
      const { start, end } = commonEnds(shown, lines, Object.is);
      const elements = [...element.children];
      for (const old of elements.slice(start, shown.length - end)) old.remove();
      const fresh = document.createDocumentFragment();
      fresh.append(...lines.slice(start, lines.length - end).map(lineElement));
      element.insertBefore(fresh, elements[shown.length - end] ?? null);
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

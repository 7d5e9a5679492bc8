import { showInvisibles } from '../../model/invisibles.ts';
import { tokenNodes } from '../paint.ts';
import type { CodePiece } from './code-pages.ts';
import type { Match } from './text-search.ts';

/**
 * A page of code as nodes.
 *
 * @param marks - what a search found in it, in their order
 * @param current - which of them the reader is at
 */
export function codeNodes(
  pieces: readonly CodePiece[],
  marks: readonly (Match & { readonly index: number })[],
  current: number,
): Node[] {
  let next = 0;
  return pieces.flatMap(({ kind, text, start }, at) => {
    // Pages stand one below the other, which is what the line end would do.
    const whole = at === pieces.length - 1 && text.endsWith('\n') ? text.slice(0, -1) : text;
    if (start === undefined) return tokenNodes([{ kind, text: whole }]);
    const nodes: Node[] = [];
    let done = 0;
    const push = (end: number): Node[] => {
      const part = showInvisibles(whole.slice(done, end));
      done = end;
      return part === '' ? [] : tokenNodes([{ kind, text: part }]);
    };
    while ((marks[next]?.end ?? 0) <= start && next < marks.length) next += 1;
    for (let index = next; index < marks.length; index += 1) {
      const mark = marks[index];
      if (!mark || mark.start >= start + whole.length) break;
      nodes.push(...push(Math.max(done, mark.start - start)));
      const element = document.createElement('mark');
      if (mark.index === current) element.className = 'is-current';
      element.append(...push(Math.min(whole.length, mark.end - start)));
      nodes.push(element);
    }
    nodes.push(...push(whole.length));
    return nodes;
  });
}

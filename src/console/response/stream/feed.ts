import { showInvisibles } from '../../../model/invisibles.ts';
import type { TextTail } from '../../stream/text-tail.ts';

/** Shows a growing text by appending to it, however long it gets. */
export interface Feed {
  /** Appends what is new; the oldest part goes once there is too much to show. */
  follow(text: TextTail): void;
}

/** A block is laid out again with each append to it, so it is closed at the first line end past this length. */
const BLOCK = 2000;
const MOST_BLOCKS = 100;

/**
 * @param element - keeps white space; its blocks stand one below the other
 * @param isCode - invisible characters show as what they are; prose is shown as it is
 */
export function createFeed(element: HTMLElement, isCode: boolean): Feed {
  let position = 0;
  let open: Text | undefined;

  const append = (text: string): void => {
    if (!open) {
      const block = document.createElement('div');
      open = document.createTextNode('');
      block.append(open);
      element.append(block);
    }
    open.appendData(isCode ? showInvisibles(text) : text);
  };

  return {
    follow(text) {
      let fresh = text.from(position);
      position = text.total();
      while (fresh !== '') {
        const room = Math.max(0, BLOCK - (open?.length ?? 0));
        const end = fresh.indexOf('\n', room);
        if (end < 0) {
          append(fresh);
          break;
        }
        // The line end itself is the space between two blocks.
        append(fresh.slice(0, end));
        if (open?.data === '') open.parentElement?.append(document.createElement('br'));
        open = undefined;
        fresh = fresh.slice(end + 1);
      }
      while (element.childElementCount > MOST_BLOCKS) element.firstElementChild?.remove();
    },
  };
}

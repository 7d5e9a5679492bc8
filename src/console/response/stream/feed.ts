import { showInvisibles } from '../../../model/invisibles.ts';
import type { TextTail } from '../../stream/text-tail.ts';

/** Shows a growing text by appending to it, however long it gets. */
export interface Feed {
  /** Appends what is new; the oldest part goes once there is too much to show. */
  follow(text: TextTail): void;
}

/** A block is laid out again with each append to it, so it is closed at the first line end past this length. */
const BLOCK = 2000;
/** One without a line end is closed in the middle: laying out a text of any length again and again would take too long. */
const LONGEST = 8000;
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
        const most = Math.max(2, LONGEST - (open?.length ?? 0));
        if (fresh.length > most && (end < 0 || end > most)) {
          const cut = placeToCut(fresh, most);
          append(fresh.slice(0, cut));
          open = undefined;
          fresh = fresh.slice(cut);
          continue;
        }
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

/** Behind a space, so that no word is cut; where there is none, not between the halves of one character. */
function placeToCut(text: string, most: number): number {
  const space = text.lastIndexOf(' ', most - 1) + 1;
  if (space > 0) return space;
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(most - 1));
  return Math.max(1, isHalf ? most - 1 : most);
}

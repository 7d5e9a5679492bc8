const ROOM = 240;

/** Puts a list under the place in the text that it is about, above it where there is no room below. */
export function placePopup(popup: HTMLElement, area: HTMLTextAreaElement, offset: number): void {
  const frame = popup.parentElement?.getBoundingClientRect();
  const caret = caretBox(area, offset);
  if (!frame || !caret) return;
  const left = Math.max(0, Math.min(caret.left - frame.left, frame.width - popup.offsetWidth));
  const isAbove = caret.bottom + ROOM > innerHeight && caret.top > ROOM;
  popup.style.setProperty('left', `${left}px`);
  popup.style.setProperty('top', isAbove ? 'auto' : `${caret.bottom - frame.top + 4}px`);
  popup.style.setProperty('bottom', isAbove ? `${frame.bottom - caret.top + 4}px` : 'auto');
  popup.classList.add('is-placed');
}

/** The layer behind the textarea has the same text at the same places, in elements that can be measured. */
function caretBox(area: HTMLTextAreaElement, offset: number): DOMRect | undefined {
  const before = area.value.slice(0, offset).split('\n');
  const line = area.parentElement?.querySelector('pre')?.children[before.length - 1];
  if (!line) return undefined;
  let left = before.at(-1)?.length ?? 0;
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left > length) {
      left -= length;
      continue;
    }
    const range = document.createRange();
    range.setStart(node, left);
    range.collapse(true);
    return range.getBoundingClientRect();
  }
  return line.getBoundingClientRect();
}

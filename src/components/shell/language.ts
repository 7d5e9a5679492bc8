import { fragmentText } from './fragment.ts';

const KEY = 'curlew.place';
/** What both languages of a page have in the same order. */
const MARKS = 'main :is(h2, h3, li.field, details.response)';

/** Switching the language keeps the place: the same part of the page stands where it stood. */
export function keepPlace(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    link.addEventListener('click', () => {
      // What the address names is there in the other language too, but for headings, whose ids are words. A reader
      // who has gone on from there stays where they are.
      const box = document.getElementById(fragmentText())?.getBoundingClientRect();
      link.hash = box && (box.bottom < 0 || box.top > innerHeight) ? '' : location.hash;
      const marks = visibleMarks();
      // What the reader looks at begins in the upper half.
      const index = marks.findLastIndex((mark) => mark.getBoundingClientRect().top < innerHeight / 2);
      if (index < 0 || scrollY === 0) return;
      const top = marks[index]?.getBoundingClientRect().top ?? 0;
      try {
        sessionStorage.setItem(KEY, JSON.stringify({ path: link.pathname, index, top }));
      } catch {
        // Storage may be forbidden; the other page then opens at its top.
      }
    });
  }
  restorePlace();
}

function visibleMarks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(MARKS)].filter(
    (mark) => mark.offsetParent !== null && !mark.closest('.panel'),
  );
}

function restorePlace(): void {
  let kept: string | null = null;
  try {
    kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
  } catch {
    return;
  }
  if (!kept || document.getElementById(fragmentText())) return;
  const { path, index, top } = JSON.parse(kept) as { path: string; index: number; top: number };
  const mark = visibleMarks()[index];
  if (path !== location.pathname || !mark) return;
  scrollBy({ top: mark.getBoundingClientRect().top - top, behavior: 'instant' });
}

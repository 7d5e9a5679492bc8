import { fill } from '../../i18n/translate.ts';
import type { ListRow, NavigationList } from '../../views/navigation-lists.ts';
import { filterRows, type Line, lineOf } from './filter-rows.ts';
import { navigationLine } from './nav-items.ts';

/** So many lines are shown of what was found. */
const MOST_FOUND = 50;
const watched = new WeakSet<HTMLInputElement>();

/** The field above the navigation: what it holds decides which pages of the site's lists show in its place. */
export async function listenForFilter(nav: HTMLElement, input: HTMLInputElement): Promise<void> {
  const box = input.closest<HTMLElement>('[data-lists]');
  const list = document.getElementById('navFound');
  const status = box?.querySelector<HTMLElement>('[role="status"]');
  if (!box || !list || !status || watched.has(input)) return;
  watched.add(input);
  const lines: Line[] = [];
  let isFailed = false;
  let isWhole = false;

  const show = (): void => {
    const words = input.value.trim();
    list.hidden = words === '';
    nav.toggleAttribute('data-filtered', words !== '');
    if (words === '') {
      status.textContent = '';
      list.replaceChildren();
      return;
    }
    const found = filterRows(lines, words);
    list.replaceChildren(...found.slice(0, MOST_FOUND).map(foundLine));
    const { found: count = '', foundMore = '', foundNone = '', foundFailed = '' } = box.dataset;
    const rest = found.length - MOST_FOUND;
    if (found.length === 0) status.textContent = isFailed ? foundFailed : isWhole ? foundNone : '';
    else
      status.textContent =
        fill(count, { count: found.length }) + (rest > 0 ? ` · ${fill(foundMore, { count: rest })}` : '');
  };
  input.addEventListener('input', show);
  for (const part of [box, list]) part.addEventListener('keydown', (event) => move(event, input, list, show));

  // One after the other: what the first has is found before the last is there.
  for (const path of box.dataset.lists?.split(' ') ?? []) {
    try {
      const response = await fetch(`${nav.dataset.files}${path}.json`);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      const { root, rows }: NavigationList = await response.json();
      lines.push(...rows.map((row: ListRow) => lineOf(root, row)));
    } catch (error) {
      console.error(error);
      isFailed = true;
    }
    show();
  }
  isWhole = true;
  show();
}

function foundLine({ item, at }: Line): HTMLLIElement {
  const line = navigationLine(item, '');
  if (at === undefined) return line;
  const path = document.createElement('small');
  path.textContent = at;
  line.querySelector('span')?.append(path);
  return line;
}

/** Arrow keys go through what was found, Enter in the field opens the first, Escape gives the navigation back. */
function move(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement, show: () => void): void {
  const links = [...list.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === 'Escape' && input.value !== '') {
    input.value = '';
    show();
    input.focus();
  } else if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus();
  else if (event.key === 'ArrowUp') (links[at - 1] ?? input).focus();
  else if (event.key === 'Enter' && event.target === input && !event.isComposing) links[0]?.click();
  else return;
  event.preventDefault();
}

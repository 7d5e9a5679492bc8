import type { NavigationItem } from '../../views/navigation-item.ts';
import { navigationLine } from './nav-items.ts';

/** Loads what a group holds that was opened. Where that fails it closes again: the link beside it leads to the same. */
export async function loadGroup(nav: HTMLElement, group: HTMLDetailsElement): Promise<void> {
  try {
    const lines = await take(nav, group);
    const list = document.createElement('ul');
    list.append(...lines);
    group.append(list);
  } catch {
    group.open = false;
  }
}

/**
 * Loads the whole of a list in place of the part of it that the page has.
 *
 * @throws where that fails
 */
export async function loadRest(nav: HTMLElement, link: HTMLAnchorElement): Promise<void> {
  const list = link.closest('ul');
  const lines = await take(nav, link);
  if (!list) return;
  const hrefOf = (line: Element): string =>
    line.querySelector<HTMLAnchorElement>(':scope > a:not(.nav-rest)')?.href ?? '';
  const old = [...list.children];
  const loaded = new Set(lines.map(hrefOf));
  // What stands there stays as it is, open or closed.
  const kept = new Map(old.map((line) => [hrefOf(line), line]));
  const isPart = (line: Element): boolean => loaded.has(hrefOf(line)) || line.contains(link);
  const first = old.findIndex(isPart);
  const all = lines.map((line) => kept.get(hrefOf(line)) ?? line);
  // The link that had the focus is gone: the first line that it brought takes it.
  const brought = all.find((line) => !kept.has(hrefOf(line)));
  list.replaceChildren(...old.slice(0, first), ...all, ...old.slice(first).filter((line) => !isPart(line)));
  brought?.querySelector('a')?.focus({ preventScroll: true });
}

/** The lines of an element's file, which it asks for once. */
async function take(nav: HTMLElement, element: HTMLElement): Promise<HTMLLIElement[]> {
  const { load } = element.dataset;
  delete element.dataset.load;
  element.ariaBusy = 'true';
  try {
    const response = await fetch(`${nav.dataset.files}${load}.json`);
    if (!response.ok) throw new Error(`${load}: ${response.status}`);
    const items: readonly NavigationItem[] = await response.json();
    return items.map((item) => navigationLine(item, nav.dataset.pagesOf ?? ''));
  } catch (error) {
    // The next press tries again.
    element.dataset.load = load;
    throw error;
  } finally {
    element.ariaBusy = null;
  }
}

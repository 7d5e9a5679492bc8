import { keep, keepInPlace, kept, listenToTabs } from '../code/tab-list.ts';

/** The tabs of guides. Those of one group show the same, as far as they have a tab of that title, on every page. */
export function listenForGuideTabs(): void {
  for (const tabs of document.querySelectorAll<HTMLElement>('.tabs')) {
    const list = tabs.querySelector<HTMLElement>('[role="tablist"]');
    if (list) listenToTabs(list, (tab) => keepInPlace(tab, () => choose(tab, tabs.dataset.group)));
    const { group } = tabs.dataset;
    if (group) showTitled(tabs, kept(`curlew.tab.${group}`));
  }
}

/** Shows a panel that an address leads into. */
export function showPanel(panel: Element): void {
  const tab = document.getElementById(panel.getAttribute('aria-labelledby') ?? '');
  if (tab) showTab(tab);
}

function choose(tab: HTMLElement, group: string | undefined): void {
  showTab(tab);
  if (!group) return;
  const title = tab.textContent;
  keep(`curlew.tab.${group}`, title);
  for (const tabs of document.querySelectorAll<HTMLElement>('.tabs')) {
    if (tabs.dataset.group === group) showTitled(tabs, title);
  }
}

function showTitled(tabs: HTMLElement, title: string | null): void {
  const found = [...(tabs.firstElementChild?.children ?? [])].find((tab) => tab.textContent === title);
  if (found) showTab(found);
}

function showTab(tab: Element): void {
  for (const one of tab.parentElement?.children ?? []) {
    const isShown = one === tab;
    one.setAttribute('aria-selected', String(isShown));
    (one as HTMLElement).tabIndex = isShown ? 0 : -1;
    document.getElementById(one.getAttribute('aria-controls') ?? '')?.toggleAttribute('data-shown', isShown);
  }
}

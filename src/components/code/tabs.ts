import { keep, keepInPlace, listenToTabs } from './tab-list.ts';
import { watchLines } from './wrap.ts';

/**
 * Code tabs. Which panel shows is decided by attributes and the style sheet, so one choice holds for every tab
 * list of a page at once; here the choice is made, kept and told to assistive software. What a page doesn't hold
 * is printed by `live-samples.ts`, which is loaded when a reader asks for it.
 */
export function listenForTabs(): void {
  for (const list of document.querySelectorAll<HTMLElement>('.code-tabs [role="tablist"]')) {
    listenToTabs(list, (tab) => choose(tab, tab.dataset.tab ?? ''));
  }
  document.addEventListener('click', (event) => {
    const button = closest(event.target, '[data-variant]');
    if (button) chooseLibrary(button);
  });
  listenForMore();
  listenForExamples();
  const { wanted } = root.dataset;
  if (wanted) choose(undefined, wanted);
  else show();
}

const root = document.documentElement;

function closest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

/** The languages that a page holds no code of, as `[id, label]`. */
function moreCodes(): string[][] {
  return (root.dataset.moreCodes ?? '').split('|').map((pair) => pair.split('='));
}

function listenForMore(): void {
  for (const select of document.querySelectorAll<HTMLSelectElement>('[data-more]')) {
    select.append(...moreCodes().map(([id, label = '']) => new Option(label, id)));
    select.addEventListener('change', () => {
      if (select.value) choose(select, select.value);
      select.value = '';
    });
  }
}

function listenForExamples(): void {
  for (const pick of document.querySelectorAll<HTMLElement>('[data-example-pick]')) {
    const select = pick.querySelector('select');
    const samples = pick.parentElement?.querySelector<HTMLElement>('.code-tabs');
    if (!select || !samples) continue;
    select.addEventListener('change', () => {
      // A console that was opened has the form, and prints by it.
      const isTaken = !samples.dispatchEvent(new CustomEvent('example', { detail: select.value, cancelable: true }));
      if (!isTaken) void live(({ showExample }) => showExample(samples, select.value));
    });
  }
}

type Live = typeof import('../../console/live-samples.ts');

async function live(use: (module: Live) => Promise<void>): Promise<void> {
  try {
    await use(await import('../../console/live-samples.ts'));
  } catch (error) {
    // The tabs that are there stay; the next choice tries again.
    console.error(error);
  }
}

/** @param at - what was pressed, which stays under the pointer when panels above it change their height */
function choose(at: HTMLElement | undefined, language: string): void {
  const samples = at?.closest<HTMLElement>('.code-tabs');
  // A fence among others that no sample has the language of: the other tabs of the page stay.
  const isOwn = language.startsWith('own-');
  if (samples) samples.dataset.own = isOwn ? language : '';
  if (!isOwn) chooseForAll(language);
  show(at);
}

function chooseForAll(language: string): void {
  if ([...(root.dataset.codes ?? '').split(' '), ...moreCodes().map(([id]) => id)].includes(language)) {
    keep('curlew.code', language);
  }
  root.dataset.code = language;
}

function chooseLibrary(button: HTMLElement): void {
  const library = button.dataset.variant ?? '';
  const group = [...(button.parentElement?.querySelectorAll<HTMLElement>('[data-variant]') ?? [])];
  const others = group.map((one) => one.dataset.variant);
  const kept = chosenLibraries().filter((one) => !others.includes(one));
  root.dataset.library = [library, ...kept].join(' ');
  show(button);
  if (!library.startsWith('author-')) keep('curlew.library', root.dataset.library);
}

function chosenLibraries(): string[] {
  return (root.dataset.library ?? '').split(' ').filter((name) => name !== '');
}

function show(at?: HTMLElement): void {
  // From now on the attributes of panels say which shows.
  root.dataset.tabs = '';
  const missing: Promise<void>[] = [];
  keepInPlace(at, () => {
    for (const samples of document.querySelectorAll<HTMLElement>('.code-tabs')) missing.push(...showIn(samples, at));
  });
  watchLines();
  // Pieces that showed something else before may hold an older request.
  const stale = [...document.querySelectorAll<HTMLElement>('.code-tabs')].filter((one) =>
    one.querySelector('[data-stale]'),
  );
  if (stale.length > 0) void live(async ({ refresh }) => void (await Promise.all(stale.map((one) => refresh(one)))));
  if (missing.length > 0) void Promise.all(missing).then(() => show(at));
}

/** @returns what is being printed, and shows when `show` is called again */
function showIn(samples: HTMLElement, at: HTMLElement | undefined): Promise<void>[] {
  const language = samples.dataset.own || (root.dataset.code ?? '');
  // Of the languages that were added, only the chosen one has a tab: the list stays short.
  for (const tab of samples.querySelectorAll<HTMLElement>('[data-added]')) tab.hidden = tab.dataset.tab !== language;
  const tabs = [...samples.querySelectorAll<HTMLElement>('[data-tab]:not([hidden])')];
  const missing: Promise<void>[] = [];
  const add = (id: string, library?: string): void => {
    const key = `${id} ${library ?? ''}`;
    if (!samples.dataset.request || tried.get(samples)?.has(key)) return;
    tried.set(samples, new Set([...(tried.get(samples) ?? []), key]));
    missing.push(live(({ addPanel }) => addPanel(samples, id, library)));
  };
  const isMore = moreCodes().some(([id]) => id === language);
  const asked = tabs.find((tab) => tab.dataset.tab === language);
  if (!asked && isMore && !samples.dataset.client) add(language);
  const chosen = asked ?? tabs.find((tab) => tab.dataset.tab !== 'http');
  for (const tab of tabs) {
    tab.setAttribute('aria-selected', String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
    if (tab === chosen && at && samples.contains(at)) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  for (const panel of samples.querySelectorAll<HTMLElement>('[data-panel]')) {
    const id = panel.dataset.panel ?? '';
    panel.toggleAttribute('data-shown', id === chosen?.dataset.tab);
    const variants = [...panel.querySelectorAll<HTMLElement>('[data-variant-panel]')];
    const libraries = [...panel.querySelectorAll<HTMLElement>('[data-variant]')].map(
      (one) => one.dataset.variant ?? '',
    );
    const wanted = chosenLibraries().find((one) => libraries.includes(one)) ?? samples.dataset.client;
    const found = variants.find((one) => one.dataset.variantPanel === wanted);
    if (!found && wanted && libraries.includes(wanted) && id === chosen?.dataset.tab) add(id, wanted);
    const shown = found ?? variants.find((one) => one.dataset.usual !== undefined) ?? variants[0];
    for (const one of variants) one.toggleAttribute('data-shown', one === shown);
    for (const button of panel.querySelectorAll<HTMLElement>('[data-variant]')) {
      button.setAttribute('aria-pressed', String(button.dataset.variant === shown?.dataset.variantPanel));
    }
  }
  return missing;
}

/** What was asked for, by code tabs: a second try comes with the next page only. */
const tried = new WeakMap<HTMLElement, ReadonlySet<string>>();

/**
 * Code tabs. Which panel shows is decided by an attribute of the root and the style sheet, so one choice
 * holds for every tab list of a page at once; here the choice is made, kept and told to assistive software.
 */
export function listenForTabs(): void {
  for (const list of document.querySelectorAll<HTMLElement>('.code-tabs [role="tablist"]')) {
    list.addEventListener('click', (event) => {
      const tab = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tab]') : null;
      if (tab) choose(tab);
    });
    list.addEventListener('keydown', (event) => {
      const tabs = [...list.querySelectorAll<HTMLElement>('[data-tab]:not([hidden])')];
      const at = tabs.indexOf(event.target as HTMLElement);
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const next =
        event.key === 'Home' ? tabs[0] : event.key === 'End' ? tabs.at(-1) : step && tabs.at((at + step) % tabs.length);
      if (at < 0 || !next) return;
      event.preventDefault();
      choose(next);
      next.focus();
    });
  }
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-variant]') : null;
    if (button) chooseLibrary(button);
  });
  show();
}

function chooseLibrary(button: HTMLElement): void {
  const library = button.dataset.variant ?? '';
  const before = button.getBoundingClientRect().top;
  document.documentElement.dataset.library = library;
  show();
  scrollBy({ top: button.getBoundingClientRect().top - before, behavior: 'instant' });
  keep('curlew.library', library);
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
}

function choose(tab: HTMLElement): void {
  const language = tab.dataset.tab ?? '';
  // The tab must stay under the pointer when panels above it change their height.
  const before = tab.getBoundingClientRect().top;
  document.documentElement.dataset.code = language;
  show();
  scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' });
  if (!(document.documentElement.dataset.codes ?? '').split(' ').includes(language)) return;
  keep('curlew.code', language);
}

function show(): void {
  const language = document.documentElement.dataset.code;
  for (const list of document.querySelectorAll('.code-tabs [role="tablist"]')) {
    const tabs = [...list.querySelectorAll<HTMLElement>('[data-tab]')];
    const chosen = tabs.find((tab) => tab.dataset.tab === language) ?? tabs.find((tab) => !tab.hidden);
    for (const tab of tabs) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
  }
  const library = document.documentElement.dataset.library;
  for (const button of document.querySelectorAll<HTMLElement>('[data-variant]')) {
    const preferred = button.closest<HTMLElement>('[data-client]')?.dataset.client ?? 'http';
    button.setAttribute('aria-pressed', String(button.dataset.variant === (library ?? preferred)));
  }
}

import { openFragment } from './fragment.ts';

/** The button and the keys that open the search. Nothing of the search is loaded before the first of them. */
export function listenForSearch(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-search]');
  if (!button) return;
  const failure = button.nextElementSibling as HTMLElement;
  /** What was typed while the search is on its way; undefined where it isn't. */
  let typed: string | undefined;
  const open = async (): Promise<void> => {
    failure.hidden = true;
    typed ??= '';
    try {
      const { openSearch } = await import('../search/palette.ts');
      await openSearch(button, openFragment, () => typed);
    } catch (error) {
      console.error(error);
      failure.hidden = false;
    }
    typed = undefined;
  };
  button.addEventListener('click', open);
  addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const isCommand = (ctrlKey || metaKey) && !altKey;
    if (typed !== undefined && !key[1] && !isCommand) {
      typed += key;
      event.preventDefault();
      return;
    }
    const isTyped = (target as Element).closest?.('input, textarea, select, [contenteditable]');
    if (isCommand ? key !== 'k' : key !== '/' || altKey || isTyped) return;
    // Another dialog has the keys to itself.
    if (document.querySelector('dialog:modal:not(.search)')) return;
    event.preventDefault();
    void open();
  });
  if (/Mac|iP/.test(navigator.platform)) button.querySelector('kbd')?.setAttribute('data-keys', '⌘K');
}

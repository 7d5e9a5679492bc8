import { openFragment } from './fragment.ts';

/** The button and the keys that open the search. Nothing of the search is loaded before the first of them. */
export function listenForSearch(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-search]');
  if (!button) return;
  const failure = button.nextElementSibling as HTMLElement;
  const open = async (): Promise<void> => {
    failure.hidden = true;
    try {
      const { openSearch } = await import('../search/palette.ts');
      await openSearch(button, openFragment);
    } catch (error) {
      console.error(error);
      failure.hidden = false;
    }
  };
  button.addEventListener('click', open);
  addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const isCommand = (ctrlKey || metaKey) && !altKey;
    const isTyped = (target as Element).closest?.('input, textarea, select, [contenteditable]');
    if (isCommand ? key !== 'k' : key !== '/' || altKey || isTyped) return;
    // Another dialog has the keys to itself.
    if (document.querySelector('dialog:modal:not(.search)')) return;
    event.preventDefault();
    void open();
  });
  if (/Mac|iP/.test(navigator.platform)) button.querySelector('kbd')?.setAttribute('data-keys', '⌘K');
}

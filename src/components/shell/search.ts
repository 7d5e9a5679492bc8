import type { Manifest } from '../../search/format.ts';
import { openFragment } from './fragment.ts';
import { whenReached } from './reach.ts';

/** The button and the keys that open the search. Nothing of the search is loaded before the first of them. */
export function listenForSearch(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-search]');
  if (!button) return;
  const failure = button.nextElementSibling as HTMLElement;
  /** What was typed while the search is on its way; undefined where it isn't. */
  let typed: string | undefined;
  let loading: Promise<[typeof import('../search/palette.ts'), Manifest[]]> | undefined;
  /** The script, and beside it what it reads first. */
  const load = () => {
    loading ??= Promise.all([
      import('../search/palette.ts'),
      // Of the index of all that is current, and of that of the version that is read.
      Promise.all(
        (button.dataset.search ?? '').split(' ').map(async (url) => (await fetch(url, { cache: 'no-cache' })).json()),
      ),
    ]);
    // The next press tries again.
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  const open = async (): Promise<void> => {
    failure.hidden = true;
    typed ??= '';
    try {
      const [{ openSearch }, manifests] = await load();
      await openSearch(manifests, openFragment, () => typed);
    } catch (error) {
      console.error(error);
      failure.hidden = false;
    }
    typed = undefined;
  };
  button.addEventListener('click', open);
  whenReached(button, load);
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

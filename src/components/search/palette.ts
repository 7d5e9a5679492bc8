import { loadStyles } from '../../console/load-styles.ts';
import type { SearchMessages } from '../../i18n/en.ts';
import type { Manifest } from '../../search/format.ts';
import { el, icon, LENS } from './elements.ts';
import { likelyLinks } from './likely-links.ts';
import styles from './palette.css?url&no-inline';
import { Results } from './results.ts';
import { openIndexes } from './sources.ts';

let opening: Promise<Palette> | undefined;

/**
 * Opens the search.
 *
 * @param manifests - the indexes' first files, that of all that is current first
 * @param arrive - shows what the address names, where the address stays as it was
 * @param typed - what was typed between the press and the opening
 */
export async function openSearch(
  manifests: readonly Manifest[],
  arrive: () => void,
  typed: () => string | undefined,
): Promise<void> {
  opening ??= makePalette(manifests, arrive);
  opening.catch(() => {
    // The next press tries again.
    opening = undefined;
  });
  (await opening).open(typed());
}

/**
 * Links to what the parts of an address may mean, the likeliest first.
 *
 * @param manifests - as `openSearch` takes them
 */
export async function findLikely(
  manifests: readonly Manifest[],
  parts: readonly string[],
): Promise<HTMLAnchorElement[]> {
  const [links] = await Promise.all([likelyLinks(openIndexes(manifests), parts), loadStyles(styles)]);
  return links;
}

interface Palette {
  open(typed?: string): void;
}

async function makePalette(manifests: readonly Manifest[], arrive: () => void): Promise<Palette> {
  const source = openIndexes(manifests);
  await loadStyles(styles);
  const { text } = source.manifest;
  const input = makeInput(text);
  const close = el('button', { type: 'button', class: 'search-close' }, text.close);
  const list = el('div', { class: 'search-list', id: 'searchList', role: 'listbox', 'aria-label': text.title });
  const notes = el('div', { class: 'search-notes' });
  const status = el('p', { class: 'visually-hidden', role: 'status' });
  const body = el('div', { class: 'search-body' }, list, notes);
  const dialog = el(
    'dialog',
    { class: 'search', 'aria-label': text.title },
    el('div', { class: 'search-head' }, icon(LENS), input, close),
    body,
    foot(text),
    status,
  );
  document.body.append(dialog);

  const results = new Results({ input, list, notes, status, source, leave });
  function leave(href: string, isNewTab: boolean): void {
    if (isNewTab) {
      window.open(href, '_blank', 'noopener');
      return;
    }
    dialog.close();
    const isHere = new URL(href, location.href).href === location.href;
    location.assign(href);
    if (isHere) arrive();
  }

  input.addEventListener('input', () => void results.search());
  dialog.addEventListener('keydown', (event) => onKey(event, results, input));
  list.addEventListener('click', (event) => results.click(event));
  list.addEventListener('pointermove', (event) => results.point(event));
  close.addEventListener('click', () => dialog.close());
  // A press beside the sheet; inside it something else is the target.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return {
    open: (typed) => {
      if (dialog.open) return;
      dialog.showModal();
      if (typed) input.value = typed;
      else input.select();
      void results.search();
    },
  };
}

function makeInput(text: SearchMessages): HTMLInputElement {
  return el('input', {
    type: 'text',
    class: 'search-input',
    role: 'combobox',
    placeholder: text.placeholder,
    'aria-label': text.placeholder,
    'aria-autocomplete': 'list',
    'aria-controls': 'searchList',
    'aria-expanded': 'true',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    maxlength: '200',
  });
}

function foot(text: SearchMessages): HTMLElement {
  const keys = [
    [['↑', '↓'], text.keyMove],
    [['↵'], text.keyOpen],
    [['Ctrl', '↵'], text.keyTab],
    [['Esc'], text.keyClose],
  ] as const;
  const entries = keys.map(([names, does]) => el('span', {}, ...names.map((name) => el('kbd', {}, name)), does));
  return el('div', { class: 'search-foot', 'aria-hidden': 'true' }, ...entries);
}

function onKey(event: KeyboardEvent, results: Results, input: HTMLInputElement): void {
  // What an input method is still making of keys is its own.
  if (event.isComposing || event.target !== input) return;
  const isCommand = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowDown':
      results.move(1);
      break;
    case 'ArrowUp':
      results.move(-1);
      break;
    case 'PageDown':
      results.move(5);
      break;
    case 'PageUp':
      results.move(-5);
      break;
    case 'Enter':
      results.choose(isCommand);
      break;
    default:
      return;
  }
  event.preventDefault();
}

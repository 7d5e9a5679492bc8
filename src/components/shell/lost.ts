import { addressWords } from '../../search/address-words.ts';
import type { Manifest } from '../../search/format.ts';
import { openFragment } from './fragment.ts';

/** On the page for addresses that lead nowhere: speaks the language of the address, and offers what it may mean. */
export async function offerPages(): Promise<void> {
  const section = showLanguage();
  const offer = section.querySelector<HTMLElement>('[data-likely]');
  const button = offer?.querySelector('button');
  const parts = addressWords(location.pathname.slice(section.dataset.root?.length), location.hash.slice(1));
  if (!offer || !button || parts.length === 0) return;
  const [{ findLikely, openSearch }, manifest] = await Promise.all([
    import('../search/palette.ts'),
    fetch(section.dataset.index ?? '', { cache: 'no-cache' }).then((one) => one.json() as Promise<Manifest>),
  ]);
  const links = await findLikely([manifest], parts);
  if (links.length === 0) return;
  const items = links.map((link) => {
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  offer.querySelector('ul')?.replaceChildren(...items);
  button.addEventListener('click', () => void openSearch([manifest], openFragment, () => parts.join(' ')));
  offer.hidden = false;
}

/** Many hosts have one such page for all languages; it has a section in each. */
function showLanguage(): HTMLElement {
  const sections = [...document.querySelectorAll<HTMLElement>('[data-lost]')];
  // The root of the default language begins every address, those of the others come after it.
  const own =
    sections.findLast(({ dataset }) => location.pathname.startsWith(dataset.root ?? '')) ??
    (sections[0] as HTMLElement);
  for (const section of sections) section.hidden = section !== own;
  if (own !== sections[0]) {
    document.title = own.dataset.title ?? '';
    for (const offer of document.querySelectorAll<HTMLElement>('[data-language-offer]')) {
      offer.hidden ||= offer.lang === own.lang;
    }
    // The search of the page speaks it too.
    const button = document.querySelector<HTMLElement>('[data-search]');
    if (button) button.dataset.search = own.dataset.index;
  }
  return own;
}

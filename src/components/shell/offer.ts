import { keep, kept } from '../code/tab-list.ts';

const KEY = 'curlew.language';

/**
 * Offers the page in the reader's language: the one chosen last on this site, else the browser's. It is only ever an
 * offer: the address decides what is read, and closing the offer is a choice too.
 */
export function offerLanguage(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    link.addEventListener('click', () => keep(KEY, link.hreflang));
  }
  const { lang: here } = document.documentElement;
  const offers = [...document.querySelectorAll<HTMLElement>('[data-language-offer]')];
  const tags = [here, ...offers.map(({ lang }) => lang)];
  const known = (wanted: string): string | undefined =>
    tags.find((tag) => tag === wanted) ?? tags.find((tag) => tag.split('-')[0] === wanted.split('-')[0]);
  const wanted = [kept(KEY) ?? navigator.languages].flat().map(known).find(Boolean);
  const offer = offers.find(({ lang }) => lang === wanted);
  if (!offer || wanted === here) return;
  offer.hidden = false;
  offer.querySelector('button')?.addEventListener('click', () => {
    offer.hidden = true;
    keep(KEY, here);
  });
}

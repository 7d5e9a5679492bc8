import { showPanel } from '../guide/tabs.ts';

/**
 * What an address names after its `#`, decoded. Anyone can write an address: a `%` that encodes nothing stays as it is.
 */
export function fragmentText(hash = location.hash): string {
  const text = hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Opens whatever hides the element that the address names, and goes there. */
export function openFragment(): void {
  const id = fragmentText();
  const target = id ? document.getElementById(id) : null;
  if (!target) {
    if (id && document.querySelector('.sheets')) void import('./other-sheet.ts').then(({ findSheet }) => findSheet(id));
    return;
  }
  // A section of an older page: it lives elsewhere now, and the language of its samples goes along.
  if (target instanceof HTMLAnchorElement && target.dataset.moved !== undefined) {
    target.search = location.search;
    location.replace(target.href);
    return;
  }
  let hidden = false;
  for (let node: Element | null = target; node; node = node.parentElement) {
    if (node instanceof HTMLDetailsElement && !node.open) {
      node.open = true;
      hidden = true;
    }
    if (node.matches('.tab-panel:not([data-shown])')) {
      showPanel(node);
      hidden = true;
    } else if (node.matches('.code-panel') && node.getClientRects().length === 0) {
      document.getElementById(node.getAttribute('aria-labelledby') ?? '')?.click();
      hidden = true;
    }
  }
  if (hidden) target.scrollIntoView();
}

import { showPanel } from '../guide/tabs.ts';

/**
 * What an address names after its `#`, decoded. Anyone can write an address: a `%` that encodes nothing stays as it is.
 */
export function fragmentText(): string {
  const text = location.hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Opens every `<details>` and tab that hides the element the address names, and goes there. */
export function openFragment(): void {
  const id = fragmentText();
  const target = id ? document.getElementById(id) : null;
  if (!target) return;
  // A section of an older page: it lives elsewhere now.
  if (target instanceof HTMLAnchorElement && target.dataset.moved !== undefined) {
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
    }
  }
  if (hidden) target.scrollIntoView();
}

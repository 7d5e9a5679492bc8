import { fragmentText } from './fragment.ts';

const SHOWN_FOR = 1600;

/**
 * Names and headings are links to themselves. A press on one leads there, as everywhere, and copies the address.
 */
export function listenForAnchors(): void {
  document.addEventListener('click', async (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('main a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!document.getElementById(fragmentText(link.hash))?.contains(link)) return;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return; // Forbidden, or no secure page; the address bar has it.
    }
    const status = document.getElementById('linkStatus') as HTMLElement;
    status.textContent = status.dataset.copied ?? '';
    link.dataset.state = 'copied';
    setTimeout(() => {
      status.textContent = '';
      delete link.dataset.state;
    }, SHOWN_FOR);
  });
}

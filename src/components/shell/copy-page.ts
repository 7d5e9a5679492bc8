import { showCopied } from '../code/copy.ts';

/** The button that copies a page as Markdown: what the link beside it leads to. */
export function listenForCopyPage(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-copy-page]');
  const link = button?.parentElement?.querySelector('a');
  if (!button || !link) return;
  const load = async (): Promise<Blob> => {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(String(answer.status));
    return new Blob([await answer.text()], { type: 'text/plain' });
  };
  button.addEventListener('click', async () => {
    try {
      // Given as a promise: the press would else be over before there is something to write.
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': load() })]);
      showCopied(button);
    } catch {
      // Forbidden, or no secure page: where it can be copied by hand.
      location.assign(link.href);
    }
  });
}

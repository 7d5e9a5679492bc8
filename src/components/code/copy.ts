const SHOWN_FOR = 1600;

/** Copy buttons: the text of the code panel that the button stands in, exactly as shown. */
export function listenForCopy(): void {
  document.addEventListener('click', async (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-copy]') : null;
    if (!button) return;
    const box = button.closest('.code');
    const code = [...(box?.querySelectorAll('code') ?? [])].find((one) => one.offsetParent !== null);
    if (!code) return;
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
    } catch {
      // Forbidden, or no secure page: selected, it is one key press away.
      getSelection()?.selectAllChildren(code);
      return;
    }
    showCopied(button);
  });
}

/** Says for a while, in the element after the button, that something was copied. */
export function showCopied(button: HTMLElement): void {
  const status = button.nextElementSibling;
  if (!status) return;
  status.textContent = button.dataset.copied ?? '';
  button.dataset.state = 'copied';
  setTimeout(() => {
    status.textContent = '';
    delete button.dataset.state;
  }, SHOWN_FOR);
}

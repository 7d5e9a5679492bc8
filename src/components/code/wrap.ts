import { keep } from './tab-list.ts';

const root = document.documentElement;

/** The switch that wraps long lines: it shows where a line is longer than its box, and holds for all code of all pages. */
export function listenForWrap(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('.wrap')) return;
    keep('curlew.wrap', root.toggleAttribute('data-wrap') ? 'on' : '');
    tellState();
  });
  tellState();
}

function tellState(): void {
  for (const button of document.querySelectorAll('.wrap')) button.setAttribute('aria-pressed', String(isOn()));
}

function isOn(): boolean {
  return root.hasAttribute('data-wrap');
}

const observer = new ResizeObserver((entries) => {
  const boxes = new Set(entries.map(({ target }) => target.closest('.code-body, .code')));
  for (const box of boxes) box?.toggleAttribute('data-long', [...box.querySelectorAll('pre > code')].some(isLong));
});

/** Looks at all code that is on the page by now, and again whenever it changes its size. */
export function watchLines(): void {
  for (const code of document.querySelectorAll('.code pre > code')) observer.observe(code);
}

function isLong(code: Element): boolean {
  const pre = code.parentElement;
  if (!pre || !isOn()) return (pre?.scrollWidth ?? 0) > (pre?.clientWidth ?? 0);
  const lines = (code.textContent ?? '').split('\n').length;
  return code.clientHeight > (lines + 0.5) * Number.parseFloat(getComputedStyle(code).lineHeight);
}

/** The code that shows in code tabs. */
function shownCode(samples: HTMLElement): HTMLElement | undefined {
  return [...samples.querySelectorAll<HTMLElement>('[data-variant-panel] pre')].find(
    (pre) => pre.offsetParent !== null,
  );
}

interface Held {
  readonly pre: HTMLElement;
  readonly height: number;
}

/** Keeps the height of the code that shows while other text takes its place. */
export function holdHeight(samples: HTMLElement): Held | undefined {
  const pre = shownCode(samples);
  if (!pre) return undefined;
  const { height } = pre.getBoundingClientRect();
  pre.style.setProperty('block-size', `${height}px`);
  return { pre, height };
}

/** Gives the height back: at once where nothing moves by it, otherwise when the reader turns to the code, or on paper. */
export function letGo(samples: HTMLElement, held: Held | undefined): void {
  if (!held) return;
  const { pre, height } = held;
  const release = (): void => void pre.style.removeProperty('block-size');
  release();
  if (pre.getBoundingClientRect().height === height) return;
  pre.style.setProperty('block-size', `${height}px`);
  for (const event of ['pointerenter', 'focusin', 'shared']) samples.addEventListener(event, release, { once: true });
  addEventListener('beforeprint', release, { once: true });
}

import { kept } from './tab-list.ts';

/**
 * The bars of shared values (`SharedValues.astro`). What reads, sets and prints them is loaded when a reader has set
 * some, opens a bar or changes such a value in the console.
 */
export function listenForShared(): void {
  const bars = [...document.querySelectorAll<HTMLElement>('.shared')];
  /** What the samples of the page were printed with, by the name it is kept under. */
  const seen = new Map<string, string | null>();
  const follow = (): void => {
    for (const { dataset } of bars) {
      const name = dataset.shared ?? '';
      const text = keptShared(name);
      if (text === (seen.get(name) ?? null)) continue;
      seen.set(name, text);
      use(({ followKept }) => followKept(name));
    }
  };
  for (const bar of bars) {
    bar.querySelector('details')?.addEventListener('toggle', () => use(({ openBar }) => openBar(bar)), { once: true });
  }
  document.addEventListener('form', (event) => {
    const bar = bars.find(({ parentElement }) => parentElement?.contains(event.target as Node));
    if (bar) use(({ offer }) => offer(bar, (event as CustomEvent).detail));
  });
  addEventListener('storage', follow);
  // A page that the browser kept may be older than what was set on another.
  addEventListener('pageshow', ({ persisted }) => persisted && follow());
  // The page as it is comes first.
  requestAnimationFrame(() => setTimeout(follow));
}

/** The values as they are kept under a name. */
export function keptShared(name: string | undefined): string | null {
  return name === undefined ? null : kept(name);
}

async function use(work: (module: typeof import('../../console/shared-bar.ts')) => Promise<void>): Promise<void> {
  try {
    await work(await import('../../console/shared-bar.ts'));
  } catch (error) {
    // The samples that are there stay; the next press tries again.
    console.error(error);
  }
}

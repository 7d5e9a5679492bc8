import type { KeyStorage } from './storage.ts';

/** Stands in for the origin of the sandbox in the page. No URL has this origin. */
export const IN_PAGE = 'in-page';

/**
 * The keys of this tab. Each belongs to the origin that was shown while it was typed and is never handed
 * out for another one (security rules C1 and C2).
 */
export interface Credentials {
  /** Empty when there is none for this origin. */
  get(origin: string, scheme: string): string;
  set(origin: string, scheme: string, value: string): void;
  /** Another origin that a key of this scheme was typed for, while this origin has none. */
  elsewhere(origin: string, scheme: string): string | undefined;
  /** Copies the key of another origin after the reader agreed to it. */
  adopt(from: string, to: string, scheme: string): void;
  isRemembered(origin: string, scheme: string): boolean;
  /** Keeps the key over page loads of this tab, also one that is typed later, or stops keeping it. */
  remember(origin: string, scheme: string, on: boolean): void;
  /** No key is held or remembered, for any origin. */
  isEmpty(): boolean;
  /** Empties everything, the remembered keys too. */
  forget(): void;
  /** Empties this page's memory; the remembered keys stay. */
  leavePage(): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

interface Held {
  readonly origin: string;
  readonly scheme: string;
  readonly value: string;
}

export function createCredentials(storage: KeyStorage): Credentials {
  let held: readonly Held[] = [];
  /** For these origins and schemes the reader wants the key kept; told before it is typed. */
  let wanted: readonly Omit<Held, 'value'>[] = [];
  const listeners = new Set<() => void>();

  const matches = (origin: string, scheme: string) => (key: Omit<Held, 'value'>) =>
    key.origin === origin && key.scheme === scheme;
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const all = (): readonly Held[] => [...held, ...storage.all()];
  const get = (origin: string, scheme: string): string => all().find(matches(origin, scheme))?.value ?? '';
  const isRemembered = (origin: string, scheme: string): boolean =>
    [...wanted, ...storage.all()].some(matches(origin, scheme));
  const hold = (origin: string, scheme: string, value: string): void => {
    const others = held.filter((key) => !matches(origin, scheme)(key));
    held = value ? [...others, { origin, scheme, value }] : others;
  };

  const set = (origin: string, scheme: string, value: string): void => {
    if (isRemembered(origin, scheme)) {
      if (value) storage.write({ origin, scheme, value });
      else storage.remove(origin, scheme);
    }
    hold(origin, scheme, value);
    changed();
  };

  return {
    get,
    isRemembered,
    set,
    elsewhere(origin, scheme) {
      if (get(origin, scheme)) return undefined;
      return all().find((key) => key.scheme === scheme)?.origin;
    },
    adopt(from, to, scheme) {
      set(to, scheme, get(from, scheme));
    },
    remember(origin, scheme, on) {
      const value = get(origin, scheme);
      hold(origin, scheme, value);
      wanted = wanted.filter((key) => !matches(origin, scheme)(key));
      if (on) wanted = [...wanted, { origin, scheme }];
      if (on && value) storage.write({ origin, scheme, value });
      else storage.remove(origin, scheme);
      changed();
    },
    isEmpty: () => all().length === 0,
    forget() {
      held = [];
      wanted = [];
      storage.clear();
      changed();
    },
    leavePage() {
      held = [];
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

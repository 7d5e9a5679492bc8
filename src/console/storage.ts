/** Keys that the reader asked to keep for this tab. No other file of the console touches storage. */
export interface KeyStorage {
  /** Every kept key with its origin and scheme. */
  all(): readonly StoredKey[];
  write(key: StoredKey): void;
  remove(origin: string, scheme: string): void;
  clear(): void;
}

export interface StoredKey {
  readonly origin: string;
  readonly scheme: string;
  readonly value: string;
}

const PREFIX = 'curlew-key ';

/**
 * sessionStorage, which ends with the tab. Where the browser refuses it, nothing is kept and nothing breaks.
 *
 * @param storage - asked for at each use, since reading `window.sessionStorage` itself may throw
 */
export function createKeyStorage(storage: () => Storage): KeyStorage {
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  };
  const names = (kept: Storage): string[] =>
    Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '').filter((name) => name.startsWith(PREFIX));

  return {
    all: () =>
      attempt((kept) => {
        return names(kept).flatMap((name): StoredKey[] => {
          // An origin holds no space, a scheme may.
          const [origin = '', ...scheme] = name.slice(PREFIX.length).split(' ');
          const value = kept.getItem(name);
          return value ? [{ origin, scheme: scheme.join(' '), value }] : [];
        });
      }, []),
    write: ({ origin, scheme, value }) =>
      attempt((kept) => kept.setItem(`${PREFIX}${origin} ${scheme}`, value), undefined),
    remove: (origin, scheme) => attempt((kept) => kept.removeItem(`${PREFIX}${origin} ${scheme}`), undefined),
    clear: () =>
      attempt((kept) => {
        for (const name of names(kept)) kept.removeItem(name);
      }, undefined),
  };
}

const CHOICE = 'curlew-choice ';

/** A choice of how something is shown, kept for the tab; no secret. Nothing where the browser refuses storage. */
export function readChoice(name: string): string | undefined {
  try {
    return sessionStorage.getItem(CHOICE + name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepChoice(name: string, value: string): void {
  try {
    sessionStorage.setItem(CHOICE + name, value);
  } catch {
    // It holds for this page all the same.
  }
}

import { beforeEach, describe, expect, it } from 'vitest';
import { type Credentials, createCredentials, IN_PAGE } from './credentials.ts';
import { createKeyStorage, type KeyStorage } from './storage.ts';

const A = 'https://a.example';
const B = 'https://b.example:8443';

class MemoryStorage implements Storage {
  readonly map = new Map<string, string>();
  get length(): number {
    return this.map.size;
  }
  key = (index: number): string | null => [...this.map.keys()][index] ?? null;
  getItem = (key: string): string | null => this.map.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.map.set(key, value);
  removeItem = (key: string): void => void this.map.delete(key);
  clear = (): void => this.map.clear();
}

let tab: MemoryStorage;
let storage: KeyStorage;
let credentials: Credentials;

beforeEach(() => {
  tab = new MemoryStorage();
  tab.setItem('theme', 'dark');
  storage = createKeyStorage(() => tab);
  credentials = createCredentials(storage);
});

const stored = (): string => [...tab.map].flat().join('|');

describe('createCredentials', () => {
  it('gives a key only to the origin it was typed for', () => {
    credentials.set(A, 'apiKey', 'k-1');
    expect(credentials.get(A, 'apiKey')).toBe('k-1');
    expect(credentials.get(B, 'apiKey')).toBe('');
    expect(credentials.get(A, 'other')).toBe('');
    expect(credentials.elsewhere(B, 'apiKey')).toBe(A);
    expect(credentials.elsewhere(A, 'apiKey')).toBeUndefined();
    expect(credentials.elsewhere(B, 'other')).toBeUndefined();
  });

  it('asks even between the sandbox in the page and a server', () => {
    credentials.set(IN_PAGE, 'apiKey', 'k-1');
    expect(credentials.get(A, 'apiKey')).toBe('');
    expect(credentials.elsewhere(A, 'apiKey')).toBe(IN_PAGE);
    credentials.adopt(IN_PAGE, A, 'apiKey');
    expect(credentials.get(A, 'apiKey')).toBe('k-1');
    expect(credentials.get(B, 'apiKey')).toBe('');
  });

  it('keeps a key that is adopted after the wish', () => {
    credentials.set(IN_PAGE, 'apiKey', 'k-1');
    credentials.remember(A, 'apiKey', true);
    credentials.adopt(IN_PAGE, A, 'apiKey');
    expect(createCredentials(storage).get(A, 'apiKey')).toBe('k-1');
    expect(stored()).not.toContain(IN_PAGE);
  });

  it('stores nothing unless asked, then only that one', () => {
    credentials.set(A, 'apiKey', 'k-1');
    credentials.set(B, 'apiKey', 'k-2');
    expect(stored()).toBe('theme|dark');
    credentials.remember(A, 'apiKey', true);
    expect(stored()).toContain('k-1');
    expect(stored()).not.toContain('k-2');
    expect(credentials.isRemembered(B, 'apiKey')).toBe(false);
  });

  it('keeps a remembered key over page loads and follows its changes', () => {
    credentials.set(A, 'api key', 'k-1');
    credentials.remember(A, 'api key', true);
    credentials.set(A, 'api key', 'k-2');
    const next = createCredentials(storage);
    expect(next.get(A, 'api key')).toBe('k-2');
    expect(next.get(B, 'api key')).toBe('');
    next.remember(A, 'api key', false);
    expect(next.get(A, 'api key')).toBe('k-2');
    expect(stored()).toBe('theme|dark');
  });

  it('keeps a key that is typed after the wish', () => {
    credentials.remember(A, 'apiKey', true);
    expect(stored()).toBe('theme|dark');
    credentials.set(A, 'apiKey', 'k-1');
    expect(stored()).toContain('k-1');
    credentials.forget();
    credentials.set(A, 'apiKey', 'k-2');
    expect(stored()).toBe('theme|dark');
  });

  it('drops a remembered key when the field is emptied', () => {
    credentials.set(A, 'apiKey', 'k-1');
    credentials.remember(A, 'apiKey', true);
    credentials.set(A, 'apiKey', '');
    expect(stored()).toBe('theme|dark');
  });

  it('forgets everything, and nothing that is not a key', () => {
    credentials.set(A, 'apiKey', 'k-1');
    credentials.remember(A, 'apiKey', true);
    credentials.set(B, 'apiKey', 'k-2');
    expect(credentials.isEmpty()).toBe(false);
    credentials.forget();
    expect(credentials.isEmpty()).toBe(true);
    expect([credentials.get(A, 'apiKey'), credentials.get(B, 'apiKey')]).toEqual(['', '']);
    expect(stored()).toBe('theme|dark');
  });

  it('leaves the page with an empty memory', () => {
    credentials.set(A, 'apiKey', 'k-1');
    credentials.set(B, 'apiKey', 'k-2');
    credentials.remember(B, 'apiKey', true);
    credentials.leavePage();
    expect([credentials.get(A, 'apiKey'), credentials.get(B, 'apiKey')]).toEqual(['', 'k-2']);
  });

  it('works where the browser refuses storage', () => {
    const refused = createCredentials(
      createKeyStorage(() => {
        throw new Error('SecurityError');
      }),
    );
    refused.set(A, 'apiKey', 'k-1');
    refused.remember(A, 'apiKey', true);
    expect([refused.get(A, 'apiKey'), refused.isRemembered(A, 'apiKey')]).toEqual(['k-1', true]);
  });

  it('tells its listeners until they leave', () => {
    let calls = 0;
    const leave = credentials.subscribe(() => {
      calls += 1;
    });
    credentials.set(A, 'apiKey', 'k');
    leave();
    credentials.forget();
    expect(calls).toBe(1);
  });
});

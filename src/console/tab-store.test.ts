import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tabStore } from './tab-store.ts';

/** As much of a Storage as is used here, its names among its own keys as in browsers. */
class FakeStorage {
  [name: string]: unknown;
  getItem(name: string): string | null {
    return Object.hasOwn(this, name) ? String(this[name]) : null;
  }
  setItem(name: string, text: string): void {
    this[name] = text;
  }
  removeItem(name: string): void {
    delete this[name];
  }
}

let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
  vi.stubGlobal('sessionStorage', storage);
});
afterEach(() => vi.unstubAllGlobals());

it('keeps what was made for the other pages of the tab', () => {
  expect(tabStore().read('pets /pets')).toBeUndefined();
  tabStore().write('pets /pets', '{"1":{}}');
  expect(tabStore().read('pets /pets')).toBe('{"1":{}}');
});

it('keeps twenty collections, and nothing of others is touched', () => {
  storage.setItem('curlew-key x', 'k');
  for (let at = 0; at < 30; at += 1) tabStore().write(`c${at}`, '{}');
  expect(Object.keys(storage).filter((name) => name.startsWith('curlew-sandbox ')).length).toBe(20);
  expect(tabStore().read('c29')).toBe('{}');
  expect(storage.getItem('curlew-key x')).toBe('k');
});

it('breaks nothing where storage is refused', () => {
  vi.stubGlobal('sessionStorage', undefined);
  tabStore().write('a', '{}');
  expect(tabStore().read('a')).toBeUndefined();
});

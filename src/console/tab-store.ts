import type { Store } from '../sandbox/memory.ts';

const PREFIX = 'curlew-sandbox ';
const MOST = 20;

/**
 * What is made in the sandboxes of this tab: sessionStorage, which ends with it. Where the browser refuses it,
 * nothing is kept and nothing breaks. No credential is among it, nor what is named or described as a secret.
 */
export function tabStore(): Store {
  return {
    read(name) {
      try {
        return sessionStorage.getItem(PREFIX + name) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(name, text) {
      try {
        const names = Object.keys(sessionStorage).filter((one) => one.startsWith(PREFIX) && one !== PREFIX + name);
        for (const extra of names.slice(0, Math.max(0, names.length - MOST + 1))) sessionStorage.removeItem(extra);
        sessionStorage.setItem(PREFIX + name, text);
      } catch {
        // A full or a refused storage keeps what it had.
      }
    },
  };
}

import { joinWords } from '../model/words.ts';

/** Names of pages that the site itself makes below an API's reference. */
export const RESERVED: ReadonlySet<string> = new Set(['schemas', 'webhooks', 'tags', 'versions', 'index', 'all']);
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const MAX_BYTES = 100;

/**
 * The readable part of a URL for a name: lower case, words joined by `-`, letters of every script kept.
 *
 * @returns never empty, at most 100 bytes in UTF-8; a name without letters or digits gives a short hash
 */
export function slug(name: string): string {
  const words = joinWords(name);
  if (!words) return shortHash(name);
  if (RESERVED.has(words) || WINDOWS_DEVICE.test(words)) return `${words}-${shortHash(name)}`;
  return byteLength(words) <= MAX_BYTES ? words : `${cut(words, MAX_BYTES - 9)}-${shortHash(name)}`;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function cut(text: string, bytes: number): string {
  let result = '';
  let length = 0;
  for (const char of text) {
    length += byteLength(char);
    if (length > bytes) break;
    result += char;
  }
  return result.replace(/-+$/, '');
}

/** FNV-1a over the UTF-16 units, eight hexadecimal digits. Names files, guards nothing. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * One slug per key. Keys whose slugs meet all get a suffix that depends on their identity alone, so that a
 * third key, or another order, changes nothing.
 *
 * @param names - what the URL shows, by key
 * @param identity - what tells the keys apart: method and path of an operation
 */
export function uniqueSlugs(
  names: readonly { readonly key: string; readonly name: string; readonly identity: string }[],
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of names) counts.set(slug(name), (counts.get(slug(name)) ?? 0) + 1);
  return new Map(
    names.map(({ key, name, identity }) => {
      const plain = slug(name);
      return [key, counts.get(plain) === 1 ? plain : `${plain}-${shortHash(identity)}`];
    }),
  );
}

/** What came along with a pasted key. */
export type Pasted = 'space' | 'prefix';

/**
 * Looks for what was pasted along with a key. The value stays as it is until the reader agrees.
 *
 * @param prefix - what is sent before the value: `Bearer `
 * @returns what was found and the value without it
 */
export function findPasted(
  value: string,
  prefix: string,
): { readonly kind: Pasted; readonly mended: string } | undefined {
  const trimmed = value.trim();
  const word = prefix.trim().toLowerCase();
  const [first = ''] = trimmed.split(/\s/, 1);
  // `Authorization: Bearer …` is what a copied header line has.
  const rest = /^authorization:$/i.test(first) ? trimmed.slice(first.length).trimStart() : trimmed;
  if (word && rest.toLowerCase().startsWith(`${word} `))
    return { kind: 'prefix', mended: rest.slice(word.length).trim() };
  return trimmed && trimmed !== value ? { kind: 'space', mended: trimmed } : undefined;
}

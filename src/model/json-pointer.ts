/** A reference token as it stands in a JSON Pointer. RFC 6901, section 3. */
export function escapeToken(token: string): string {
  return token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

/**
 * The tokens of a JSON Pointer.
 *
 * @param pointer - empty for the whole document, else it starts with `/`
 * @returns nothing when it is no JSON Pointer, as `Pet` isn't
 * @see RFC 6901
 */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A pointer from its tokens; `parsePointer` undoes it. */
export function printPointer(tokens: readonly string[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join('');
}

const TOKEN = / ?(?:\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}]){1,7}|[^\s\p{L}\p{M}\p{N}])|\s+/gu;

/**
 * Cuts text into pieces about the size of a model's tokens: a Chinese character, a short word with the space
 * before it, a mark. Joined they are the text.
 */
export function cutTokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/**
 * Markdown as plain words, for titles and meta descriptions: markup dropped, white space folded.
 *
 * @param limit - in characters; a longer text ends in `…`
 */
export function plainText(markdown: string, limit = 300): string {
  const words = markdown
    .replace(/<[^>]*>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/(\*\*|__|[*`~])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const chars = [...words];
  return chars.length <= limit
    ? words
    : `${chars
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

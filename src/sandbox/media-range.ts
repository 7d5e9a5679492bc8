/** `text/event-stream; charset=utf-8` → `text/event-stream`; the first, where an author has put several into one name. */
export function mediaEssence(name: string): string {
  return (name.split(/[;,]/)[0] ?? '').trim().toLowerCase();
}

/** Whether a media type is in a range: a type, all of a kind (`image/*`), or all. Parameters such as `charset` don't count. */
export function inMediaRange(range: string, name: string): boolean {
  const wanted = mediaEssence(range);
  if (wanted === '*' || wanted === '*/*') return true;
  return wanted.endsWith('/*') ? mediaEssence(name).startsWith(wanted.slice(0, -1)) : mediaEssence(name) === wanted;
}

/**
 * Reads the ranges of an Accept header, the most wanted first; those with quality 0 are left out.
 *
 * @see RFC 9110, section 12.5.1
 */
export function acceptedRanges(accept: string): string[] {
  const quality = (range: string) => Number(/;\s*q=([\d.]+)/i.exec(range)?.[1] ?? 1);
  return accept
    .split(',')
    .filter((range) => range.trim() !== '' && quality(range) > 0)
    .sort((a, b) => quality(b) - quality(a));
}

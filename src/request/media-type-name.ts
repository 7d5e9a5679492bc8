/** Whether a media type holds JSON: `application/json`, `text/json`, or any with the suffix `+json`. */
export function isJsonType(mediaType: string): boolean {
  return /^(?:application|text)\/json(?:\s*;|$)|^[\w.!#$&^-]+\/[\w.!#$&^-]*\+json(?:\s*;|$)/i.test(mediaType.trim());
}

export function isXmlType(mediaType: string): boolean {
  return /^(?:application|text)\/(?:xml|[^;]+\+xml)(?:\s*;|$)/i.test(mediaType);
}

const OF_RANGES: ReadonlyMap<string, string> = new Map([
  ['text', 'text/plain'],
  ['image', 'image/png'],
  ['audio', 'audio/mpeg'],
  ['video', 'video/mp4'],
  ['multipart', 'multipart/form-data'],
]);

/** The media type to send where the description has a range. */
export function sentMediaType(name: string): string {
  const [, range] = /^([\w*.+-]+)\/\*/.exec(name) ?? [];
  return range === undefined ? name : (OF_RANGES.get(range) ?? 'application/json');
}

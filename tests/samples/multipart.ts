/** A part as it arrived; `body` is base64. */
export interface ArrivedPart {
  /** In small letters, sorted. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/**
 * Takes a multipart body apart, strictly.
 *
 * @throws when it isn't one
 * @see RFC 2046, section 5.1.1
 */
export function readParts(contentType: string, body: Buffer): ArrivedPart[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error(`no boundary in ${contentType}`);
  // Latin-1 keeps every byte as one character.
  const text = `\r\n${body.toString('latin1')}`;
  const [before, ...rest] = text.split(`\r\n--${boundary}`);
  if (before !== '' || rest.length === 0) throw new Error('text before the first part');
  const end = rest.pop();
  if (end !== '--' && end !== '--\r\n') throw new Error(`no end, but ${JSON.stringify(end)}`);
  return rest.map((part) => {
    const gap = part.indexOf('\r\n\r\n');
    if (!part.startsWith('\r\n') || gap < 0) throw new Error(`no part: ${JSON.stringify(part.slice(0, 80))}`);
    const lines = part
      .slice(2, gap)
      .split('\r\n')
      .filter((line) => line !== '');
    const headers = lines.map((line) => {
      const colon = line.indexOf(':');
      const value = Buffer.from(line.slice(colon + 1).trim(), 'latin1').toString('utf8');
      return [line.slice(0, colon).toLowerCase(), value] as const;
    });
    return { headers: headers.sort(), body: Buffer.from(part.slice(gap + 4), 'latin1').toString('base64') };
  });
}

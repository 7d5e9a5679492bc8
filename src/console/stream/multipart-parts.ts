import { createLines } from './lines.ts';
import type { OnItem, StreamParser } from './stream-item.ts';

type Place = 'preamble' | 'headers' | 'body' | 'epilogue';

/**
 * Reads the parts of a multipart body. A part is given as soon as the boundary after it is there, before the rest
 * of that line: some servers send the line end with the next part. Lines may end with LF alone.
 *
 * @param limit - the most UTF-16 units of one part or line
 * @param boundary - the parameter of the content type, without quotes
 * @see RFC 2046, section 5.1.1
 */
export function createMultipartParts(limit: number, boundary: string, onItem: OnItem): StreamParser {
  const delimiter = `--${boundary}`;
  let place: Place = 'preamble';
  /** The boundary of the line that is being read is already dealt with. */
  let isSeen = false;
  /** That line is no boundary. It is looked at once: joining it for each piece would cost the square of its length. */
  let isOther = false;
  let headers: string[] = [];
  let body: string | undefined;
  /** The line end before a boundary belongs to it, so each is added with the line after it. */
  let lineEnd = '';
  let cut = false;

  const give = (fault?: 'unfinished'): void => {
    if (place === 'headers' || place === 'body') {
      const { type, id } = readHeaders(headers);
      onItem({ type, id, data: body ?? '', fault: cut ? 'cut' : fault });
    }
    headers = [];
    body = undefined;
    lineEnd = '';
    cut = false;
  };

  const addLine = (line: string, isCut: boolean): void => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (body !== undefined && body.length >= limit) {
      cut = true;
      return;
    }
    const longer = body === undefined ? text : body + lineEnd + text;
    if (isCut || longer.length > limit) cut = true;
    body = longer.slice(0, limit);
    lineEnd = text === line ? '\n' : '\r\n';
  };

  const lines = createLines({
    limit,
    returns: false,
    onLine(line, isCut) {
      isOther = false;
      if (place === 'epilogue') return;
      if (line.startsWith(delimiter)) {
        // The first boundary ends no part, and neither does one that was seen before its line was whole.
        if (!isSeen && place !== 'preamble') give();
        isSeen = false;
        place = line.startsWith('--', delimiter.length) ? 'epilogue' : 'headers';
      } else if (place === 'headers') {
        const header = line.trimEnd();
        if (header === '') place = 'body';
        else if (/^[ \t]/.test(line)) headers.push(`${headers.pop() ?? ''} ${header.trimStart()}`);
        else headers.push(header);
      } else if (place === 'body') addLine(line, isCut);
    },
  });

  return {
    push(text) {
      lines.push(text);
      if (isSeen || isOther || (place !== 'headers' && place !== 'body')) return;
      const rest = lines.rest();
      if (rest.length < delimiter.length) return;
      isSeen = rest.startsWith(delimiter);
      isOther = !isSeen;
      if (isSeen) give();
    },
    end() {
      const rest = lines.rest();
      if (place === 'epilogue' || rest.startsWith(`${delimiter}--`)) return false;
      if (isSeen || place === 'preamble') return true;
      if (place === 'body' && rest !== '') addLine(rest, lines.isCut());
      // Nothing came after the boundary: no part was begun.
      if (place === 'body' || headers.length > 0) give('unfinished');
      return true;
    },
  };
}

/** Without a type a part is plain text; its name is that of the form field or the content id. */
function readHeaders(headers: readonly string[]): { type: string; id: string } {
  const value = (name: string): string | undefined =>
    headers
      .find((header) => header.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const [essence = ''] = (value('content-type') ?? '').split(';');
  const name = /;\s*name="?([^";]*)/i.exec(value('content-disposition') ?? '')?.[1];
  return { type: essence.trim().toLowerCase() || 'text/plain', id: name ?? value('content-id') ?? '' };
}

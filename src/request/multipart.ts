import type { FileReference, HttpBody, Part } from './http-request.ts';

/**
 * A body as it goes over the wire: texts, and files in between. A text piece begins with each part, so that code
 * which lists them can be read.
 *
 * @see RFC 2046, section 5.1.1; RFC 7578, section 4
 */
export function bodyPieces(body: HttpBody): (string | FileReference)[] {
  if (body.kind === 'text') return [body.text];
  if (body.kind === 'file') return [body.file];
  const { boundary, parts } = body;
  const pieces: (string | FileReference)[] = [];
  let end = '';
  for (const part of parts) {
    const lines = partHeaders(part).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `${end}--${boundary}\r\n${lines.join('')}\r\n`;
    if (typeof part.content === 'string') pieces.push(`${head}${part.content}\r\n`);
    else pieces.push(head, part.content);
    end = typeof part.content === 'string' ? '' : '\r\n';
  }
  return [...pieces, `${end}--${boundary}--\r\n`];
}

/** The headers of a part, `Content-Disposition` first. */
export function partHeaders(part: Part): (readonly [name: string, value: string])[] {
  const { name, filename, contentType, headers } = part;
  const file = filename === undefined ? '' : `; filename="${escapeName(filename)}"`;
  return [
    ...(name === undefined ? [] : [['Content-Disposition', `form-data; name="${escapeName(name)}"${file}`] as const]),
    ...(contentType === undefined ? [] : [['Content-Type', contentType] as const]),
    ...headers.map((header) => [header.name, header.value] as const),
  ];
}

/** As browsers write it. @see HTML standard, "multipart/form-data encoding algorithm" */
export function escapeName(text: string): string {
  return text.replace(/\r\n?|\n|"/g, (found) => (found === '"' ? '%22' : '%0D%0A'));
}

const BOUNDARY = 'form-boundary';

/**
 * A boundary that no part's text holds. The same parts give the same one.
 *
 * @param first - what it is where none does
 */
export function chooseBoundary(parts: readonly Part[], first = BOUNDARY): string {
  let boundary = first;
  const texts = parts.flatMap(({ content }) => (typeof content === 'string' ? content : []));
  for (let number = 2; texts.some((text) => text.includes(`--${boundary}`)); number += 1) {
    boundary = `${first}-${number}`;
  }
  return boundary;
}

import { mediaEssence } from '../../sandbox/media-range.ts';
import { createEventStream } from './event-stream.ts';
import { createJsonLines } from './json-lines.ts';
import { createJsonSequence } from './json-sequence.ts';
import { createMultipartParts } from './multipart-parts.ts';
import type { OnItem, StreamParser } from './stream-item.ts';

/** How a body is a sequence of items. */
export type StreamFormat =
  | { readonly kind: 'event-stream' | 'json-lines' | 'json-sequence' }
  | { readonly kind: 'multipart'; readonly boundary: string };

const LINES =
  /^(?:application|text)\/(?:x-)?(?:jsonl|ndjson|jsonlines|json-lines)$|^application\/stream\+json$|\+(?:jsonl|ndjson)$/;
const SEQUENCE = /^(?:application|text)\/(?:x-)?json-seq$|\+json-seq$/;

/**
 * @param contentType - the header's value, parameters and all
 * @returns `undefined` for a body that is one thing; a multipart body that names no boundary is one too
 */
export function streamFormat(contentType: string | null): StreamFormat | undefined {
  // A gateway may have added the header a second time: browsers join both with a comma.
  const name = mediaEssence(contentType ?? '');
  if (name === 'text/event-stream') return { kind: 'event-stream' };
  if (LINES.test(name)) return { kind: 'json-lines' };
  if (SEQUENCE.test(name)) return { kind: 'json-sequence' };
  if (!name.startsWith('multipart/')) return undefined;
  const [, quoted, plain] = /;\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i.exec(contentType ?? '') ?? [];
  const boundary = quoted?.replace(/\\(.)/g, '$1') ?? plain;
  return boundary ? { kind: 'multipart', boundary } : undefined;
}

export function createParser(format: StreamFormat, limit: number, onItem: OnItem): StreamParser {
  switch (format.kind) {
    case 'event-stream':
      return createEventStream(limit, onItem);
    case 'json-lines':
      return createJsonLines(limit, onItem);
    case 'json-sequence':
      return createJsonSequence(limit, onItem);
    case 'multipart':
      return createMultipartParts(limit, format.boundary, onItem);
  }
}

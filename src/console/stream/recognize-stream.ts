import { mediaEssence } from '../../sandbox/media-range.ts';
import { createLines } from './lines.ts';
import type { StreamFormat } from './stream-format.ts';

/** Looks at the beginning of a body for what its type doesn't tell. */
export interface Recognizer {
  /** @returns how the body is a sequence of items, as soon as that is sure */
  push(bytes: Uint8Array): StreamFormat | undefined;
  /** All that was pushed; empty once the body is known to be one thing. */
  pushed(): readonly Uint8Array[];
}

/** What says nothing of events and lines: gateways put it on everything. */
const VAGUE = /^(?:|text\/plain|application\/(?:json|octet-stream))$/;
/** Bytes; a body that tells nothing in so many is one thing. */
const LONGEST = 1_000_000;

/** @returns nothing where the answer's type is to be believed */
export function recognizeStream(contentType: string | null): Recognizer | undefined {
  const type = mediaEssence(contentType ?? '');
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '') ?? [];
  if (!VAGUE.test(type) || !/^(?:utf-?8|us-ascii|iso-8859-1)$/i.test(charset)) return undefined;
  const decoder = new TextDecoder();
  const judges = [judgeEvents(type === 'application/json'), judgeLines()];
  let found: Verdict;
  let pushed: Uint8Array[] = [];
  let size = 0;
  const lines = createLines({
    limit: LONGEST,
    returns: true,
    onLine(line) {
      if (found) return;
      const said = judges.map((judge) => judge(line));
      found = said.find((one) => one && one !== 'none') ?? (said.every(Boolean) ? 'none' : undefined);
    },
  });
  return {
    push(bytes) {
      if (found) return undefined;
      pushed.push(bytes.slice());
      size += bytes.length;
      lines.push(decoder.decode(bytes, { stream: true }));
      if (!found && size > LONGEST) found = 'none';
      if (found !== 'none') return found;
      pushed = [];
      return undefined;
    },
    pushed: () => pushed,
  };
}

/** `none` is one thing; nothing as long as that can't be told. */
type Verdict = StreamFormat | 'none' | undefined;

/** One line after the other. It has made up its mind once it says anything. */
type Judge = (line: string) => Verdict;

const FIELD = /^(?:data|event|id|retry)(?::|$)|^:/;
const EVENTS: StreamFormat = { kind: 'event-stream' };

/**
 * Server-sent events: nothing but fields, up to the end of the first event where its data is JSON or an ending mark;
 * of the second where it is any text, since a line of prose may begin with `data:` too.
 *
 * @param isJson - the answer calls itself JSON, which no event is
 */
function judgeEvents(isJson: boolean): Judge {
  let said: Verdict;
  let data: string[] = [];
  let count = 0;
  return (line) => {
    if (said) return said;
    if (line !== '') {
      if (!FIELD.test(line)) said = 'none';
      else if (/^data:/.test(line)) data.push(line.slice(5));
      return said;
    }
    if (data.length === 0) return undefined;
    count += 1;
    if (isJson || count === 2 || isEventData(data.join('\n').trim())) said = EVENTS;
    data = [];
    return said;
  };
}

function isEventData(text: string): boolean {
  return text === '[DONE]' || (/^[{[]/.test(text) && isJson(text));
}

/** JSON lines: two objects, each whole in its line. */
function judgeLines(): Judge {
  let said: Verdict;
  let count = 0;
  return (line) => {
    if (said || line.trim() === '') return said;
    if (!/^\s*\{/.test(line) || !isJson(line)) said = 'none';
    else count += 1;
    if (count === 2) said = { kind: 'json-lines' };
    return said;
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One dispatched event. */
export interface StreamEvent {
  /** `message` unless an `event` field named another. */
  readonly type: string;
  readonly data: string;
  /** The last event id seen so far; empty when there was none. */
  readonly id: string;
  /** The event was longer than the limit: the rest of it is dropped. */
  readonly cut: boolean;
}

export interface EventStreamParser {
  /** The next piece of the decoded stream, of any size; a BOM at the very start is skipped here. */
  push(text: string): void;
  /** Whether data was left without its blank line at the end; the standard drops it. */
  end(): boolean;
}

const LINE_END = /[\r\n]/g;

/**
 * Reads server-sent events from text. It looks at each character once, whatever the pieces' sizes are.
 * `retry` is skipped: nothing here ever connects again.
 *
 * @param limit - the most UTF-16 units one event or line may hold, so that a stream without line ends stays bounded
 * @see HTML, section 9.2.6 "Interpreting an event stream"
 */
export function createEventStream(limit: number, onEvent: (event: StreamEvent) => void): EventStreamParser {
  let first = true;
  let afterReturn = false;
  let line = '';
  let blank = true;
  let cut = false;
  let data: string | undefined;
  let type = '';
  let id = '';

  const addData = (value: string): void => {
    // Once full nothing is joined any more, or a long event would be copied for each of its lines.
    if (data !== undefined && data.length >= limit) {
      cut = true;
      return;
    }
    const longer = data === undefined ? value : `${data}\n${value}`;
    if (longer.length > limit) cut = true;
    data = longer.slice(0, limit);
  };

  const field = (name: string, value: string): void => {
    if (name === 'data') addData(value);
    else if (name === 'event') type = value;
    else if (name === 'id' && !value.includes('\0')) id = value;
  };

  const dispatch = (): void => {
    if (data !== undefined) onEvent({ type: type || 'message', data, id, cut });
    data = undefined;
    type = '';
    cut = false;
  };

  const take = (text: string): void => {
    if (text === '') return;
    blank = false;
    const room = limit - line.length;
    if (text.length > room) cut = true;
    line += text.length > room ? text.slice(0, room) : text;
  };

  const readLine = (whole: string): void => {
    const colon = whole.indexOf(':');
    if (colon < 0) field(whole, '');
    else if (colon > 0) field(whole.slice(0, colon), whole.slice(whole[colon + 1] === ' ' ? colon + 2 : colon + 1));
  };

  const endLine = (): void => {
    if (blank) dispatch();
    else readLine(line);
    line = '';
    blank = true;
  };

  return {
    push(text) {
      let at = 0;
      if (text !== '' && first) {
        first = false;
        if (text.startsWith('\ufeff')) at = 1;
      }
      if (afterReturn && at < text.length) {
        afterReturn = false;
        if (text[at] === '\n') at += 1;
      }
      while (at < text.length) {
        LINE_END.lastIndex = at;
        const match = LINE_END.exec(text);
        take(text.slice(at, match?.index));
        if (!match) return;
        endLine();
        at = match.index + 1;
        if (match[0] === '\n') continue;
        if (at === text.length) afterReturn = true;
        else if (text[at] === '\n') at += 1;
      }
    },
    end: () => data !== undefined || line.startsWith('data'),
  };
}

import { createLines } from './lines.ts';
import type { OnItem, StreamParser } from './stream-item.ts';

/**
 * Reads server-sent events from text. `retry` is skipped: nothing here ever connects again. An event that the
 * stream's end cuts off is not given, as the standard says.
 *
 * @param limit - the most UTF-16 units one event or line may hold, so that a stream without line ends stays bounded
 * @see HTML, section 9.2.6 "Interpreting an event stream"
 */
export function createEventStream(limit: number, onItem: OnItem): StreamParser {
  let data: string | undefined;
  let cut = false;
  let type = '';
  let id = '';

  const addData = (value: string, isCut: boolean): void => {
    // Once full nothing is joined any more, or a long event would be copied for each of its lines.
    if (data !== undefined && data.length >= limit) {
      cut = true;
      return;
    }
    const longer = data === undefined ? value : `${data}\n${value}`;
    if (isCut || longer.length > limit) cut = true;
    data = longer.slice(0, limit);
  };

  const field = (name: string, value: string, isCut: boolean): void => {
    if (name === 'data') addData(value, isCut);
    else if (name === 'event') type = value;
    else if (name === 'id' && !value.includes('\0')) id = value;
  };

  const dispatch = (): void => {
    if (data !== undefined) onItem({ type: type || 'message', data, id, fault: cut ? 'cut' : undefined });
    data = undefined;
    type = '';
    cut = false;
  };

  const lines = createLines({
    limit,
    returns: true,
    onLine(line, isCut) {
      if (line === '') return dispatch();
      const colon = line.indexOf(':');
      if (colon < 0) field(line, '', isCut);
      else if (colon > 0)
        field(line.slice(0, colon), line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1), isCut);
    },
  });

  return { push: lines.push, end: () => data !== undefined || /^data(?::|$)/.test(lines.rest()) };
}

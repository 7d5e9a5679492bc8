import { createLines } from './lines.ts';
import type { OnItem, StreamParser } from './stream-item.ts';

/**
 * Reads JSON lines from text: an item for each line that isn't blank. The last one needs no line end, and is
 * unfinished when it isn't JSON.
 *
 * @param limit - the most UTF-16 units of one line
 * @see https://jsonlines.org, https://github.com/ndjson/ndjson-spec
 */
export function createJsonLines(limit: number, onItem: OnItem): StreamParser {
  const give = (data: string, fault: 'cut' | 'unfinished' | undefined): void => {
    if (/\S/.test(data)) onItem({ type: '', id: '', data, fault });
  };
  const lines = createLines({ limit, returns: true, onLine: (line, isCut) => give(line, isCut ? 'cut' : undefined) });
  return {
    push: lines.push,
    end() {
      const rest = lines.rest();
      const isOpen = !lines.isCut() && /\S/.test(rest) && !isJson(rest);
      give(rest, lines.isCut() ? 'cut' : isOpen ? 'unfinished' : undefined);
      return isOpen;
    },
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

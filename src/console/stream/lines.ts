/** Cuts text that arrives in pieces into lines. It looks at each character once, whatever the pieces' sizes are. */
export interface LineReader {
  push(text: string): void;
  /** The beginning of a line that has no end yet. */
  rest(): string;
  /** Whether that line is longer than the limit already. */
  isCut(): boolean;
}

/** `returns`: lines end with CR, LF or both; else with LF alone, and a CR before it belongs to the line. */
export interface LineOptions {
  /** The most UTF-16 units of one line, so that a text without line ends stays bounded; the rest of the line is dropped. */
  readonly limit: number;
  readonly returns: boolean;
  readonly onLine: (line: string, isCut: boolean) => void;
}

export function createLines({ limit, returns, onLine }: LineOptions): LineReader {
  const end = returns ? /[\r\n]/g : /\n/g;
  let line = '';
  let isCut = false;
  let afterReturn = false;

  const take = (text: string): void => {
    const room = limit - line.length;
    if (text.length > room) isCut = true;
    line += text.length > room ? text.slice(0, room) : text;
  };

  return {
    push(text) {
      let at = 0;
      if (afterReturn && text !== '') {
        afterReturn = false;
        if (text[0] === '\n') at = 1;
      }
      while (at < text.length) {
        end.lastIndex = at;
        const match = end.exec(text);
        take(text.slice(at, match?.index));
        if (!match) return;
        const [whole, whether] = [line, isCut];
        line = '';
        isCut = false;
        onLine(whole, whether);
        at = match.index + 1;
        if (match[0] === '\n') continue;
        // The line is given without waiting for what follows its CR: an event shows as soon as it is whole.
        if (at === text.length) afterReturn = true;
        else if (text[at] === '\n') at += 1;
      }
    },
    rest: () => line,
    isCut: () => isCut,
  };
}

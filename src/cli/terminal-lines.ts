import type { WriteStream } from 'node:tty';
import { columnWidth } from '../diagnostics/visible-text.ts';
import type { Surroundings } from './command.ts';

/** To the start of the line, and the rest of it cleared (ECMA-48, "EL"). */
const CLEAR = '\r\u001b[K';

/**
 * The lines of a process. Where standard error is a terminal that obeys, it has a status line, which gives way
 * to every other line.
 */
export function terminalLines(
  out: Pick<WriteStream, 'write'>,
  err: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>,
  terminal = process.env.TERM,
): Pick<Surroundings, 'print' | 'note' | 'status'> {
  if (!err.isTTY || terminal === 'dumb') {
    return {
      print: (line) => void out.write(`${line}\n`),
      note: (line) => void err.write(`${line}\n`),
    };
  }
  let shown = false;
  const status = (line: string): void => {
    if (shown || line !== '') err.write(CLEAR + fit(line, err.columns || 80));
    shown = line !== '';
  };
  return {
    print: (line) => {
      status('');
      out.write(`${line}\n`);
    },
    note: (line) => {
      status('');
      err.write(`${line}\n`);
    },
    status,
  };
}

/** What has room on one line: a line that wraps can't be cleared. */
function fit(line: string, columns: number): string {
  let kept = '';
  for (const char of line) {
    if (columnWidth(kept + char) >= columns) break;
    kept += char;
  }
  return kept;
}

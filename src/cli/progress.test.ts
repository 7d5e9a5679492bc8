import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startProgress } from './progress.ts';
import { terminalLines } from './terminal-lines.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What came out of both streams, in order. */
function streams(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  const write = (text: string | Uint8Array): boolean => written.push(String(text)) > 0;
  return { written, out: { write }, err: { write, isTTY, columns } };
}

function lines(isTTY: boolean, columns?: number, terminal = 'xterm') {
  const { written, out, err } = streams(isTTY, columns);
  const surroundings = { ...terminalLines(out, err, terminal), folder: '/', stop: AbortSignal.abort() };
  return { written, surroundings };
}

/** Three steps of a second each. */
function work(surroundings: ReturnType<typeof lines>['surroundings'], quiet = false): number {
  let step = 'Reading';
  const progress = startProgress(() => step, surroundings, quiet);
  for (const next of ['Making', 'Making', 'Checking 3 pages']) {
    vi.advanceTimersByTime(1000);
    step = next;
  }
  vi.advanceTimersByTime(500);
  progress.end();
  const seconds = progress.seconds();
  vi.advanceTimersByTime(5000);
  return seconds;
}

describe('progress', () => {
  it('is a line for each step where there is no terminal', () => {
    const { written, surroundings } = lines(false);
    expect(work(surroundings)).toBe(3.5);
    expect(written).toEqual(['Reading …\n', 'Making …\n', 'Checking 3 pages …\n']);
  });

  it('is one line on a terminal, with the time, and goes away', () => {
    const { written, surroundings } = lines(true);
    work(surroundings);
    expect(written.every((text) => text.startsWith('\r\u001b[K') && !text.includes('\n'))).toBe(true);
    expect(written[0]).toBe('\r\u001b[KReading … 0.0 s');
    expect(written).toContain('\r\u001b[KMaking … 1.2 s');
    expect(written.at(-2)).toBe('\r\u001b[KChecking 3 pages … 3.4 s');
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  it('is silent where that is asked for', () => {
    for (const isTTY of [true, false]) {
      const { written, surroundings } = lines(isTTY);
      expect(work(surroundings, true)).toBe(3.5);
      expect(written).toEqual([]);
    }
  });
});

describe('terminal lines', () => {
  it('give way to what is printed on either stream', () => {
    const { written, surroundings } = lines(true);
    surroundings.status?.('busy');
    surroundings.note('a note');
    surroundings.status?.('busy');
    surroundings.print('a result');
    surroundings.print('another');
    expect(written.join('')).toBe('\r\u001b[Kbusy\r\u001b[Ka note\n\r\u001b[Kbusy\r\u001b[Ka result\nanother\n');
  });

  it('never wrap, in columns of the terminal', () => {
    const { written, surroundings } = lines(true, 8);
    surroundings.status?.('构建网站中');
    expect(written).toEqual(['\r\u001b[K构建网']);
  });

  it('are not there on a terminal that obeys nothing', () => {
    expect(lines(true, 80, 'dumb').surroundings.status).toBeUndefined();
  });
});

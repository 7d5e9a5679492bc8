import { useEffect, useMemo, useState } from 'preact/hooks';
import { inTurns } from '../turns.ts';
import { type ScanResult, scanJson } from './scan.ts';

/** Characters that are read before anything is drawn: a few milliseconds of work. */
const AT_ONCE = 100_000;
const STRIDE = 32_768;

/** What a text is as JSON; `undefined` while a long one is being read, and for no text. */
export function useScan(text: string | undefined): ScanResult | undefined {
  const short = useMemo(() => {
    if (text === undefined || text.length > AT_ONCE) return undefined;
    const scan = scanJson(text);
    scan.advance(text.length);
    return scan.result();
  }, [text]);
  const [long, setLong] = useState<{ readonly text: string; readonly result: ScanResult }>();
  useEffect(() => {
    if (text === undefined || text.length <= AT_ONCE) return;
    const scan = scanJson(text);
    const gone = new AbortController();
    void inTurns(() => scan.advance(scan.at() + STRIDE), gone.signal).then((isDone) => {
      if (isDone) setLong({ text, result: scan.result() });
    });
    return () => gone.abort();
  }, [text]);
  return short ?? (long?.text === text ? long?.result : undefined);
}

/** @jsxImportSource preact */
import type { JSX } from 'preact';

interface MarkedProps {
  readonly text: string;
  /** Global; what it finds is marked. */
  readonly mark: RegExp | undefined;
}

/** A text with what a search found in it marked. */
export function Marked({ text, mark }: MarkedProps): JSX.Element {
  if (!mark) return <>{text}</>;
  const parts: (string | JSX.Element)[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(mark)) {
    if (found === '') continue;
    parts.push(text.slice(from, index), <mark key={index}>{found}</mark>);
    from = index + found.length;
  }
  parts.push(text.slice(from));
  return <>{parts}</>;
}

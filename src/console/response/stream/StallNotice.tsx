/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { fill } from '../../../i18n/translate.ts';
import type { Answer } from '../../answer.ts';
import { usePartText } from '../../lazy-part.tsx';
import { useScene } from '../../scene.ts';

/** A silence this long is told, in milliseconds. The waiting goes on: only the reader ends it. */
const SILENCE = 15_000;
const SECOND = 1000;

/** Tells that nothing has come for a while, until something comes. */
export function StallNotice({ answer }: { readonly answer: Answer }): JSX.Element | null {
  const text = usePartText('stream');
  const { session, formats, announce } = useScene();
  const [, tick] = useReducer((count: number, _: undefined) => count + 1, 0);
  const seen = useRef({ size: -1, at: 0 });
  const isReading = answer.phase === 'reading';
  useEffect(() => {
    if (!isReading) return;
    const timer = setInterval(() => tick(undefined), SECOND);
    return () => clearInterval(timer);
  }, [isReading]);
  // The newest state: a page in the background draws nothing for what comes.
  const state = session.run.state();
  const { size } = state.kind === 'answered' ? state.answer : answer;
  const now = performance.now();
  if (size !== seen.current.size) seen.current = { size, at: now };
  const silence = now - seen.current.at;
  const sentence =
    isReading && silence >= SILENCE
      ? fill(text.stalled, { time: formats.time(Math.floor(silence / SECOND) * SECOND) })
      : undefined;
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence === undefined]);
  return sentence === undefined ? null : <p class="console-foot is-warning">{sentence}</p>;
}

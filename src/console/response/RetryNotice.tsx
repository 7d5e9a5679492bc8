/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { usePartText } from '../lazy-part.tsx';
import { retryTime } from '../retry-after.ts';
import { useScene } from '../scene.ts';

/** Counts down what a `Retry-After` asks for. Sending again stays the reader's press. */
export function RetryNotice({ retryAfter }: { readonly retryAfter: string }): JSX.Element | null {
  const text = usePartText('answer');
  const { formats } = useScene();
  const [until] = useState(() => retryTime(retryAfter, Date.now()));
  const [left, setLeft] = useState(until === undefined ? 0 : until - Date.now());
  useEffect(() => {
    if (until === undefined) return;
    const timer = setInterval(() => setLeft(until - Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  if (until === undefined) return null;
  return (
    <p class="console-notice is-warning">
      {left > 0
        ? fill(text.retryIn, { time: formats.time(Math.max(1000, Math.ceil(left / 1000) * 1000)) })
        : text.retryNow}
    </p>
  );
}

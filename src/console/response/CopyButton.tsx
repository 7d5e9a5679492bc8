/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';

const SHOWN_FOR = 1600;

/** @param read - gives the text once the button is pressed: that of a stream still grows */
export function CopyButton({ read }: { readonly read: () => string }): JSX.Element {
  const text = usePartText('answer');
  const { announce } = useScene();
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => {
      setDone(false);
      // So that a second copy is announced as well.
      announce('');
    }, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [isDone]);
  return (
    <button
      type="button"
      class="console-copy"
      onClick={async () => {
        await navigator.clipboard.writeText(read());
        setDone(true);
        announce(text.copied);
      }}
    >
      {isDone ? text.copied : text.copy}
    </button>
  );
}

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useScene } from '../scene.ts';

const SHOWN_FOR = 1600;

export function CopyButton({ text: copied }: { readonly text: string }): JSX.Element {
  const { text, announce } = useScene();
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setDone(false), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [isDone]);
  return (
    <button
      type="button"
      class="console-copy"
      onClick={async () => {
        await navigator.clipboard.writeText(copied);
        setDone(true);
        announce(text.copied);
      }}
    >
      {isDone ? text.copied : text.copy}
    </button>
  );
}

/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../copy-text.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';

const SHOWN_FOR = 1600;

interface CopyButtonProps {
  /** Gives the text once the button is pressed: that of a stream still grows, a long one takes its time. */
  readonly read: () => string | Promise<string>;
  /** What the button is called; left out, it stands in the corner of the tabs and copies what they show. */
  readonly title?: string;
}

export function CopyButton({ read, title }: CopyButtonProps): JSX.Element {
  const text = usePartText('answer');
  const { announce, text: common } = useScene();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => {
      setSaid('');
      // So that a second copy is announced as well.
      announce('');
    }, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const tell = (sentence: string): void => {
    setSaid(sentence);
    announce(sentence);
  };
  return (
    <button
      type="button"
      class={title === undefined ? 'console-copy' : 'console-small'}
      onClick={async () => {
        try {
          await copyText(await read());
          tell(text.copied);
        } catch {
          tell(common.copyRefused);
        }
      }}
    >
      {said === '' ? (title ?? text.copy) : said}
    </button>
  );
}

/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { hexDump } from './hex-dump.ts';
import { Scroller } from './Scroller.tsx';

const HEAD = 256;

/** How bytes begin that nothing else can be told of. */
export function HexHead({ blob }: { readonly blob: Blob }): JSX.Element | null {
  const text = usePartText('answer');
  const { formats } = useScene();
  const [lines, setLines] = useState<readonly string[]>();
  useEffect(() => {
    let gone = false;
    void blob
      .slice(0, HEAD)
      .arrayBuffer()
      .then((head) => gone || setLines(hexDump(new Uint8Array(head))));
    return () => {
      gone = true;
    };
  }, [blob]);
  if (!lines) return null;
  const label = blob.size > HEAD ? fill(text.firstBytes, { count: formats.number(HEAD) }) : text.allBytes;
  return (
    <>
      <p class="console-caption">{label}</p>
      <Scroller label={label}>
        <pre class="console-hex">{lines.join('\n')}</pre>
      </Scroller>
    </>
  );
}

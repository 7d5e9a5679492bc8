/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../../i18n/translate.ts';
import { usePartText } from '../../lazy-part.tsx';
import { useScene } from '../../scene.ts';
import { KEPT_BYTES, type StreamLog } from '../../stream/stream-log.ts';
import { CopyButton } from '../CopyButton.tsx';
import { FeedView } from './FeedView.tsx';
import { FollowScroller } from './FollowScroller.tsx';
import { saveFile } from './save-file.ts';

/** The stream as it came. */
export function StreamRaw({ log }: { readonly log: StreamLog }): JSX.Element {
  const text = usePartText('stream');
  const { viewRaw } = usePartText('answer');
  const { formats } = useScene();
  const { raw, bytes } = log;
  const size = bytes.total();
  // Decoded with its mark, so that what is copied is what came.
  const whole = (): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.kept());
  return (
    <>
      {size > 0 && <CopyButton read={whole} />}
      <FollowScroller label={viewRaw}>
        {raw.start() > 0 && <p class="console-caption">{text.earlierLetGo}</p>}
        <FeedView text={raw} isCode />
      </FollowScroller>
      {size > 0 && (
        <p class="console-foot">
          <button
            type="button"
            class="console-link"
            // Its name is ours: a server's could lie about what it is (rule C8).
            onClick={() => saveFile(new Blob([bytes.kept()], { type: 'application/octet-stream' }), 'stream.txt')}
          >
            {size > KEPT_BYTES ? fill(text.saveNewest, { size: formats.size(KEPT_BYTES) }) : text.save}
          </button>
        </p>
      )}
    </>
  );
}

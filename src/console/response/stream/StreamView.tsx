/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Answer } from '../../answer.ts';
import { usePartText } from '../../lazy-part.tsx';
import { FeedView } from './FeedView.tsx';
import { FollowScroller } from './FollowScroller.tsx';
import { StallNotice } from './StallNotice.tsx';
import { StreamEvents } from './StreamEvents.tsx';
import { StreamRaw } from './StreamRaw.tsx';
import { StreamText } from './StreamText.tsx';

export type StreamViewName = 'text' | 'events' | 'raw' | 'growing';

interface StreamViewProps {
  readonly answer: Answer;
  readonly view: StreamViewName;
}

/** One view of a body that arrives in pieces. */
export function StreamView({ answer, view }: StreamViewProps): JSX.Element {
  const text = usePartText('stream');
  const { viewBody } = usePartText('answer');
  const { body, phase } = answer;
  // Whoever ends a stream early knows that it is unfinished.
  const isUnfinished =
    body.kind === 'stream' && body.log.isUnfinished() && (phase === 'done' || phase === 'interrupted');
  return (
    <>
      {body.kind === 'stream' && view === 'text' && <StreamText log={body.log} isOver={phase !== 'reading'} />}
      {body.kind === 'stream' && view === 'events' && <StreamEvents answer={answer} log={body.log} />}
      {body.kind === 'stream' && view === 'raw' && <StreamRaw log={body.log} />}
      {body.kind === 'growing' && (
        <FollowScroller label={viewBody}>
          <FeedView text={body.text} isCode />
        </FollowScroller>
      )}
      {isUnfinished && (
        <p class="console-foot is-warning">
          {body.log.format === 'event-stream' ? text.unfinished : text.unfinishedItem}
        </p>
      )}
      <StallNotice answer={answer} />
    </>
  );
}

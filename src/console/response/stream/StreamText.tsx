/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PartMessages } from '../../../i18n/en.ts';
import { fill } from '../../../i18n/translate.ts';
import { showInvisibles } from '../../../model/invisibles.ts';
import type { Choice, Conversation } from '../../deltas/conversation.ts';
import { usePartText } from '../../lazy-part.tsx';
import { useScene } from '../../scene.ts';
import { ITEM_LIMIT, type StreamLog } from '../../stream/stream-log.ts';
import { CopyButton } from '../CopyButton.tsx';
import { FollowScroller } from './FollowScroller.tsx';
import { PartView } from './PartView.tsx';

interface StreamTextProps {
  readonly log: StreamLog;
  readonly isOver: boolean;
}

/** The answer as a conversation, by choice. */
export function StreamText({ log, isOver }: StreamTextProps): JSX.Element {
  const text = usePartText('stream');
  const { viewText } = usePartText('answer');
  const { formats } = useScene();
  const { conversation } = log;
  const choices = conversation.choices();
  const hasParts = choices.some(({ parts }) => parts.length > 0);
  return (
    <>
      {hasParts && <CopyButton read={() => choices.map(choiceText).join('\n\n')} />}
      <FollowScroller label={viewText}>
        {choices.map((choice) => (
          <div key={choice.index} class="console-choice">
            {choices.length > 1 && <p class="console-caption">{fill(text.choice, { index: choice.index })}</p>}
            {choice.parts.map((part) => (
              <PartView key={part.key} part={part} />
            ))}
            {choice.finish !== undefined && (
              <p class="console-caption" dir="auto">
                {fill(text.finishReason, { reason: showInvisibles(choice.finish) })}
              </p>
            )}
          </div>
        ))}
        {!hasParts && !conversation.error() && (
          <p class="console-caption">{isOver ? nothing(log, text) : text.noEventsYet}</p>
        )}
        <ErrorNotice conversation={conversation} />
        <Usage conversation={conversation} />
      </FollowScroller>
      {log.hasCut() && (
        <p class="console-foot is-warning">{fill(text.textCut, { limit: formats.number(ITEM_LIMIT) })}</p>
      )}
    </>
  );
}

function nothing({ events, bytes }: StreamLog, text: PartMessages['stream']): string {
  if (events.count() > 0) return text.noText;
  return bytes.total() > 0 ? text.noneIsEvent : text.noEvents;
}

/** What a reader would take along: the texts and calls of a choice, without its reasoning. */
function choiceText({ parts }: Choice): string {
  return parts
    .filter(({ kind }) => kind !== 'reasoning')
    .map(({ kind, name, text }) => (kind === 'call' ? `${name}(${text.from(0)})` : text.from(0)))
    .join('\n\n');
}

/** An error that came in the middle: the status of the answer was a good one, so nothing else tells of it. */
function ErrorNotice({ conversation }: { readonly conversation: Conversation }): JSX.Element | null {
  const text = usePartText('stream');
  const { announce } = useScene();
  const error = conversation.error();
  useEffect(() => {
    if (error) announce(`${text.streamError} ${error.message}`);
  }, [error]);
  if (!error) return null;
  return (
    <div class="console-stream-error">
      <p>{text.streamError}</p>
      <p dir="auto">
        {error.code && <code>{showInvisibles(error.code)}</code>} {showInvisibles(error.message)}
      </p>
    </div>
  );
}

function Usage({ conversation }: { readonly conversation: Conversation }): JSX.Element | null {
  const text = usePartText('stream');
  const { formats } = useScene();
  const usage = conversation.usage();
  if (usage.length === 0) return null;
  return (
    <dl class="console-usage" aria-label={text.usage}>
      {usage.map(([name, count]) => (
        <div key={name}>
          <dt dir="auto">{showInvisibles(name)}</dt>
          <dd>{formats.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

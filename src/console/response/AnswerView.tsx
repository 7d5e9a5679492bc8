/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PartMessages } from '../../i18n/en.ts';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { Answer } from '../answer.ts';
import { shortText } from '../fields/short-text.ts';
import type { Formats } from '../formats.ts';
import { usePartText } from '../lazy-part.tsx';
import { SIZE_LIMIT } from '../run.ts';
import { useScene } from '../scene.ts';
import { BlobView } from './BlobView.tsx';
import { describeStatus } from './describe-status.ts';
import { Facts } from './Facts.tsx';
import { HeadersTable } from './HeadersTable.tsx';
import { StatusAdvice } from './StatusAdvice.tsx';
import { StreamView, streamTabs } from './stream-tabs.tsx';
import { type Tab, Tabs } from './Tabs.tsx';
import { TextAnswer } from './TextAnswer.tsx';
import { UndescribedNote } from './UndescribedNote.tsx';

export { StreamView };

type Words = PartMessages['answer'];

interface AnswerViewProps {
  readonly answer: Answer;
  readonly isSimulated: boolean;
}

/** Status, facts and body of an answer, from its head on. */
export function AnswerView({ answer, isSimulated }: AnswerViewProps): JSX.Element {
  const text = usePartText('answer');
  const { session, text: common, formats } = useScene();
  const [chosen, setChosen] = useState<string>();
  const { status, statusText, phase } = answer;
  const described = describeStatus(session.operation.responses, status);
  const headers = headersTab(answer, text, formats, isSimulated);
  return (
    <>
      <p class="console-status">
        <b class={`console-status-code is-${String(status).charAt(0)}`}>
          {status} {showInvisibles(statusText)}
        </b>{' '}
        <span dir="auto">{showInvisibles(described?.summary ?? shortText(described?.description))}</span>{' '}
        {isSimulated && <span class="console-badge">{text.simulated}</span>}
      </p>
      <Facts answer={answer} />
      <StatusAdvice answer={answer} />
      {phase === 'stopped' && <p class="console-notice">{common.stoppedPart}</p>}
      {phase === 'late' && <p class="console-notice is-warning">{common.latePart}</p>}
      {phase === 'interrupted' && <p class="console-notice is-warning">{common.interruptedPart}</p>}
      {phase === 'cut' && (
        <p class="console-notice is-warning">{fill(text.cutPart, { limit: formats.size(SIZE_LIMIT) })}</p>
      )}
      <UndescribedNote answer={answer} />
      {answer.body.kind === 'text' ? (
        <TextAnswer answer={answer} body={answer.body} others={[headers]} />
      ) : (
        <Tabs
          label={text.answerViews}
          tabs={[...bodyTabs(answer, answer.body, text, formats), headers]}
          chosen={chosen ?? ''}
          onChoose={setChosen}
        />
      )}
    </>
  );
}

type OtherBody = Exclude<Answer['body'], { readonly kind: 'text' }>;

function bodyTabs(answer: Answer, body: OtherBody, text: Words, formats: Formats): Tab[] {
  switch (body.kind) {
    case 'pending':
      return [bodyTab(text, () => <p class="console-caption console-wait">{text.receiving}</p>)];
    case 'empty':
      return [bodyTab(text, () => <p class="console-caption console-wait">{text.noBodyCame}</p>)];
    case 'image':
    case 'audio':
    case 'video':
    case 'pdf':
    case 'binary':
      return [bodyTab(text, () => <BlobView body={body} />)];
    case 'growing':
      return [bodyTab(text, () => <StreamView answer={answer} view="growing" />)];
    case 'stream':
      return streamTabs(answer, body.log, text, formats);
  }
}

function bodyTab(text: Words, view: () => JSX.Element): Tab {
  return { id: 'body', title: text.viewBody, view };
}

function headersTab(answer: Answer, text: Words, formats: Formats, isSimulated: boolean): Tab {
  return {
    id: 'headers',
    title: fill(text.viewHeaders, { count: formats.number(answer.headers.length) }),
    view: () => <HeadersTable answer={answer} isFiltered={!isSimulated} />,
  };
}

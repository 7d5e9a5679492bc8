/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { lazyPart } from '../lazy-part.tsx';
import { loadStyles } from '../load-styles.ts';
import type { RunState } from '../run.ts';
import { type Scene, useChanges, useScene } from '../scene.ts';
import { FailureView } from './FailureView.tsx';
import styles from './response.css?url&no-inline';

/** What shows answers is loaded with the first of them. */
const Answered = lazyPart(
  'answer',
  async () => {
    const [{ AnswerView }] = await Promise.all([import('./AnswerView.tsx'), loadStyles(styles)]);
    return AnswerView;
  },
  () => <p class="console-caption">{useScene().text.sending}</p>,
);

/** What became of the last press of Send. Its beginning and end are announced, what streams in between isn't. */
export function ResponsePanel(): JSX.Element | null {
  const scene = useScene();
  const { session, text, announce } = scene;
  const panel = useRef<HTMLElement>(null);
  useChanges(session.run);
  const state = session.run.state();
  const sentence = announcement(scene, state);
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence]);
  const number = state.kind === 'idle' ? 0 : state.number;
  useEffect(() => {
    if (number > 0) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [number, state.kind]);
  if (state.kind === 'idle') return null;
  return (
    <section ref={panel} class="console-answer" aria-label={text.answer} aria-busy={session.run.isBusy()}>
      {state.kind === 'sending' && <p class="console-caption">{text.sending}</p>}
      {state.kind === 'failed' && <FailureView failure={state.failure} request={state.request} />}
      {state.kind === 'answered' && <Answered key={number} answer={state.answer} isSimulated={state.isSimulated} />}
    </section>
  );
}

function announcement({ text, formats }: Scene, state: RunState): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'sending':
      return text.sending;
    case 'failed': {
      const { code, ...values } = state.failure;
      return fill(text.failure[code], { origin: URL.parse(state.request.url)?.origin ?? '', ...values });
    }
    case 'answered': {
      const { phase, status, endAfter = 0 } = state.answer;
      if (phase === 'reading') return fill(text.announceStarted, { status });
      if (phase === 'stopped') return text.stoppedPart;
      if (phase === 'interrupted') return text.interruptedPart;
      return fill(text.announceDone, { status, time: formats.time(endAfter) });
    }
  }
}

/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import type { RunState } from '../run.ts';
import { type Scene, useChanges, useScene } from '../scene.ts';
import type { AnswerView } from './AnswerView.tsx';
import { FailureView } from './FailureView.tsx';

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
      {state.kind === 'answered' && <Answered key={number} state={state} />}
    </section>
  );
}

/** What shows answers is loaded with the first of them. */
function Answered({ state }: { readonly state: Extract<RunState, { kind: 'answered' }> }): JSX.Element {
  const { text } = useScene();
  const [View, setView] = useState<typeof AnswerView | undefined>(loaded);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (View) return;
    import('./AnswerView.tsx').then(
      (module) => {
        loaded = () => module.AnswerView;
        setView(loaded);
      },
      () => setFailed(true),
    );
  }, [View]);
  if (View) return <View answer={state.answer} isSimulated={state.isSimulated} />;
  return failed ? (
    <p class="console-notice is-danger">{text.partFailed}</p>
  ) : (
    <p class="console-caption">{text.sending}</p>
  );
}

let loaded: (() => typeof AnswerView) | undefined;

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

/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { isSequential } from '../../model/slice.ts';
import { lazyPart } from '../lazy-part.tsx';
import { loadStyles } from '../load-styles.ts';
import type { RunState } from '../run.ts';
import { type Scene, useChanges, useScene } from '../scene.ts';
import { failureText } from '../wording.ts';
import bodies from './body.css?url&no-inline';
import { FailureView } from './FailureView.tsx';
import styles from './response.css?url&no-inline';

/** What shows answers is loaded with the first of them. */
const Answered = lazyPart(
  'answer',
  async (scene) => {
    const [module] = await Promise.all([
      import('./AnswerView.tsx'),
      // What reads answers: the run needs it before this view does.
      import('../answer.ts'),
      loadStyles(styles),
      loadStyles(bodies),
      scene.partTexts.load('advice'),
    ]);
    const { responses } = scene.session.operation;
    // The first piece of a stream shows when it comes, not when its view has come.
    if (responses.some(({ content }) => content.some(isSequential))) module.StreamView.preload(scene);
    return module.AnswerView;
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
  useEffect(() => {
    // Whoever changes the form is about to send it, and an answer's first piece shouldn't wait for its view.
    const sources = [session.store, session.credentials, session.run];
    const stops = sources.map((source) => source.subscribe(() => Answered.preload(scene)));
    return () => {
      for (const stop of stops) stop();
    };
  }, [session]);
  const number = state.kind === 'idle' ? 0 : state.number;
  useEffect(() => {
    if (number > 0) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [number, state.kind]);
  if (state.kind === 'idle') return null;
  return (
    <section ref={panel} class="console-answer" aria-label={text.answer} aria-busy={session.run.isBusy()}>
      {state.kind === 'sending' && <Waiting key={number} />}
      {state.kind === 'failed' && <FailureView failure={state.failure} request={state.request} />}
      {state.kind === 'answered' && <Answered key={number} answer={state.answer} isSimulated={state.isSimulated} />}
    </section>
  );
}

/** From here on a wait is told, in milliseconds: servers that answer are faster. */
const LONG_WAIT = 3000;

/** How long the answer has been waited for, once that is long. It ticks on the page alone and is not announced. */
function Waiting(): JSX.Element {
  const { text, formats } = useScene();
  const [since] = useState(() => performance.now());
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setWaited(performance.now() - since), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="console-caption">
      {waited < LONG_WAIT
        ? text.sending
        : fill(text.stillWaiting, { time: formats.time(Math.round(waited / 1000) * 1000) })}
    </p>
  );
}

function announcement({ text, formats }: Scene, state: RunState): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'sending':
      return text.sending;
    case 'failed':
      return failureText(text, state.failure, state.request.url);
    case 'answered': {
      const { phase, status, endAfter = 0, body } = state.answer;
      // An error in the middle was told when it came; that the stream then ended well would hide it.
      if (body.kind === 'stream' && body.log.conversation.error()) return '';
      if (phase === 'late') return text.latePart;
      if (phase === 'reading') return fill(text.announceStarted, { status });
      if (phase === 'stopped') return text.stoppedPart;
      if (phase === 'interrupted') return text.interruptedPart;
      return fill(text.announceDone, { status, time: formats.time(endAfter) });
    }
  }
}

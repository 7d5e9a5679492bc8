/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleMessages } from '../i18n/en.ts';
import { Arrived } from './around/lazy.ts';
import { BodyField } from './fields/BodyField.tsx';
import { CredentialFields } from './fields/CredentialFields.tsx';
import { ParameterFields } from './fields/ParameterFields.tsx';
import { Refusals } from './fields/Refusals.tsx';
import { TargetField } from './fields/TargetField.tsx';
import type { Formats } from './formats.ts';
import type { PartTexts } from './part-texts.ts';
import { ResponsePanel } from './response/ResponsePanel.tsx';
import { SendBar } from './SendBar.tsx';
import { type Scene, SceneProvider, useChanges, useScene } from './scene.ts';
import type { Session } from './session.ts';
import { sendForm } from './transport.ts';

/** The fields that tell what is wrong with them, and what stands in for those that have none. */
const FAULTS = '[aria-invalid="true"], [data-refusals]';

interface ConsoleProps {
  readonly session: Session;
  readonly text: ConsoleMessages;
  readonly partTexts: PartTexts;
  readonly formats: Formats;
  readonly samples: HTMLElement;
  /** The fragment of a link that fills the form in. */
  readonly link?: string | undefined;
  readonly onClose: () => void;
}

/** The whole console: who answers, keys, parameters, body, Send, response. */
export function Console({ session, text, partTexts, formats, samples, link, onClose }: ConsoleProps): JSX.Element {
  const id = useId();
  const root = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const [said, announce] = useState('');
  useChanges(session.store);
  useChanges(session.credentials);
  useChanges(session.rejections);
  useLayoutEffect(() => {
    title.current?.focus();
    // A heading at the lower edge would be all that is seen of it.
    const { top = 0 } = title.current?.getBoundingClientRect() ?? {};
    if (top > innerHeight / 2) root.current?.scrollIntoView();
  }, []);

  const focusFirst = (selector: string): void => {
    // After the next drawing, which may open the part that the field is in.
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(selector)?.focus());
  };
  const scene: Scene = {
    session,
    text,
    partTexts,
    formats,
    samples,
    announce,
    send() {
      if (!sendForm(session)) focusFirst(FAULTS);
    },
    focusFault: () => focusFirst(FAULTS),
    focusKey: () => focusFirst('[data-secret]'),
  };
  return (
    <SceneProvider value={scene}>
      <section
        ref={root}
        class="console"
        aria-labelledby={id}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          scene.send();
        }}
      >
        <header class="console-head">
          <h2 id={id} ref={title} tabIndex={-1}>
            {text.title}
          </h2>
          <WideButton />
          <button type="button" class="console-close" aria-label={text.close} title={text.close} onClick={onClose}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="m4 4 8 8m0-8-8 8" />
            </svg>
          </button>
        </header>
        <div class="console-ask">
          <div class="console-form">
            {link && <Arrived link={link} />}
            <TargetField />
            <CredentialFields />
            <ParameterFields />
            <BodyField />
            <Refusals />
          </div>
          <SendBar />
        </div>
        <ResponsePanel />
        <p class="visually-hidden" role="status">
          {said}
        </p>
      </section>
    </SceneProvider>
  );
}

/** Gives the console the room of the page's text, where a page has two columns. */
function WideButton(): JSX.Element {
  const { text, samples } = useScene();
  const [isWide, setWide] = useState(false);
  // Ends before the focus goes back to what the wide view hides.
  useLayoutEffect(() => {
    const panel = samples.parentElement;
    if (!isWide || !panel) return;
    let end: (() => void) | undefined;
    let isOver = false;
    import('./wide-view.ts').then(
      ({ widen }) => {
        if (!isOver) end = widen(panel);
      },
      () => setWide(false),
    );
    return () => {
      isOver = true;
      end?.();
    };
  }, [isWide]);
  return (
    <button
      type="button"
      class="console-close console-widen"
      aria-pressed={isWide}
      aria-label={text.wide}
      title={text.wide}
      onClick={() => setWide(!isWide)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M2 3h12v10H2zM8 3v10" />
      </svg>
    </button>
  );
}

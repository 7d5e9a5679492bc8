/** @jsxImportSource preact */
import { render } from 'preact';
import type { ConsoleMessages } from '../i18n/en.ts';
import type { Api } from '../model/api.ts';
import type { Answers } from '../model/slice.ts';
import { Console } from './Console.tsx';
import { createCredentials } from './credentials.ts';
import { createFormats } from './formats.ts';
import { printSamples } from './live-samples.ts';
import { COLOUR_LIMIT } from './paint.ts';
import { createPartTexts, type PartTexts, type ReadPart } from './part-texts.ts';
import { createRun } from './run.ts';
import { createSession, type Session, type StartValues } from './session.ts';
import { exactRequest, masksReady, sampleRequest } from './shown-request.ts';
import { createKeyStorage, readChoice } from './storage.ts';

export interface ConsoleOptions {
  /** An empty element that the console is drawn into. */
  readonly host: HTMLElement;
  /** The page's code tabs, which follow the form from now on. */
  readonly samples: HTMLElement;
  /** What requests are made from (`splitSlice`). */
  readonly slice: Api;
  readonly readAnswers: () => Promise<Answers>;
  readonly text: ConsoleMessages;
  readonly readPart: ReadPart;
  /** The page's language, BCP 47. */
  readonly locale: string;
  /** The named request example to show; left out: the first, or what was there before. */
  readonly example?: string;
  /** The example that the page shows: where a console that was never open begins. */
  readonly picked?: string;
  /** The fragment of a link that fills the form in. */
  readonly link?: string;
  /** With what the reader has set for all operations. */
  readonly startValues?: StartValues | undefined;
  /** Where the sandbox of this machine listens, without a slash at the end. */
  readonly sandboxUrl?: string;
  /** The path of the site's relay for this API. */
  readonly relay?: string;
  /** The page that authorization servers lead back to. */
  readonly loginUrl?: string;
  /** Offers no sandbox, only the API's servers. */
  readonly serversOnly?: boolean;
  /** The reader closed the console; what was typed is kept for the next mount on the same host. */
  onClose(): void;
}

export interface ConsoleHandle {
  readonly session: Session;
  close(): void;
}

/** The keys of this tab: one memory for every console of the page, in no other place. */
const credentials = createCredentials(createKeyStorage(() => sessionStorage));
const sessions = new WeakMap<HTMLElement, Session>();
/** Loaded parts stay loaded when a console is closed and opened again, and so do their texts. */
let partTexts: PartTexts | undefined;
/** The newest link that led to a form. */
const links = new WeakMap<Session, string>();

addEventListener('pagehide', () => {
  credentials.leavePage();
  // The page may be kept and shown again before anything is drawn anew.
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-secret]')) input.value = '';
});

/** Draws the console and moves the focus into it. Nothing is sent before the reader presses Send. */
export function mountConsole(options: ConsoleOptions): ConsoleHandle {
  const { host, samples, text, readPart, locale, example, link, onClose } = options;
  const known = sessions.get(host);
  const session = known ?? startSession(options);
  sessions.set(host, session);
  // What was typed before stays beside it as the reader's own edit.
  if (known && example !== undefined && known.store.state().examples.some(({ name }) => name === example)) {
    known.store.dispatch({ kind: 'choose-body', choice: { kind: 'example', name: example } });
  }
  if (link !== undefined) links.set(session, link);
  partTexts ??= createPartTexts(readPart);
  const close = (): void => {
    session.run.stop();
    render(null, host);
    onClose();
  };
  render(
    <Console
      session={session}
      text={text}
      partTexts={partTexts}
      formats={createFormats(locale)}
      samples={samples}
      link={links.get(session)}
      onClose={close}
    />,
    host,
  );
  return { session, close };
}

function startSession(options: ConsoleOptions): Session {
  const {
    slice,
    readAnswers,
    samples,
    text,
    picked,
    example = picked,
    startValues,
    sandboxUrl,
    relay,
    loginUrl,
    serversOnly,
  } = options;
  const run = createRun(
    () => performance.now(),
    (tell) => requestAnimationFrame(tell),
  );
  const place = { page: location.href, sandboxUrl, relay, loginUrl, serversOnly };
  const session = createSession(slice, { place, run, credentials, readAnswers, example, startValues });
  followForm(session, samples);
  followTyping(session, samples, text);
  return session;
}

/** Once something is typed, or was before: it is kept for the tab, and secrets can be copied with the samples. */
function followTyping(session: Session, samples: HTMLElement, text: ConsoleMessages): void {
  let isAsked = false;
  const follow = (): void => {
    if (isAsked) return;
    isAsked = true;
    import('./typing-began.ts').then(
      ({ typingBegan }) => typingBegan(session, samples, text),
      () => {},
    );
  };
  session.store.subscribe(follow);
  session.credentials.subscribe(follow);
  if (!session.credentials.isEmpty() || readChoice('typed')) follow();
}

/** How long printing waits for the next key press when the body is long, in milliseconds. */
const PAUSE = 250;

/** Prints the samples once the form shows, and once a frame while the form changes, also after the console was closed. */
function followForm(session: Session, samples: HTMLElement): void {
  const { store } = session;
  const print = async (isWhole: boolean): Promise<void> => {
    await masksReady(session);
    const request = sampleRequest(session);
    if (request) await printSamples(samples, session.api, request, exactRequest(session), isWhole);
  };
  let cancel = (): void => {};
  const schedule = (): void => {
    cancel();
    if ((store.state().values.body?.text.length ?? 0) > COLOUR_LIMIT) {
      const timer = setTimeout(() => void print(true), PAUSE);
      cancel = () => clearTimeout(timer);
    } else {
      const frame = requestAnimationFrame(() => void print(true));
      cancel = () => cancelAnimationFrame(frame);
    }
  };
  store.subscribe(schedule);
  followExample(session, samples);
  session.credentials.subscribe(schedule);
  // The form shows first; a change before then prints it all anyhow.
  const opening = requestAnimationFrame(() => {
    const timer = setTimeout(() => void print(false));
    cancel = () => clearTimeout(timer);
  });
  cancel = () => cancelAnimationFrame(opening);
}

/** The page's own choice of an example and the console's are one. */
function followExample({ store }: Session, samples: HTMLElement): void {
  samples.addEventListener('example', (event) => {
    event.preventDefault();
    const name = String((event as CustomEvent).detail);
    store.dispatch({ kind: 'choose-body', choice: { kind: 'example', name } });
  });
  const select = samples.parentElement?.querySelector<HTMLSelectElement>('[data-example-pick] select');
  if (!select) return;
  const follow = (): void => {
    const { choice, drafts } = store.state();
    const from = choice.kind === 'draft' ? drafts.find(({ id }) => id === choice.id)?.from : undefined;
    select.value = choice.kind === 'example' ? choice.name : (from ?? '');
  };
  store.subscribe(follow);
  follow();
}

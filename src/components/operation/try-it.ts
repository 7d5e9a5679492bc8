import styles from '../../console/console.css?url&no-inline';
import { loadStyles } from '../../console/load-styles.ts';
import type { TRIP_NAME } from '../../console/login/trip.ts';
import type { Session, StartValues } from '../../console/session.ts';
import { keptShared } from '../code/shared.ts';
import { fragmentText } from '../shell/fragment.ts';
import { whenReached } from '../shell/reach.ts';

/** The button that opens the console. Nothing of the console is loaded before a reader reaches for it. */
export function listenForTryIt(): void {
  const box = document.querySelector<HTMLElement>('[data-console-data]');
  const button = document.querySelector<HTMLButtonElement>('[data-try]');
  if (!box || !button) return;
  button.hidden = false;
  button.addEventListener('click', () => open(box, button));
  whenReached(button, () => prepare(box));
  const openFromAddress = (): void => {
    // `#try&…` fills the form in.
    if (location.hash.startsWith('#try&')) return void open(box, button, undefined, location.hash.slice(1));
    // `#try` or `#try=stream`, the name of an example. Nothing is sent by it.
    const match = /^try(?:=(.*))?$/s.exec(fragmentText());
    if (match) void open(box, button, match[1] || undefined);
  };
  addEventListener('hashchange', openFromAddress);
  openFromAddress();
  if (hasTrip()) void openAfterTrip(box, button);
  if (import.meta.hot) void openAgainInDev(box, button);
}

/** Goes on with a sign-in that this page was left for, once the console is open. */
let resume: ((session: Session) => void) | undefined;
/** The compiler sees to it that it is the same name: the module is loaded only where there is something to take. */
const TRIP: typeof TRIP_NAME = 'curlew-login';

function hasTrip(): boolean {
  try {
    return sessionStorage.getItem(TRIP) !== null;
  } catch {
    return false;
  }
}

async function openAfterTrip(box: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const { takeLogin } = await import('../../console/login/resume.ts');
  resume = takeLogin(location.pathname);
  if (resume) await open(box, button);
}

let loaded: ReturnType<typeof load> | undefined;
let answers: ReturnType<typeof readJson> | undefined;

function readAnswers(box: HTMLElement): ReturnType<typeof readJson> {
  answers ??= readJson(box.dataset.consoleData?.replace(/\.json$/, '.answers.json'));
  answers.catch(() => {
    answers = undefined;
  });
  return answers;
}

/** Loads all that the first press needs; where that fails, the press itself tries again and tells. */
function prepare(box: HTMLElement): ReturnType<typeof load> {
  loaded ??= load(box);
  loaded.catch(() => {
    loaded = undefined;
  });
  return loaded;
}

function load(box: HTMLElement) {
  return Promise.all([
    import('../../console/open-console.ts'),
    readJson(box.dataset.consoleData),
    readJson(box.dataset.consoleText),
    // Pages don't pay for the console's styles before its first press.
    loadStyles(styles),
  ]);
}

/** What the reader has set for all operations is where the form starts. */
async function startValues(box: HTMLElement) {
  const samples = box.querySelector<HTMLElement>('.code-tabs');
  if (!samples || keptShared(samples.dataset.shared) === null) return undefined;
  const { withKept } = await import('../../console/shared-storage.ts');
  return (...form: Parameters<StartValues>) => withKept(samples, ...form);
}

async function open(box: HTMLElement, button: HTMLButtonElement, example?: string, link?: string): Promise<void> {
  const host = box.querySelector<HTMLElement>('[data-console]');
  const samples = box.querySelector<HTMLElement>('.code-tabs');
  const failure = box.querySelector<HTMLElement>('[data-try-failed]');
  const picked = box.querySelector<HTMLSelectElement>('[data-example-pick] select')?.value;
  if (!host || !samples || button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  if (failure) failure.hidden = true;
  try {
    const [[{ openConsole }, slice, text], start] = await Promise.all([prepare(box), startValues(box)]);
    const session = await openConsole(box, button, {
      host,
      samples,
      slice,
      text,
      example,
      link,
      picked,
      readAnswers: () => readAnswers(box),
      readPart: (part) => readJson(box.dataset.consoleText?.replace(/\.json$/, `.${part}.json`)),
      startValues: start,
    });
    resume?.(session);
    resume = undefined;
    if (import.meta.hot) await keepInDev(session, box);
  } catch (error) {
    console.error(error);
    if (failure) failure.hidden = false;
  } finally {
    button.ariaBusy = null;
  }
}

async function openAgainInDev(box: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const { hasDraft } = await import('../../console/keep-draft.ts');
  if (hasDraft()) await open(box, button);
}

const kept = new WeakSet<Session>();

/** The dev server has the page loaded again after each save. */
async function keepInDev(session: Session, box: HTMLElement): Promise<void> {
  if (kept.has(session)) return;
  kept.add(session);
  const { keepDraft } = await import('../../console/keep-draft.ts');
  const isOpen = (): boolean => box.dataset.open !== undefined;
  keepDraft(session, isOpen, (save) => {
    for (const event of ['vite:beforeFullReload', 'vite:ws:disconnect'] as const) import.meta.hot?.on(event, save);
  });
}

async function readJson(url: string | undefined) {
  const response = await fetch(url ?? '');
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

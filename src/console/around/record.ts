import { isPrivateParameter } from '../../model/secret-names.ts';
import { inBraces } from '../mask-body.ts';
import { type Masked, markSecrets, maskForm } from '../masked-form.ts';
import type { RunState } from '../run.ts';
import type { Session } from '../session.ts';
import { type FormState, isSandbox } from '../state.ts';
import type { History, HistoryEntry, Outcome } from './history.ts';
import { keepAnswer } from './kept-answer.ts';
import { keepForm, withoutSecrets } from './kept-form.ts';

/** A longer body lies in no storage. */
const STORED_BODY = 20_000;

/** A press of Send. */
export interface Press {
  /** What was sent. */
  readonly form: FormState;
  /** What became of it, once it is over: a later press may have begun before this is written down. */
  readonly ended: Promise<RunState>;
  /** The keys that went along: a server may echo them, and then they are masked. They are kept no longer than that. */
  readonly keys: readonly string[];
}

/** Writes a press of Send into the history, and what comes of it. */
export function recordRun(session: Session, { form, ended, keys }: Press, history: History): void {
  const masked = withMasks(session, form);
  const request = markSecrets(session.build(masked.form).request, masked, inBraces);
  // A user and a password go out as base64.
  const secrets = [...keys, ...masked.values].filter((key) => key !== '').flatMap((key) => [key, base64(key)]);
  const entry = entryOf(session, form, { kind: 'sending' });
  const put = (outcome: Outcome, state?: RunState): void => {
    const answer = state?.kind === 'answered' ? keepAnswer(state.answer, secrets) : undefined;
    const now = { ...entry, outcome };
    history.put(now, storedEntry(now, session), { request, ...(answer ? { answer } : {}) });
  };
  put({ kind: 'sending' });
  void ended.then((state) => put(outcomeOf(state), state));
}

/** The host may have braces in it. */
function pathOf(url: string): string | undefined {
  return /^[a-z]+:\/\/[^/?#]*(\/[^?#]*)/i.exec(url)?.[1];
}

/** What was sent, without what stays in the memory of the page. */
function withMasks(session: Session, form: FormState): Masked {
  return maskForm(session, form, (parameter) => isPrivateParameter(session.api, parameter));
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Puts aside what stands in the form, where it is nowhere else. */
export function recordUnsent(session: Session, history: History): void {
  const form = session.store.state();
  const entry = entryOf(session, form, { kind: 'unsent' });
  const isKnown = [
    keepForm(session.begin(entry.form.body?.example), session.operation),
    ...history
      .entries()
      .filter(isOf(session))
      .map((one) => one.form),
  ].some((one) => JSON.stringify(one) === JSON.stringify(entry.form));
  if (!isKnown) history.put(entry, storedEntry(entry, session));
}

/** Whether an entry is of the session's operation, on whatever page. */
export function isOf({ api, operation }: Session): (entry: HistoryEntry) => boolean {
  return (entry) => entry.api === api.id && entry.operation === operation.key;
}

let count = 0;

function entryOf(session: Session, form: FormState, outcome: Outcome): HistoryEntry {
  const { api, operation, place } = session;
  const masked = withMasks(session, form);
  const request = markSecrets(session.build(masked.form).request, masked, inBraces);
  const at = Date.now();
  count += 1;
  return {
    id: `${at}-${String(count).padStart(6, '0')}`,
    at,
    api: api.id,
    operation: operation.key,
    page: URL.parse(place.page)?.pathname ?? '/',
    method: request.method,
    path: pathOf(request.url) ?? operation.path,
    isSimulated: isSandbox(form.target),
    form: keepForm(form, operation),
    outcome,
  };
}

/** The entry as it may lie in the tab's storage. */
function storedEntry(entry: HistoryEntry, { api }: Session): HistoryEntry {
  const bared = withoutSecrets(entry.form, api);
  const { body } = bared.form;
  const isLong = (body?.text?.length ?? 0) > STORED_BODY;
  const form =
    body && isLong ? { ...bared.form, body: { example: body.example, mediaType: body.mediaType } } : bared.form;
  const lacks = { fields: bared.fields, body: bared.body || isLong };
  return {
    ...entry,
    form,
    ...(lacks.body || lacks.fields.length > 0 ? { lacks } : {}),
  };
}

function outcomeOf(state: RunState): Outcome {
  if (state.kind === 'failed') return { kind: 'failed', code: state.failure.code };
  if (state.kind !== 'answered') return { kind: 'sending' };
  const { status, phase, endAfter, size } = state.answer;
  return {
    kind: 'answered',
    status,
    isWhole: phase === 'done',
    size,
    ...(endAfter === undefined ? {} : { time: endAfter }),
  };
}

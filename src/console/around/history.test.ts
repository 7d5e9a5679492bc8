import { beforeEach, describe, expect, it } from 'vitest';
import type { RunState } from '../run.ts';
import type { Fetch } from '../send.ts';
import type { Session } from '../session.ts';
import { createHistory, type Exchange, type History, type HistoryEntry } from './history.ts';
import { createHistoryStorage } from './history-storage.ts';
import type { KeptAnswer } from './kept-answer.ts';
import { keepAnswer } from './kept-answer.ts';
import { recordRun, recordUnsent } from './record.ts';
import { testSession } from './test-session.ts';

/** Storage that lives in a map; `refuses` makes it throw. */
function fakeStorage(refuses = false): Storage & { text(): string } {
  const items = new Map<string, string>();
  const check = (): void => {
    if (refuses) throw new Error('refused');
  };
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => {
      check();
      return items.get(name) ?? null;
    },
    setItem: (name, value) => {
      check();
      items.set(name, value);
    },
    removeItem: (name) => {
      check();
      items.delete(name);
    },
    text: () => [...items].flat().join(' '),
  };
}

const entry = (at: number, text?: string): HistoryEntry => ({
  id: `${at}-000001`,
  at,
  api: 'pets',
  operation: 'ask',
  page: '/ask/',
  method: 'POST',
  path: '/ask',
  isSimulated: true,
  form: {
    variables: [],
    parameters: [],
    ...(text === undefined ? {} : { body: { example: 'a', mediaType: 'text/plain', text } }),
  },
  outcome: { kind: 'sending' },
});

const answer = (bytes: number): KeptAnswer => ({
  status: 200,
  statusText: '',
  headers: [],
  headAfter: 1,
  size: 0,
  body: { kind: 'none' },
  bytes,
});
const exchange = (bytes: number): Exchange => ({
  request: { method: 'GET', url: 'https://a.example', headers: [], stream: false },
  answer: answer(bytes),
});

let storage: ReturnType<typeof fakeStorage>;
let history: History;
beforeEach(() => {
  storage = fakeStorage();
  history = createHistory(createHistoryStorage(() => storage));
});

describe('the history', () => {
  it('has the newest 50 first, on the next page too', () => {
    for (let at = 1000; at < 1060; at += 1) history.put(entry(at), entry(at));
    const next = createHistory(createHistoryStorage(() => storage));
    for (const one of [history, next]) {
      expect(one.entries()).toHaveLength(50);
      expect(one.entries()[0]?.at).toBe(1059);
    }
    next.clear();
    history.refresh();
    expect(history.entries()).toEqual([]);
    expect(storage.text()).toBe('');
  });

  it('tells more of an entry in its place', () => {
    history.put(entry(1), entry(1));
    history.put(entry(2), entry(2));
    history.put({ ...entry(1), outcome: { kind: 'failed', code: 'offline' } }, entry(1));
    expect(history.entries().map(({ at, outcome }) => [at, outcome.kind])).toEqual([
      [2, 'sending'],
      [1, 'failed'],
    ]);
  });

  it('keeps twenty answers, and five million bytes of them', () => {
    const kept = (): number => history.entries().filter(({ id }) => history.exchange(id)).length;
    for (let at = 100; at < 130; at += 1) history.put(entry(at), entry(at), exchange(1));
    expect(kept()).toBe(20);
    history.put(entry(200), entry(200), exchange(4_999_995));
    expect(kept()).toBe(6);
    history.put(entry(201), entry(201), exchange(5_000_001));
    expect(kept()).toBe(0);
  });

  it('takes a bounded part of the storage', () => {
    for (let at = 100; at < 120; at += 1) history.put(entry(at, 'x'.repeat(19_000)), entry(at, 'x'.repeat(19_000)));
    expect(storage.text().length).toBeLessThan(201_000);
    expect(createHistory(createHistoryStorage(() => storage)).entries()[0]?.at).toBe(119);
    expect(history.entries()).toHaveLength(20);
  });

  it('goes on in memory where the browser refuses storage', () => {
    const alone = createHistory(createHistoryStorage(() => fakeStorage(true)));
    alone.put(entry(1), entry(1));
    expect(alone.entries()).toHaveLength(1);
    alone.clear();
    expect(alone.entries()).toEqual([]);
  });

  it.each(['{', '7', '[null, 1, {"id": 3}]', '{"a": []}'])(
    'starts anew where something else lies there: %s',
    (text) => {
      storage.setItem('curlew-history 1', text);
      expect(createHistory(createHistoryStorage(() => storage)).entries()).toEqual([]);
    },
  );
});

/** Sends the form as it stands. @returns what became of it */
async function sendTo({ run, built }: Session, fetch: Fetch): Promise<RunState> {
  await run.start(built().request, { isSimulated: true, secret: () => '', file: () => new Blob(), fetch });
  return run.state();
}

describe('a press of Send', () => {
  const KEY = 'key-4f1c-very-secret';

  it('is kept with its answer, and without a key anywhere', async () => {
    const session = testSession();
    const { store, run, credentials } = session;
    store.dispatch({ kind: 'choose-target', target: 'server' });
    store.dispatch({ kind: 'set-parameter', in: 'query', name: 'access_token', value: '"SECRET"' });
    store.dispatch({ kind: 'edit-body', text: '{"code": "SECRET"}' });
    credentials.set('https://api.example', 'key', KEY);
    const done = run.start(session.built().request, {
      isSimulated: false,
      secret: () => KEY,
      file: () => new Blob(),
      fetch: async () => Response.json({ echo: KEY }, { headers: { 'x-echo': KEY } }),
    });
    const ended = done.then(() => run.state());
    recordRun(session, { form: store.state(), ended, keys: [KEY] }, history);
    expect(history.entries()[0]?.outcome).toEqual({ kind: 'sending' });
    credentials.forget();
    await ended;
    const [one] = history.entries();
    expect(one?.outcome).toMatchObject({ kind: 'answered', status: 200, isWhole: true });
    const known = one && history.exchange(one.id);
    expect(known?.answer?.body).toMatchObject({ kind: 'text', text: '{"echo":"••••••••"}' });
    expect(JSON.stringify([history.entries(), known])).not.toContain(KEY);
    expect(storage.text()).not.toMatch(/SECRET|very-secret|echo/);
    expect(createHistory(createHistoryStorage(() => storage)).entries()[0]?.lacks).toEqual({
      fields: ['access_token'],
      body: true,
    });
  });

  it('shows and stores no part of its address that may be a secret, nor an answer with one in it', async () => {
    const session = testSession();
    const { store } = session;
    store.dispatch({ kind: 'choose-target', target: 'server', server: 2 });
    store.dispatch({ kind: 'set-server-variable', name: 'apiKey', value: 'SECRET-1' });
    store.dispatch({ kind: 'set-server-variable', name: 'token', value: 'SECRET-2' });
    const ended = sendTo(session, async () => Response.json({ asked: '/botSECRET-2/v1' }));
    recordRun(session, { form: store.state(), ended, keys: [] }, history);
    await ended;
    const [one] = history.entries();
    const known = one && history.exchange(one.id);
    expect(one?.path).toBe('/bot{token}/v1/ask/seven');
    expect(known?.request.url).toBe('https://{apiKey}.example/bot{token}/v1/ask/seven');
    expect(known?.answer?.body).toMatchObject({ text: '{"asked":"/bot••••••••/v1"}' });
    expect(storage.text()).not.toMatch(/secret/i);
    expect(createHistory(createHistoryStorage(() => storage)).entries()[0]).toMatchObject({
      path: '/bot{token}/v1/ask/seven',
      lacks: { fields: ['apiKey', 'token'], body: false },
      form: { server: 2, variables: [{ name: 'part', value: 'v1' }] },
    });
  });

  it('that failed is kept with the reason', async () => {
    const session = testSession();
    const ended = sendTo(session, () => Promise.reject(new Error('gone')));
    recordRun(session, { form: session.store.state(), ended, keys: [''] }, history);
    await ended;
    expect(history.entries()[0]?.outcome).toEqual({ kind: 'failed', code: 'sandbox' });
  });

  it('is kept with its own end, though the next one begins before it is written down', async () => {
    const session = testSession();
    const form = session.store.state();
    const first = sendTo(session, async () => new Response('one', { status: 201 }));
    await first;
    const second = sendTo(session, async () => new Response('two'));
    for (const ended of [first, second]) recordRun(session, { form, ended, keys: [''] }, history);
    await Promise.all([first, second]);
    expect(history.entries().map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'answered', status: 200, isWhole: true },
      { kind: 'answered', status: 201, isWhole: true },
    ]);
  });

  it('keeps no long body in storage', () => {
    const session = testSession();
    session.store.dispatch({ kind: 'edit-body', text: 'x'.repeat(20_001) });
    recordUnsent(session, history);
    expect(history.entries()[0]?.form.body?.text).toHaveLength(20_001);
    expect(storage.text()).not.toContain('xxx');
  });
});

describe('a form that gives way', () => {
  it('is put aside, once, unless it is as it began', () => {
    const session = testSession();
    recordUnsent(session, history);
    session.store.dispatch({ kind: 'choose-body', choice: { kind: 'example', name: 'words' } });
    recordUnsent(session, history);
    expect(history.entries()).toEqual([]);
    session.store.dispatch({ kind: 'set-parameter', in: 'query', name: 'limit', value: '3' });
    recordUnsent(session, history);
    recordUnsent(session, history);
    expect(history.entries().map(({ outcome }) => outcome.kind)).toEqual(['unsent']);
  });
});

describe('a kept answer', () => {
  it('leaves out what is too large', () => {
    const kept = keepAnswer(
      {
        status: 200,
        statusText: '',
        headers: [],
        phase: 'done',
        size: 1,
        headAfter: 1,
        body: { kind: 'text', text: 'x'.repeat(2_000_001), json: false },
      },
      [],
    );
    expect(kept).toMatchObject({ body: { kind: 'let-go' }, bytes: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { isPrivateParameter } from '../../model/secret-names.ts';
import type { HttpRequest } from '../../request/http-request.ts';
import { inBraces } from '../mask-body.ts';
import { markSecrets, maskForm } from '../masked-form.ts';
import { writeHar } from './har.ts';
import type { HistoryEntry, Outcome } from './history.ts';
import type { KeptAnswer, KeptAnswerBody } from './kept-answer.ts';
import { testSession } from './test-session.ts';

const entryWith = (outcome: Outcome, isSimulated = false): HistoryEntry => ({
  id: '1',
  at: Date.UTC(2026, 0, 2, 3, 4, 5, 6),
  api: 'pets',
  operation: 'ask',
  page: '/reference/ask/',
  method: 'POST',
  path: '/ask',
  isSimulated,
  form: { variables: [], parameters: [] },
  outcome,
});

const answerWith = (body: KeptAnswerBody): KeptAnswer => ({
  status: 200,
  statusText: 'OK',
  headers: [
    ['content-type', 'application/json'],
    ['x-many', 'a'],
  ],
  headAfter: 40,
  endAfter: 100.5,
  size: 4,
  body,
  bytes: 8,
});

async function archive(request: HttpRequest, answer?: KeptAnswer, outcome: Outcome = { kind: 'sending' }) {
  const text = await writeHar(entryWith(outcome), { request, ...(answer ? { answer } : {}) }, '1.2.3');
  const { log } = JSON.parse(text);
  return { text, log, entry: log.entries[0] };
}

const plain: HttpRequest = {
  method: 'POST',
  url: 'https://api.example/ask?a=1&a=%20b',
  queryCredentials: [{ name: 'key', credential: { scheme: 'k', form: 'raw', variable: 'PETS_KEY' } }],
  headers: [
    { name: 'Content-Type', value: 'application/json' },
    { name: 'Authorization', prefix: 'Basic ', credential: { scheme: 'u', form: 'basic', variable: 'PETS_AUTH' } },
  ],
  body: { kind: 'text', mediaType: 'application/json', text: '{"你": 1.10}' },
  stream: false,
};

describe('a HAR', () => {
  it('has every field that HAR 1.2 asks for, and no secret', async () => {
    const { log, entry } = await archive(
      plain,
      answerWith({ kind: 'text', text: '{ }\n', isJson: true, isCut: false }),
    );
    expect(log.version).toBe('1.2');
    expect(log.creator).toEqual({ name: 'Curlew', version: '1.2.3' });
    expect(entry).toEqual({
      startedDateTime: '2026-01-02T03:04:05.006Z',
      time: 100.5,
      request: {
        method: 'POST',
        url: 'https://api.example/ask?a=1&a=%20b&key=%7BPETS_KEY%7D',
        httpVersion: 'unknown',
        cookies: [],
        headers: [
          { name: 'Content-Type', value: 'application/json' },
          { name: 'Authorization', value: 'Basic {PETS_AUTH}' },
        ],
        queryString: [
          { name: 'a', value: '1' },
          { name: 'a', value: ' b' },
          { name: 'key', value: '{PETS_KEY}' },
        ],
        postData: { mimeType: 'application/json', text: '{"你": 1.10}' },
        headersSize: -1,
        bodySize: 13,
      },
      response: {
        status: 200,
        statusText: 'OK',
        httpVersion: 'unknown',
        cookies: [],
        headers: [
          { name: 'content-type', value: 'application/json' },
          { name: 'x-many', value: 'a' },
        ],
        content: { size: 4, mimeType: 'application/json', text: '{ }\n' },
        redirectURL: '',
        headersSize: -1,
        bodySize: -1,
      },
      cache: {},
      timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 40, receive: 60.5 },
    });
  });

  it('has bytes as base64', async () => {
    const bytes = Uint8Array.from({ length: 60_000 }, (_, index) => index % 256);
    const { entry } = await archive(plain, answerWith({ kind: 'bytes', blob: new Blob([bytes]) }));
    expect(entry.response.content.encoding).toBe('base64');
    expect(Buffer.from(entry.response.content.text, 'base64').equals(bytes)).toBe(true);
  });

  it('has fields of a form as names and values, and names of files', async () => {
    const form = {
      kind: 'text',
      mediaType: 'application/x-www-form-urlencoded',
      text: 'a=1',
      fields: [['a', '1']],
    } as const;
    expect((await archive({ ...plain, body: form })).entry.request.postData).toEqual({
      mimeType: 'application/x-www-form-urlencoded',
      params: [{ name: 'a', value: '1' }],
    });
    const file = { kind: 'file', mediaType: 'image/png', file: { at: '', name: 'a.png' } } as const;
    expect((await archive({ ...plain, body: file })).entry.request.postData.text).toBe('<a.png>');
  });

  it('tells a request without an answer', async () => {
    const { entry } = await archive(plain, undefined, { kind: 'failed', code: 'offline' });
    expect(entry.response).toMatchObject({ status: 0, content: { size: 0, mimeType: 'x-unknown' }, _error: 'offline' });
    expect(entry.time).toBe(0);
  });

  it('shows where a secret was that no scheme tells of', async () => {
    const session = testSession();
    const { store, api } = session;
    for (const [at, name] of [
      ['query', 'access_token'],
      ['header', 'X-Key'],
      ['cookie', 'theme'],
    ] as const) {
      store.dispatch({ kind: 'set-parameter', in: at, name, value: '"SECRET"' });
    }
    store.dispatch({ kind: 'edit-body', text: '{"a": {"client_secret": "SECRET"}, "max_tokens": 3}' });
    store.dispatch({ kind: 'choose-target', target: 'server', server: 2 });
    store.dispatch({ kind: 'set-server-variable', name: 'apiKey', value: 'SECRET' });
    const masked = maskForm(session, store.state(), (one) => isPrivateParameter(api, one));
    const request = markSecrets(session.build(masked.form).request, masked, inBraces);
    const { text, entry } = await archive(request);
    expect(text).not.toMatch(/SECRET|secret\.example/);
    expect(entry.request.url).toBe('https://{apiKey}.example/bot0/v1/ask/seven?access_token={access_token}');
    expect(entry.request.postData.text).toBe('{"a": {"client_secret": "{client_secret}"}, "max_tokens": 3}');
  });
});

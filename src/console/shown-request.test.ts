import { describe, expect, it, vi } from 'vitest';
import { printHttp, withQuerySecrets } from '../samples/http.ts';
import { testSession } from './around/test-session.ts';
import { hasMasks } from './masked-form.ts';
import type { Session } from './session.ts';
import { exactRequest, masksReady, sampleRequest } from './shown-request.ts';
import type { FormAction } from './state.ts';

const MASK = '••••••••';

function exactText(session: Session): string {
  const exact = exactRequest(session);
  return exact ? printHttp(exact.request, exact.mask) : '';
}

function exactUrl(session: Session): string {
  const exact = exactRequest(session);
  return exact ? withQuerySecrets(exact.request.url, exact.request, exact.mask) : '';
}

function shown(...actions: FormAction[]) {
  const session = testSession();
  actions.forEach(session.store.dispatch);
  return session;
}

it('the request does not show where what masks it can’t be loaded, until it can', async () => {
  vi.resetModules();
  vi.doMock('./masked-form.ts', () => Promise.reject(new Error('no connection')));
  const apart = await import('./shown-request.ts');
  const session = shown({ kind: 'set-parameter', in: 'query', name: 'pin', value: '"secret"' });
  expect(await apart.masksReady(session)).toBe(true);
  expect(apart.exactRequest(session)).toBe(undefined);
  expect(apart.sampleRequest(session)).toBe(undefined);
  expect(await apart.masksReady(session)).toBe(false);
  vi.doUnmock('./masked-form.ts');
  expect(await apart.masksReady(session)).toBe(true);
  expect(apart.sampleRequest(session)?.url).toContain('pin={pin}');
});

describe('the request as it shows', () => {
  it('is the one that is sent, where nothing in it is a secret', async () => {
    const session = shown({ kind: 'set-parameter', in: 'cookie', name: 'theme', value: '"dark"' });
    await masksReady(session);
    expect(hasMasks(session)).toBe(false);
    expect(sampleRequest(session)).toBe(session.built().request);
    expect(exactText(session)).toContain('Cookie: theme=dark');
  });

  it('masks what was typed in any place, and nothing of what is sent', async () => {
    const session = shown(
      { kind: 'choose-target', target: 'server', server: 2 },
      { kind: 'set-server-variable', name: 'apiKey', value: 'secret-a' },
      { kind: 'set-server-variable', name: 'token', value: '12:secret-b' },
      { kind: 'set-parameter', in: 'query', name: 'pin', value: '"secret c"' },
      { kind: 'set-parameter', in: 'header', name: 'X-Key', value: '"secret-d"' },
      { kind: 'edit-body', text: '{"code": "secret-e", "a": 1.10}' },
    );
    // What masks bodies may be on its way.
    expect(exactText(session) + JSON.stringify(sampleRequest(session))).not.toContain('secret-');
    await masksReady(session);
    const request = sampleRequest(session);
    expect(request?.url).toBe('https://{apiKey}.example/bot{token}/v1/ask/seven?pin={pin}');
    expect(request?.headers).toContainEqual({ name: 'X-Key', value: '{X-Key}' });
    expect(request?.body).toMatchObject({ text: '{"code": "{code}", "a": 1.10}' });
    expect(exactUrl(session)).toBe(`https://${MASK}.example/bot${MASK}/v1/ask/seven?pin=${MASK}`);
    expect(exactText(session)).toContain(`{"code": "${MASK}", "a": 1.10}`);
    expect(JSON.stringify(request) + exactText(session)).not.toContain('secret');
    const sent = session.built().request;
    expect(sent.url).toBe('https://secret-a.example/bot12:secret-b/v1/ask/seven?pin=secret%20c');
    expect(sent.body).toMatchObject({ text: '{"code": "secret-e", "a": 1.10}' });
  });

  it('keeps the shape of a parameter whose items are secrets', async () => {
    const session = shown({ kind: 'set-parameter', in: 'query', name: 'codes', value: '["one", "two"]' });
    await masksReady(session);
    expect(sampleRequest(session)?.url).toContain('?codes={codes}&codes={codes}');
    expect(session.built().request.url).toContain('?codes=one&codes=two');
  });

  it('follows what is typed', async () => {
    const session = shown({ kind: 'set-parameter', in: 'query', name: 'pin', value: '"1"' });
    await masksReady(session);
    expect(exactUrl(session)).toContain(`pin=${MASK}`);
    session.store.dispatch({ kind: 'set-parameter', in: 'query', name: 'pin' });
    expect(hasMasks(session)).toBe(false);
    expect(exactUrl(session)).not.toContain('pin');
  });

  it('takes a name for no more than a text', async () => {
    const session = shown({ kind: 'edit-body', text: '{"a\\"b_token": "secret"}' });
    await masksReady(session);
    expect(sampleRequest(session)?.body).toMatchObject({ text: '{"a\\"b_token": "{ab_token}"}' });
  });
});

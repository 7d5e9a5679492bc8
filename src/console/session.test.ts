import { beforeEach, describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { type Credentials, createCredentials, IN_PAGE } from './credentials.ts';
import { createRun } from './run.ts';
import {
  canRelay,
  createSession,
  credentialsOf,
  DUMMY_KEY,
  keyOrigin,
  keyProblem,
  type Session,
  secretFor,
} from './session.ts';
import { createKeyStorage } from './storage.ts';

const operation: Operation = {
  key: 'ask',
  method: 'POST',
  path: '/ask/{id}',
  deprecated: false,
  tags: [],
  servers: [
    { url: 'https://api.example/v1/', variables: [] },
    { url: 'https://{region}.example', variables: [{ name: 'region', default: 'eu', enum: [] }] },
    { url: 'http://plain.example', variables: [] },
  ],
  security: [{ schemes: [{ id: 'key', scopes: [] }] }],
  parameters: [],
  responses: [],
};

const api: Api = {
  id: 'pets',
  title: 'Pets',
  version: '1',
  servers: operation.servers,
  tags: [],
  operations: [operation],
  securitySchemes: [{ id: 'key', kind: 'apiKey', in: 'header', name: 'X-Key', deprecated: false }],
  schemas: {},
};

let credentials: Credentials;
let session: Session;

beforeEach(() => {
  credentials = createCredentials(
    createKeyStorage(() => {
      throw new Error('no storage');
    }),
  );
  const run = createRun(
    () => 0,
    (tell) => tell(),
  );
  const place = { page: 'https://docs.example/reference/ask/', sandboxUrl: 'http://127.0.0.1:4010' };
  session = createSession(api, { place, run, credentials, readAnswers: async () => ({ responses: [], schemas: {} }) });
});

const url = (): string => session.built().request.url;

describe('the request of a form', () => {
  it('keeps the real address for the sandbox in the page, and has the other sandbox’s own', () => {
    expect(url()).toBe('https://api.example/v1/ask/{id}');
    session.store.dispatch({ kind: 'choose-target', target: 'local' });
    expect(url()).toBe('http://127.0.0.1:4010/v1/ask/{id}');
    session.store.dispatch({ kind: 'choose-target', target: 'server', server: 1 });
    expect(url()).toBe('https://eu.example/ask/{id}');
  });

  it('names what a browser would refuse', () => {
    session.store.dispatch({ kind: 'choose-target', target: 'server', server: 2 });
    const codes = (): string[] => session.built().problems.map(({ code }) => code);
    expect(codes()).toContain('insecure-server');
    session.store.dispatch({ kind: 'choose-target', target: 'in-page' });
    expect(codes()).not.toContain('insecure-server');
  });
});

describe('the relay of the site', () => {
  const relay = 'https://docs.example/relay/';
  beforeEach(() => {
    const { api: slice, run, readAnswers } = session;
    const place = { page: 'https://docs.example/reference/ask/', relay: '/relay/' };
    session = createSession(slice, { place, run, credentials, readAnswers });
  });

  it('changes nothing of the request', () => {
    session.store.dispatch({ kind: 'choose-target', target: 'server', server: 0 });
    const { request } = session.built();
    session.store.dispatch({ kind: 'choose-target', target: 'relay', server: 0 });
    expect(session.built().request).toEqual(request);
  });

  it('is an origin of its own for keys: none is handed on in either direction, and no dummy is sent', () => {
    const [credential] = credentialsOf(session.built().request);
    if (!credential) throw new Error('no credential');
    session.store.dispatch({ kind: 'choose-target', target: 'server', server: 0 });
    credentials.set(keyOrigin(session), 'key', 'straight');
    session.store.dispatch({ kind: 'choose-target', target: 'relay', server: 0 });
    expect(keyOrigin(session)).toBe(`${relay}→https://api.example`);
    expect([secretFor(session, credential), keyProblem(session, credential)]).toEqual(['', 'missing']);
    expect(credentials.elsewhere(keyOrigin(session), 'key')).toBe('https://api.example');
    credentials.set(keyOrigin(session), 'key', 'relayed');
    session.store.dispatch({ kind: 'choose-target', target: 'server', server: 0 });
    expect(secretFor(session, credential)).toBe('straight');
    session.store.dispatch({ kind: 'choose-target', target: 'relay', server: 1 });
    expect(secretFor(session, credential)).toBe('');
  });

  for (const [url, want] of [
    ['https://api.example/v1', true],
    ['https://{region}.example', true],
    ['http://127.0.0.1:4010', true],
    ['http://plain.example', false],
    ['/v1', false],
  ] as const) {
    it(`${want ? 'may' : 'may not'} ask ${url}`, () => {
      expect(canRelay(session, url)).toBe(want);
      expect(canRelay({ place: { page: relay } }, url)).toBe(false);
    });
  }
});

describe('a site without a sandbox', () => {
  it('starts with the first server, whose key is missing', () => {
    const place = { page: 'https://docs.example/reference/ask/', serversOnly: true };
    const { run } = session;
    session = createSession(api, {
      place,
      run,
      credentials,
      readAnswers: async () => ({ responses: [], schemas: {} }),
    });
    expect(session.store.state().target).toBe('server');
    expect(keyOrigin(session)).toBe('https://api.example');
    expect(credentialsOf(session.built().request).map((one) => keyProblem(session, one))).toEqual(['missing']);
  });
});

describe('the key of a form', () => {
  const credential = () => {
    const [first] = credentialsOf(session.built().request);
    if (!first) throw new Error('no credential');
    return first;
  };

  it('is the visible dummy for the sandboxes, and missing for a server', () => {
    expect([secretFor(session, credential()), keyProblem(session, credential())]).toEqual([DUMMY_KEY, undefined]);
    session.store.dispatch({ kind: 'choose-target', target: 'local' });
    expect(secretFor(session, credential())).toBe(DUMMY_KEY);
    session.store.dispatch({ kind: 'choose-target', target: 'server', server: 0 });
    expect([secretFor(session, credential()), keyProblem(session, credential())]).toEqual(['', 'missing']);
  });

  it('belongs to the origin of the request it was typed for', () => {
    session.store.dispatch({ kind: 'choose-target', target: 'server', server: 0 });
    expect(keyOrigin(session)).toBe('https://api.example');
    credentials.set(keyOrigin(session), 'key', 'k-1');
    expect(secretFor(session, credential())).toBe('k-1');
    session.store.dispatch({ kind: 'choose-target', target: 'server', server: 1 });
    expect(secretFor(session, credential())).toBe('');
    session.store.dispatch({ kind: 'set-server-variable', name: 'region', value: 'us' });
    expect(keyOrigin(session)).toBe('https://us.example');
    session.store.dispatch({ kind: 'choose-target', target: 'in-page' });
    expect(keyOrigin(session)).toBe(IN_PAGE);
    expect(secretFor(session, credential())).toBe(DUMMY_KEY);
  });

  it('is refused when a header could not hold it', () => {
    for (const value of ['a\nb', 'a\0', '密钥']) {
      credentials.set(IN_PAGE, 'key', value);
      expect(keyProblem(session, credential())).toBe('characters');
    }
    credentials.set(IN_PAGE, 'key', 'sk-é');
    expect(keyProblem(session, credential())).toBeUndefined();
  });
});

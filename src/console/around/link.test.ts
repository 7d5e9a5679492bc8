import { describe, expect, it } from 'vitest';
import { makeRandom, randomText, randomValue } from '../../../tests/samples/random.ts';
import { quoteJson } from '../../model/json-text.ts';
import type { FormAction } from '../state.ts';
import { fillForm } from './fill-form.ts';
import { type KeptForm, keepForm, withoutSecrets } from './kept-form.ts';
import { writeLink } from './link.ts';
import { readLink } from './read-link.ts';
import { testSession } from './test-session.ts';

/** A form after these actions, and what its link fills into another tab's. */
function throughLink(actions: readonly FormAction[]): { sent: KeptForm; arrived: KeptForm; fragment: string } {
  const session = testSession();
  actions.forEach(session.store.dispatch);
  const sent = keepForm(session.store.state(), session.operation);
  const { fragment } = writeLink(sent, session, 100_000);
  const other = testSession();
  const { form, ignored } = readLink(fragment, other);
  expect(ignored).toEqual([]);
  if (!form) throw new Error(fragment);
  fillForm(other, form);
  return { sent, arrived: keepForm(other.store.state(), other.operation), fragment };
}

const typed: FormAction[] = [
  { kind: 'choose-target', target: 'server', server: 1 },
  { kind: 'set-server-variable', name: 'region', value: 'us' },
  { kind: 'set-parameter', in: 'path', name: 'id', value: '"a b/ü"' },
  { kind: 'set-parameter', in: 'query', name: 'limit', value: '1.10' },
  { kind: 'set-parameter', in: 'query', name: 'tags', value: '["x","1"]' },
  { kind: 'set-parameter', in: 'header', name: 'X-Trace', value: '"3"' },
  { kind: 'choose-security', security: 1 },
  { kind: 'choose-body', choice: { kind: 'example', name: 'second & last' } },
  { kind: 'edit-body', text: '{"a": 1.10, "b": "你好 & 😀"}' },
];

describe('a link', () => {
  it('is readable', () => {
    const { fragment } = throughLink([
      { kind: 'set-parameter', in: 'query', name: 'limit', value: '5' },
      { kind: 'set-parameter', in: 'header', name: 'X-Trace', value: '"3"' },
    ]);
    expect(fragment).toBe(
      'try&v=1&to=sandbox&server=0&auth=0&path.id=seven&query.limit=5&header.X-Trace=%223%22&example=first',
    );
  });

  it.each([
    ['everything', typed],
    ['no body', [{ kind: 'choose-body', choice: { kind: 'none' } }]],
    ['a required value that was emptied', [{ kind: 'set-parameter', in: 'path', name: 'id' }]],
    [
      'another media type',
      [
        { kind: 'choose-body', choice: { kind: 'example', name: 'words' } },
        { kind: 'edit-body', text: '' },
      ],
    ],
  ] as [string, FormAction[]][])('fills the same form in: %s', (_, actions) => {
    const { sent, arrived } = throughLink(actions);
    expect(arrived).toEqual(sent);
  });

  it('fills the same form in, whatever was typed', () => {
    const random = makeRandom(7);
    for (let round = 0; round < 300; round += 1) {
      const text = (): string => randomText(random).toWellFormed();
      const actions: FormAction[] = [
        { kind: 'choose-target', target: random() < 0.5 ? 'server' : 'in-page', server: random() < 0.5 ? 0 : 1 },
        { kind: 'set-parameter', in: 'path', name: 'id', value: quoteJson(text()) },
        { kind: 'set-parameter', in: 'query', name: '__proto__', value: quoteJson(text()) },
        { kind: 'set-parameter', in: 'query', name: 'tags', value: JSON.stringify([text(), text()]) },
        ...(random() < 0.5
          ? []
          : [{ kind: 'edit-body', text: JSON.stringify([text(), randomValue(random, 0)]) } as const]),
      ];
      const { sent, arrived } = throughLink(actions);
      expect(arrived).toEqual(sent);
    }
  });

  it('holds no value that may be a secret, and says what it lacks', () => {
    const session = testSession();
    const secret = 'SECRET-4f1c';
    const value = quoteJson(secret);
    const actions: FormAction[] = [
      { kind: 'set-parameter', in: 'query', name: 'access_token', value },
      { kind: 'set-parameter', in: 'query', name: 'pin', value },
      { kind: 'set-parameter', in: 'query', name: 'codes', value: `[${value}]` },
      { kind: 'set-parameter', in: 'header', name: 'X-Key', value },
      { kind: 'set-parameter', in: 'cookie', name: 'theme', value },
      { kind: 'edit-body', text: `{"code": "${secret}"}` },
    ];
    actions.forEach(session.store.dispatch);
    session.credentials.set('in-page', 'key', secret);
    const link = writeLink(keepForm(session.store.state(), session.operation), session);
    expect(link.fragment).not.toContain('SECRET');
    expect(link.fields).toEqual(['access_token', 'pin', 'codes', 'X-Key', 'theme']);
    expect(link.body).toBe('secret');
    // What is there already stays.
    const { form } = readLink(link.fragment, session);
    if (form) fillForm(session, form);
    expect(session.store.state().values.parameters.find(({ name }) => name === 'pin')?.value).toBe(value);
  });

  it('holds no part of a server that may be a secret, and fills none in', () => {
    const session = testSession();
    session.store.dispatch({ kind: 'choose-target', target: 'server', server: 2 });
    session.store.dispatch({ kind: 'set-server-variable', name: 'token', value: 'SECRET-4f1c' });
    session.store.dispatch({ kind: 'set-server-variable', name: 'part', value: 'v2' });
    const link = writeLink(keepForm(session.store.state(), session.operation), session);
    expect(link.fragment).toContain('&server.part=v2&');
    expect(link.fragment).not.toMatch(/SECRET|apiKey|token/);
    // One that is as it was is nothing to tell of.
    expect(link.fields).toEqual(['token']);
    const read = readLink(`${link.fragment}&server.token=thief`, session);
    expect(read.ignored).toEqual(['server.token']);
    if (read.form) fillForm(session, read.form);
    expect(session.built().request.url).toBe('https://demo.example/botSECRET-4f1c/v2/ask/seven');
  });

  it('names the example alone where the body is too long, or has files', () => {
    const session = testSession();
    session.store.dispatch({ kind: 'edit-body', text: 'x'.repeat(9000) });
    const link = writeLink(keepForm(session.store.state(), session.operation), session);
    expect(link).toMatchObject({ body: 'too-long' });
    expect(link.fragment).toMatch(/&example=first$/);
    session.store.dispatch({ kind: 'edit-body', text: 'x', files: [{ at: '', name: 'a.png' }] });
    const bared = withoutSecrets(keepForm(session.store.state(), session.operation), session.api);
    expect(bared).toMatchObject({ body: true, form: { body: { example: 'first', mediaType: 'application/json' } } });
    expect(JSON.stringify(bared)).not.toContain('a.png');
  });

  it('keeps half a character from breaking it', () => {
    const { arrived } = throughLink([{ kind: 'edit-body', text: '"\ud800"' }]);
    expect(arrived.body).toMatchObject({ text: '"\ufffd"' });
  });
});

describe('a hostile fragment', () => {
  const begun = (): KeptForm => keepForm(testSession().store.state(), testSession().operation);
  const parameters = begun().parameters.filter(({ name }) => !/token|pin|codes|Key|theme/.test(name));

  it.each([
    ['huge', `try&v=1&body=${'a'.repeat(200_001)}`, 'too-long'],
    ['of a thousand fields', `try&v=1${'&a=1'.repeat(1000)}`, 'too-long'],
    ['of another version', 'try&v=2&path.id=1', 'version'],
    ['without a version', 'try&path.id=1', 'version'],
    ['empty', 'try&', 'version'],
  ])('fills nothing in: %s', (_, fragment, fault) => {
    expect(readLink(fragment, testSession())).toEqual({ fault, filled: [], ignored: [] });
  });

  it.each([
    ['broken encoding', 'query.limit=%E0%A4%A&%zz=1', ['query.limit=%E0%A4%A', '%zz=1']],
    [
      'names of objects',
      '__proto__=1&constructor=x&query.constructor=1',
      ['__proto__', 'constructor', 'query.constructor'],
    ],
    ['a wrong type', 'query.limit=abc&query.tags=%7B%7D', ['query.limit', 'query.tags']],
    ['a server by its address', 'server=https://thief.example', ['server']],
    ['no such server', 'server=3&auth=9&to=thief', ['to', 'server', 'auth']],
    ['another name for a place', 'Path.id=1&path.=1&=1', ['Path.id', 'path.', '']],
    ['the same twice', 'query.limit=abc&query.limit=1', ['query.limit', 'query.limit']],
    [
      'a secret',
      'query.access_token=mine&header.X-Key=mine&cookie.theme=mine&auth.key=mine',
      ['query.access_token', 'header.X-Key', 'cookie.theme', 'auth.key'],
    ],
    ['an unknown example', 'example=nothing', ['example']],
    ['an unknown media type', 'type=image/png', ['type']],
  ])('passes over %s', (_, fields, ignored) => {
    const read = readLink(`try&v=1&${fields}`, testSession());
    expect([...read.ignored].sort()).toEqual([...ignored].sort());
    expect(read.filled).toEqual([]);
    expect(read.form).toEqual({ ...begun(), parameters });
  });

  it.each(['thief.example/', 'a@b', 'a b', 'a?b', 'a#b', 'a\\b', 'long'.padEnd(1001)])(
    'gives a free variable of the server nothing that reaches out: %.20s',
    (value) => {
      const read = readLink(
        `try&v=1&server=1&server.region=th&server.free=${encodeURIComponent(value)}`,
        testSession(),
      );
      expect(read.ignored).toEqual(['server.region', 'server.free']);
      expect(read.form?.variables).toEqual([
        { name: 'region', value: 'eu' },
        { name: 'free', value: 'v1' },
      ]);
    },
  );

  it('never breaks anything, whatever it is', () => {
    const random = makeRandom(11);
    const names = [
      'v',
      'to',
      'server',
      'server.free',
      'auth',
      'path.id',
      'query.limit',
      'query.tags',
      'example',
      'type',
      'body',
    ];
    for (let round = 0; round < 300; round += 1) {
      const fields = Array.from({ length: 6 }, () => {
        const name = names[Math.floor(random() * names.length)] ?? '';
        const value = randomText(random).toWellFormed();
        return random() < 0.5 ? `${name}=${value}` : `${name}=${encodeURIComponent(value)}`;
      });
      const session = testSession();
      const { form } = readLink(`try&v=1&${fields.join('&')}`, session);
      if (form) fillForm(session, form);
      expect(session.built().request.url).toMatch(/^https:\/\/(api|eu|us)\.example\//);
    }
  });
});

it('a link never chooses the relay, which a reader does', () => {
  const session = testSession();
  session.store.dispatch({ kind: 'choose-target', target: 'relay', server: 1 });
  const { fragment } = writeLink(keepForm(session.store.state(), session.operation), session);
  expect(fragment).toContain('&to=server&server=1');
  expect(readLink('try&v=1&to=relay', testSession())).toMatchObject({ form: { target: 'in-page' }, ignored: ['to'] });
});

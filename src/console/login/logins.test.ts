import { describe, expect, it } from 'vitest';
import { createCredentials } from '../credentials.ts';
import { createLogins, refreshName } from './logins.ts';

const A = 'https://a.example';
const AUTH = 'https://auth.example';

function signedIn() {
  const stored = new Map<string, string>();
  const credentials = createCredentials({
    all: () => [...stored].map(([scheme, value]) => ({ origin: A, scheme, value })),
    write: ({ scheme, value }) => stored.set(scheme, value),
    remove: (_origin, scheme) => stored.delete(scheme),
    clear: () => stored.clear(),
  });
  const logins = createLogins(credentials);
  credentials.set(A, 'login', 'token');
  credentials.set(AUTH, refreshName(A, 'login'), 'refresh');
  logins.change(A, 'login', {
    status: { kind: 'done' },
    grant: { token: 'token', scopes: [], refreshUrl: `${AUTH}/token`, clientId: 'docs' },
  });
  const refreshToken = () => credentials.get(AUTH, refreshName(A, 'login'));
  return { credentials, logins, refreshToken, stored };
}

describe('a grant', () => {
  it('lasts while its token does', () => {
    const { credentials, logins, refreshToken } = signedIn();
    credentials.set(A, 'other', 'key');
    expect([logins.get(A, 'login').grant?.token, refreshToken()]).toEqual(['token', 'refresh']);
    expect(logins.get('https://b.example', 'login').grant).toBeUndefined();
  });

  it('goes with a token that is typed over, and its refresh token with it', () => {
    const { credentials, logins, refreshToken } = signedIn();
    credentials.set(A, 'login', 'pasted');
    expect([logins.get(A, 'login'), refreshToken()]).toEqual([{ status: { kind: 'idle' } }, '']);
    expect(credentials.get(A, 'login')).toBe('pasted');
  });

  it('goes with Forget', () => {
    const { credentials, logins, refreshToken } = signedIn();
    credentials.forget();
    expect([logins.get(A, 'login').grant, refreshToken(), credentials.isEmpty()]).toEqual([undefined, '', true]);
  });

  it('leaves no refresh token behind when the page is left, however long its token is remembered', () => {
    const { credentials, refreshToken, stored } = signedIn();
    credentials.remember(A, 'login', true);
    credentials.leavePage();
    expect([...stored]).toEqual([['login', 'token']]);
    expect([credentials.get(A, 'login'), refreshToken()]).toEqual(['token', '']);
  });
});

it('stops what runs when something else begins for the same token, and when the page is left', () => {
  const { logins } = signedIn();
  const [first, other] = [logins.begin(A, 'login'), logins.begin(A, 'other')];
  const second = logins.begin(A, 'login');
  expect([first.aborted, second.aborted, other.aborted]).toEqual([true, false, false]);
  logins.stop(A, 'login');
  expect([second.aborted, other.aborted]).toEqual([true, false]);
  logins.leavePage();
  expect(other.aborted).toBe(true);
});

import { expect, it } from 'vitest';
import { parseCallback } from './callback.ts';

const strict = { state: 's', issuer: 'https://a.example', issuerReturned: true };

it.each([
  // RFC 6749, section 4.1.2 and 4.1.2.1
  {
    name: 'a code',
    query: '?code=SplxlOBeZQQYbYS6WxSbIA&state=s',
    want: { kind: 'code', code: 'SplxlOBeZQQYbYS6WxSbIA' },
  },
  { name: 'refused', query: '?error=access_denied&state=s', want: { code: 'refused', error: 'access_denied' } },
  {
    name: 'refused, with words',
    query: '?error=invalid_scope&error_description=No+such+%3Cb%3Escope&state=s',
    want: { code: 'refused', error: 'invalid_scope', description: 'No such <b>scope' },
  },
  { name: 'another state', query: '?code=x&state=t', want: { code: 'state' } },
  { name: 'no state', query: '?code=x', want: { code: 'state' } },
  { name: 'two states', query: '?code=x&state=s&state=t', want: { code: 'state' } },
  { name: 'the error of another', query: '?error=access_denied&state=t', want: { code: 'state' } },
  { name: 'nothing', query: '', want: { code: 'no-code' } },
  { name: 'no code', query: '?state=s', want: { code: 'no-code' } },
  { name: 'an empty code', query: '?state=s&code=', want: { code: 'no-code' } },
  { name: 'two codes', query: '?state=s&code=a&code=b', want: { code: 'no-code' } },
  {
    name: 'an issuer that nobody can check',
    query: '?code=x&state=s&iss=https://b.example',
    want: { kind: 'code', code: 'x' },
  },
  // RFC 9207, section 2.4
  {
    name: 'the issuer',
    expected: strict,
    query: '?code=x&state=s&iss=https%3A%2F%2Fa.example',
    want: { kind: 'code', code: 'x' },
  },
  {
    name: 'another issuer',
    expected: strict,
    query: '?code=x&state=s&iss=https%3A%2F%2Fb.example',
    want: { code: 'issuer', expected: 'https://a.example', found: 'https://b.example' },
  },
  {
    name: 'no issuer where one is promised',
    expected: strict,
    query: '?code=x&state=s',
    want: { code: 'issuer', expected: 'https://a.example', found: '' },
  },
  {
    name: 'an error of another issuer',
    expected: strict,
    query: '?error=access_denied&state=s&iss=https://b.example',
    want: { code: 'issuer', expected: 'https://a.example', found: 'https://b.example' },
  },
  {
    name: 'no issuer where none is promised',
    expected: { ...strict, issuerReturned: false },
    query: '?code=x&state=s',
    want: { kind: 'code', code: 'x' },
  },
])('$name', ({ query, expected = { state: 's' }, want }) => {
  const result = parseCallback(query, expected);
  expect(result.kind === 'failed' ? result.failure : result).toEqual(want);
});

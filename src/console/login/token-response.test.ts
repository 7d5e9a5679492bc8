import { expect, it } from 'vitest';
import { parseTokenResponse } from './token-response.ts';

const rows = [
  {
    name: 'RFC 6749, section 5.1',
    body: '{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"example","expires_in":3600,"refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA","example_parameter":"example_value"}',
    want: { code: 'token-type', type: 'example' },
  },
  {
    name: 'a bearer token',
    body: '{"access_token":"a","token_type":"bearer","expires_in":3600,"refresh_token":"r","scope":"read write"}',
    want: { accessToken: 'a', expiresIn: 3600, refreshToken: 'r', scopes: ['read', 'write'] },
  },
  { name: 'the least', body: '{"access_token":"a"}', want: { accessToken: 'a' } },
  {
    name: 'seconds as a text',
    body: '{"access_token":"a","expires_in":"60"}',
    want: { accessToken: 'a', expiresIn: 60 },
  },
  {
    name: 'no seconds',
    body: '{"access_token":"a","expires_in":null,"scope":""}',
    want: { accessToken: 'a', scopes: [] },
  },
  { name: 'empty seconds', body: '{"access_token":"a","expires_in":""}', want: { accessToken: 'a' } },
  {
    name: 'seconds beyond any calendar',
    body: '{"access_token":"a","expires_in":9223372036854775807}',
    want: { accessToken: 'a' },
  },
  {
    name: 'null for what there isn’t',
    body: '{"access_token":"a","token_type":null,"refresh_token":null,"scope":null,"error":null}',
    want: { accessToken: 'a' },
  },
  { name: 'created', status: 201, body: '{"access_token":"a"}', want: { accessToken: 'a' } },
  ...[
    '{"message":"Who?"}',
    '{"error":{"code":"E7","message":"Who?"}}',
    '{"error":7,"error_description":"Who?"}',
    '{"title":"Bad Request","detail":"Who?"}',
  ].map((body) => ({
    name: `words in another form: ${body}`,
    status: 400,
    body,
    want: { code: 'refused', error: '400', description: 'Who?' },
  })),
  {
    name: 'words of success',
    body: '{"message":"Welcome"}',
    want: { code: 'no-token', status: 200 },
  },
  {
    name: 'RFC 6749, section 5.2',
    status: 400,
    body: '{"error":"invalid_request"}',
    want: { code: 'refused', error: 'invalid_request' },
  },
  ...['invalid_client', 'invalid_grant', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope'].map(
    (error) => ({
      name: error,
      status: error === 'invalid_client' ? 401 : 400,
      body: JSON.stringify({ error, error_description: 'Why' }),
      want: { code: 'refused', error, description: 'Why' },
    }),
  ),
  {
    name: 'an error with 200',
    body: '{"error":"bad_verification_code"}',
    want: { code: 'refused', error: 'bad_verification_code' },
  },
  {
    name: 'a token with a status that is none',
    status: 500,
    body: '{"access_token":"a"}',
    want: { code: 'no-token', status: 500 },
  },
  {
    name: 'a token that is none',
    body: '{"access_token":{},"token_type":"Bearer"}',
    want: { code: 'no-token', status: 200 },
  },
  { name: 'a page', status: 404, body: '<html>', want: { code: 'no-token', status: 404 } },
  { name: 'a list', body: '["a"]', want: { code: 'no-token', status: 200 } },
  { name: 'nothing', body: 'null', want: { code: 'no-token', status: 200 } },
];

it.each(rows)('$name', ({ status = 200, body, want }) => {
  const result = parseTokenResponse(status, body);
  expect(result.kind === 'failed' ? result.failure : result.tokens).toEqual(want);
});

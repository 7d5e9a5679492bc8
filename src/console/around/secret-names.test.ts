import { describe, expect, it } from 'vitest';
import { isSecretName, maskBody } from './secret-names.ts';
import { testSession } from './test-session.ts';

describe('the name of a secret', () => {
  it.each(
    'api_key X-API-Key apikey Ocp-Apim-Subscription-Key Authorization Proxy-Authorization Cookie token access_token accessToken X-Auth-Token refreshToken id_token client_secret secret password userPassword passwd private-key Signature sessionId credentials client_secrets'.split(
      ' ',
    ),
  )('%s', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each(
    'max_tokens tokens pageToken next_page_token continuationToken api-version key_id sort_key author authority deployment-id keyword stop tokenizer secretary'.split(
      ' ',
    ),
  )('not %s', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('a body', () => {
  it.each([
    [
      '{"token": "a", "n": [{"password": 12, "user": "b"}]}',
      '{"token": "{token}", "n": [{"password": "{password}", "user": "b"}]}',
    ],
    [
      '{"credentials": {"user": "a", "value": ["b", 1, true]}, "api_keys": ["c"], "n": 2}',
      '{"credentials": {"user": "{credentials}", "value": ["{credentials}", "{credentials}", true]}, "api_keys": ["{api_keys}"], "n": 2}',
    ],
    ['{"token": "", "secret": null, "a": "token: x"}', '{"token": "", "secret": null, "a": "token: x"}'],
    ['{"code": "1.10", "a": 1.10}', '{"code": "{code}", "a": 1.10}'],
    ['{"token": "abc", "half', '{"token": "{token}", "half'],
    ['grant_type=x&client_secret=abc&y=1', 'grant_type=x&client_secret={client_secret}&y=1'],
    ['<a><password>abc</password></a>', '<a><password>{password}</password></a>'],
    ['', ''],
  ])('%s', (text, want) => {
    expect(maskBody(testSession().api, text)).toBe(want);
  });
});

import { describe, expect, it } from 'vitest';
import { isSecretName } from './secret-names.ts';

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

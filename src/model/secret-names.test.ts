import { describe, expect, it } from 'vitest';
import type { Parameter } from './parameter.ts';
import { isPrivateParameter, isSecretName, isSecretParameter, isSecretVariable } from './secret-names.ts';

describe('the name of a secret', () => {
  it.each(
    'api_key X-API-Key apikey Ocp-Apim-Subscription-Key Authorization Proxy-Authorization Cookie token access_token accessToken X-Auth-Token refreshToken id_token client_secret secret password userPassword passwd private-key Signature sessionId credentials client_secrets authCode passcode otp X-Amz-Credential'.split(
      ' ',
    ),
  )('%s', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each(
    'max_tokens tokens pageToken next_page_token continuationToken api-version key_id sort_key author authority deployment-id keyword stop tokenizer secretary bypass compass code'.split(
      ' ',
    ),
  )('not %s', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('a parameter', () => {
  const api = {
    schemas: {
      'a.yaml#/Pin': { types: ['string'], format: 'password' },
      'a.yaml#/Tree': { types: ['array'], items: { ref: 'a.yaml#/Tree' } },
    },
    securitySchemes: [{ id: 'k', kind: 'apiKey', in: 'header', name: 'X-App', deprecated: false }],
  } as const;
  const secret = (place: string, name: string, schema: object = { types: ['string'] }): boolean[] => {
    const parameter = { in: place, name, schema } as Parameter;
    return [isSecretParameter(api, parameter), isPrivateParameter(api, parameter)];
  };

  it.each([
    ['named as a secret', ['query', 'access_token'], [true, true]],
    ['described as one', ['query', 'pin', { format: 'password' }], [true, true]],
    [
      'that may be left empty, described as one',
      ['query', 'pin', { anyOf: [{ format: 'password' }, { types: ['null'] }] }],
      [true, true],
    ],
    ['with a note of its own on a named one', ['query', 'pin', { allOf: [{ ref: 'a.yaml#/Pin' }] }], [true, true]],
    ['with a list of them', ['query', 'pins', { types: ['array'], items: { format: 'password' } }], [true, true]],
    [
      'with one among its fields',
      ['query', 'by', { properties: [{ name: 'pin', schema: { ref: 'a.yaml#/Pin' } }] }],
      [true, true],
    ],
    [
      'with a field that is named as one',
      ['query', 'by', { properties: [{ name: 'password', schema: true }] }],
      [true, true],
    ],
    [
      'of fields that are none',
      ['query', 'by', { properties: [{ name: 'name', schema: { ref: 'a.yaml#/Tree' } }] }],
      [false, false],
    ],
    ['that a scheme of the API is named as', ['query', 'x-app'], [true, true]],
    ['with values that everybody knows', ['query', 'access_token', { enum: ['"a"'] }], [false, false]],
    ['of an item that goes by a key', ['path', 'key'], [false, false]],
    ['that may be a key', ['query', 'key'], [true, true]],
    ['that keeps a call from being made twice', ['header', 'Idempotency-Key'], [false, false]],
    ['in a cookie', ['cookie', 'theme'], [false, true]],
  ] as const)('%s', (_, [place, name, schema], want) => {
    expect(secret(place, name, schema)).toEqual(want);
  });
});

describe('a variable of a server', () => {
  it.each([
    ['apiKey', [], true],
    ['token', [], true],
    ['key', [], true],
    ['token', ['a', 'b'], false],
    ['region', [], false],
    ['keyspace', [], false],
  ] as const)('%s of %j: %s', (name, choices, want) => {
    expect(isSecretVariable({ name, default: '', enum: choices })).toBe(want);
  });
});

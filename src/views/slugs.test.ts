import { describe, expect, it } from 'vitest';
import { slug, uniqueSlugs } from './slugs.ts';

describe('slug', () => {
  const rows = [
    { given: 'createChatCompletion', want: 'create-chat-completion' },
    { given: 'Completions_Create', want: 'completions-create' },
    { given: 'getHTTPStatus', want: 'get-http-status' },
    { given: 'getOutboundIPs', want: 'get-outbound-ips' },
    { given: 'listAPIsOfGPUServers', want: 'list-apis-of-gpu-servers' },
    { given: 'repos/list-for-user', want: 'repos-list-for-user' },
    { given: 'POST /pets/{petId}', want: 'post-pets-pet-id' },
    { given: '创建补全', want: '创建补全' },
    { given: 'Café', want: 'café' },
    { given: 'Cafe\u0301', want: 'café' },
    { given: '..', want: /^[0-9a-f]{8}$/ },
    { given: '', want: /^[0-9a-f]{8}$/ },
    { given: 'CON', want: /^con-[0-9a-f]{8}$/ },
    { given: 'schemas', want: /^schemas-[0-9a-f]{8}$/ },
    { given: '../../etc/passwd', want: 'etc-passwd' },
    { given: 'x'.repeat(300), want: /^x{91}-[0-9a-f]{8}$/ },
    { given: '名'.repeat(100), want: /^名{30}-[0-9a-f]{8}$/ },
  ];
  for (const { given, want } of rows) {
    it(given.slice(0, 30) || 'the empty name', () => {
      if (typeof want === 'string') expect(slug(given)).toBe(want);
      else expect(slug(given)).toMatch(want);
    });
  }
});

describe('uniqueSlugs', () => {
  const one = { key: 'a', name: 'getPet', identity: 'GET /pet' };
  const two = { key: 'b', name: 'get_pet', identity: 'GET /v2/pet' };
  it('keeps a slug that is alone', () => {
    expect(uniqueSlugs([one]).get('a')).toBe('get-pet');
  });
  it('gives suffixes that do not depend on the order', () => {
    const forward = uniqueSlugs([one, two]);
    const backward = uniqueSlugs([two, one]);
    expect(forward.get('a')).toMatch(/^get-pet-[0-9a-f]{8}$/);
    expect(forward.get('a')).not.toBe(forward.get('b'));
    expect(backward.get('a')).toBe(forward.get('a'));
  });
});

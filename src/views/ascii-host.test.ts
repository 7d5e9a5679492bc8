import { describe, expect, it } from 'vitest';
import { asciiHost } from './ascii-host.ts';

describe('asciiHost', () => {
  it.each([
    { name: 'ASCII', given: 'https://api.example/v1', want: undefined },
    { name: 'another script', given: 'https://пример.example/v1', want: 'xn--e1afmkfd.example' },
    { name: 'a letter that looks like another', given: 'https://аpi.example:8443', want: 'xn--pi-6kc.example:8443' },
    { name: 'only the path is in another script', given: 'https://api.example/路径', want: undefined },
    { name: 'a relative address', given: '/接口', want: undefined },
    { name: 'a host that is a variable', given: 'https://{主机}.example', want: undefined },
    { name: 'no address', given: '接口', want: undefined },
  ])('$name', ({ given, want }) => {
    expect(asciiHost(given)).toBe(want);
  });
});

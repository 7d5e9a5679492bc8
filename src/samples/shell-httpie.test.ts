import { describe, expect, it } from 'vitest';
import { print } from './shell-httpie.ts';

describe('a command of HTTPie', () => {
  const request = { url: 'https://a.example/', headers: [], stream: false };

  it.each(['GET', 'PROPFIND'])('sends %s', (method) => {
    expect(print({ ...request, method })).toBe(`http --ignore-stdin --check-status ${method} 'https://a.example/'`);
  });

  // It takes the first word for the address unless that is made of letters, and writes a method in capitals.
  it.each(['M-SEARCH', 'VERSION_CONTROL', 'copy'])('is not there for %s', (method) => {
    expect(print({ ...request, method })).toBeUndefined();
  });
});

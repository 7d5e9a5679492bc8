import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../request/http-request.ts';
import { print } from './javascript-fetch.ts';

const request: HttpRequest = { method: 'GET', url: 'https://a.example/', headers: [], stream: false };

describe('fetch of Node', () => {
  it.each(['Host', 'connection', 'Expect', 'Keep-Alive', 'Upgrade'])('sends no header %s', (name) => {
    expect(print({ ...request, headers: [{ name, value: 'x' }] })).toBeUndefined();
  });

  it.each(['Date', 'Via', 'TE', 'Origin', 'Referer', 'Cookie'])('sends a header %s', (name) => {
    expect(print({ ...request, headers: [{ name, value: 'x' }] })).toContain(name);
  });
});

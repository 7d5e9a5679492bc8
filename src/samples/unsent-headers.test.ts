import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../request/http-request.ts';
import { targets } from './targets.ts';

/** The headers that a client sends in its own way or not at all, whatever its program says. */
const UNSENT: { readonly [library: string]: readonly (readonly [name: string, value: string])[] } = {
  'python urllib': [['Connection', 'keep-alive']],
  'go net/http': [['trailer', 'X-Sum']],
  'java java.net.http': [['Proxy-Authorization', 'Basic eDp5']],
  'kotlin java.net.http': [['proxy-authorization', 'Basic eDp5']],
  'swift URLSession': [
    ['Host', 'b.example'],
    ['Connection', 'close'],
    ['Proxy-Authorization', 'Basic eDp5'],
  ],
};
/** Those that it sends all the same. */
const SENT: { readonly [library: string]: readonly (readonly [name: string, value: string])[] } = {
  'python urllib': [
    ['Connection', 'close'],
    ['Trailer', 'X-Sum'],
  ],
  'go net/http': [
    ['TE', 'trailers'],
    ['Proxy-Authorization', 'Basic eDp5'],
  ],
  'java java.net.http': [
    ['Host', 'b.example'],
    ['Trailer', 'X-Sum'],
  ],
  'kotlin java.net.http': [['Connection', 'close']],
  'swift URLSession': [['Trailer', 'X-Sum']],
};

describe.each(Object.keys(UNSENT))('%s', (id) => {
  const code = async ([name, value]: readonly [string, string]): Promise<string | undefined> => {
    const request: HttpRequest = {
      method: 'GET',
      url: 'https://a.example/',
      headers: [{ name, value }],
      stream: false,
    };
    const target = targets.find(({ language, library }) => `${language} ${library}` === id);
    const module = await target?.load();
    return module?.print(request, { id: 'a' } as never);
  };

  it.each(UNSENT[id] ?? [])('prints nothing for %s: %s', async (...header) => {
    expect(await code(header)).toBeUndefined();
  });

  it.each(SENT[id] ?? [])('sends %s: %s', async (...header) => {
    expect(await code(header)).toContain(header[1]);
  });
});

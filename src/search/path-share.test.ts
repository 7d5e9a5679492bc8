import { describe, expect, it } from 'vitest';
import { pathShare } from './path-share.ts';

describe('how much of a typed path is in that of an operation', () => {
  const cases: readonly (readonly [text: string, endpoint: string, share: number])[] = [
    ['/files', '/v1/files/{key}', 1],
    ['/v1/fi', '/v1/files/{key}', 1],
    ['iles/{k', '/v1/files/{key}', 1],
    ['GET /V1/Files', '/v1/files/{key}', 1],
    ['/v1/files/:key', '/v1/files/{file_key}', (2 + 0.75) / 3],
    ['/v1/files/ab12/com', '/v1/files/{key}/comments', (2 + 0.75 + 0.9) / 4],
    ['https://api.example.com/v1/files/ab12?depth=2#top', '/v1/files/{key}', (2 + 0.75) / 3],
    // The server's address has the first part.
    ['/v1/chat', '/chat/completions', 1 / 2],
    ['/v1/chat', '/models', 0],
    // A parameter alone says nothing.
    ['/v9/models', '/{anything}', 0],
    ['chat', '/chat', 0],
    ['/', '/chat', 0],
    ['https://api.example.com', '/chat', 0],
    ['', '/chat', 0],
  ];
  for (const [text, endpoint, share] of cases) {
    it(`${text} of ${endpoint}`, () => expect(pathShare(text, endpoint)).toBeCloseTo(share));
  }
});

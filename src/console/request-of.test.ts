import { describe, expect, it } from 'vitest';
import { testSession } from './around/test-session.ts';
import { requestOf } from './request-of.ts';
import type { Target } from './state.ts';

describe('the boundary between the parts of a body', () => {
  const { api, store, place } = testSession();
  const [known] = api.operations;
  if (!known) throw new Error('no operation');
  const content = [{ name: 'multipart/form-data', examples: [] }];
  const operation = { ...known, requestBody: { required: true, content } };
  const boundaryOf = (target: Target, text = '{"a": "x"}'): string => {
    const body = { mediaType: 'multipart/form-data', text, files: [{ at: 'file', name: 'a.txt' }] };
    const form = { ...store.state(), target };
    const { request } = requestOf(api, operation, { ...form, values: { ...form.values, body } }, place);
    if (request.body?.kind !== 'multipart') throw new Error(`not multipart, but ${request.body?.kind}`);
    const type = request.headers.find(({ name }) => name === 'Content-Type');
    expect(type).toEqual({ name: 'Content-Type', value: `multipart/form-data; boundary=${request.body.boundary}` });
    return request.body.boundary;
  };

  it('is what the samples have, for a sandbox', () => {
    expect([boundaryOf('in-page'), boundaryOf('local')]).toEqual(['form-boundary', 'form-boundary']);
  });

  it('is nothing that the maker of a file could know, for a server', () => {
    const boundary = boundaryOf('server');
    expect(boundary).toMatch(/^form-[a-z\d]{15,60}$/);
    expect([boundaryOf('relay'), boundaryOf('server', JSON.stringify({ a: `--${boundary}` }))]).toEqual([
      boundary,
      `${boundary}-2`,
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { parameter, pets } from '../../tests/fixtures/sandbox-apis.ts';
import type { Api } from '../model/api.ts';
import { sliceApi } from '../model/slice.ts';
import { createSandbox, type SandboxOptions } from './handler.ts';

const BASE = 'https://api.example.com/v1';

interface Sent {
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string;
}

async function call(line: string, { headers = {}, body }: Sent = {}, options: SandboxOptions = {}) {
  const [method = '', path = ''] = line.split(' ');
  const type: Sent['headers'] = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const init = { method, headers: { ...type, ...headers }, ...(body === undefined ? {} : { body }) };
  const response = await createSandbox(pets, { delay: 0, ...options })(new Request(BASE + path, init));
  const text = await response.text();
  const isJson = /json$/.test(response.headers.get('Content-Type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text ? JSON.parse(text) : undefined,
  };
}

const trace = { 'X-Trace': 't' };
const bearer = { Authorization: 'Bearer abc' };

describe('what comes back', () => {
  it('is marked as simulated, with the headers that the description gives values for', async () => {
    const { status, headers, text } = await call('GET /pets', { headers: trace });
    expect(status).toBe(200);
    expect(headers.get('x-curlew-sandbox')).toBe('simulated');
    expect(headers.get('x-total')).toBe('2');
    expect(headers.get('content-length')).toBeNull();
    expect(text).toBe('[\n  {\n    "id": 1,\n    "name": "Rex"\n  }\n]');
  });

  it.each([
    { name: 'an example by name', headers: { Prefer: 'example=none' }, want: [200, 'application/json', '[]'] },
    {
      name: 'an example by name, in quotes, among others',
      headers: { Prefer: 'respond-async, example="none"' },
      want: [200, 'application/json', '[]'],
    },
    { name: 'another media type', headers: { Accept: 'text/*' }, want: [200, 'text/csv', 'id,name\n1,Rex\n'] },
    {
      name: 'the best of several',
      headers: { Accept: 'text/csv;q=0.2, application/json;q=0.9' },
      want: [200, 'application/json', '['],
    },
    { name: 'a media type that there is not', headers: { Accept: 'image/png' }, want: [200, 'application/json', '['] },
    {
      name: 'a stream that is asked for',
      headers: { Accept: 'application/jsonl' },
      want: [200, 'application/jsonl', '{"id":1,"name":"Rex"}\n{"id":2,"name":"Tom"}\n'],
    },
    {
      name: 'a status by class or default',
      headers: { Prefer: 'code=503' },
      want: [503, 'application/problem+json', '{'],
    },
    { name: 'a status that is none', headers: { Prefer: 'code=999' }, want: [200, 'application/json', '['] },
  ])('$name', async ({ headers, want }) => {
    const answer = await call('GET /pets', {
      headers: Object.fromEntries([...Object.entries(headers), ['X-Trace', 't']]),
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual(want.slice(0, 2));
    expect(answer.text.startsWith(String(want[2]))).toBe(true);
  });

  it('takes a preference of its own where the description lists others', async () => {
    const [operation] = pets.operations;
    if (!operation) throw new Error('no operation');
    const prefer = parameter('header', 'Prefer', { types: ['string'], enum: ['"respond-async"'] });
    const api = { ...pets, operations: [{ ...operation, parameters: [prefer] }] };
    const request = new Request(BASE + operation.path, { headers: { Prefer: 'code=503' } });
    expect((await createSandbox(api, { delay: 0 })(request)).status).toBe(503);
  });

  it('is the answer example of the request example that was sent, however it is laid out', async () => {
    const tom = await call('POST /pets', { headers: bearer, body: '{ "tag": "cat",\n "name": "Tom" }' });
    expect([tom.status, tom.json]).toEqual([201, { id: 2, name: 'Tom', tag: 'cat' }]);
    // Any other body makes a thing of its own out of the first example.
    expect((await call('POST /pets', { headers: bearer, body: '{"name":"Kim"}' })).json).toEqual({
      id: 1,
      name: 'Kim',
    });
  });

  it('is built from the schema where there is no example', async () => {
    const { status, json } = await call('GET /pets/7?key=k', { headers: { Cookie: 'a=b; sid=s' } });
    expect(status).toBe(200);
    expect(json).toMatchObject({ id: expect.any(Number), name: expect.any(String) });
  });

  it('is empty where nothing is described', async () => {
    expect(await call('DELETE /pets/7')).toMatchObject({ status: 204, text: '' });
  });

  it('is a stream built from the schema of its items', async () => {
    const { text } = await call('GET /ticks');
    expect(text).toBe('event: tick\ndata: one\ndata: two\n\n'.repeat(3));
  });

  it('comes from a slice with one operation too, with or without the base path', async () => {
    const [list] = pets.operations;
    if (!list) throw new Error('no operation');
    const sandbox = createSandbox(sliceApi(pets, list));
    for (const url of ['https://elsewhere.test/v1/pets', 'http://127.0.0.1:4010/pets']) {
      expect((await sandbox(new Request(url, { headers: trace }))).status).toBe(200);
    }
  });
});

describe('what is refused', () => {
  const problem = (status: number, detail: string) => ({ status, json: expect.objectContaining({ status, detail }) });

  it.each([
    { name: 'an unknown path', line: 'GET /cars', want: problem(404, 'There is no operation at /v1/cars.') },
    { name: 'a method', line: 'PATCH /pets', want: problem(405, '/v1/pets takes GET, POST, not PATCH.') },
    { name: 'a missing header', line: 'GET /pets', want: problem(400, "The header parameter 'X-Trace' is required.") },
    {
      name: 'a value past its bound',
      line: 'GET /pets?limit=1000',
      sent: { headers: trace },
      want: problem(400, "The value of 'limit' must be at most 100, but 1000 was given."),
    },
    {
      name: 'text where a number belongs',
      line: 'GET /pets?limit=ten',
      sent: { headers: trace },
      want: problem(400, 'The value of \'limit\' must be of type integer, but "ten" was given.'),
    },
    {
      name: 'an item of a list',
      line: 'GET /pets?tags=cat,bird',
      sent: { headers: trace },
      want: problem(400, 'The value of \'tags[1]\' must be one of "cat" or "dog", but "bird" was given.'),
    },
    {
      name: 'no credential',
      line: 'POST /pets',
      sent: { body: '{"name":"Rex"}' },
      want: {
        status: 401,
        json: { errors: [{ field: null, code: 401, message: expect.stringContaining('Authorization') }] },
      },
    },
    {
      name: 'a wrong credential of the second kind',
      line: 'POST /pets',
      sent: { headers: { Authorization: `Basic ${btoa('a:b')}` }, body: '{"name":"Rex"}' },
      options: { key: 'right' },
      want: {
        status: 401,
        json: { errors: [{ field: null, code: 401, message: expect.stringMatching(/after Basic is not the one/) }] },
      },
    },
    {
      name: 'a body of another type',
      line: 'POST /pets',
      sent: { headers: { ...bearer, 'Content-Type': 'text/plain' }, body: 'Rex' },
      want: {
        status: 415,
        json: {
          errors: [
            { field: null, code: 415, message: 'Send the body as application/json; Content-Type text/plain was sent.' },
          ],
        },
      },
    },
    {
      name: 'a body that is packed',
      line: 'POST /pets',
      sent: { headers: { ...bearer, 'Content-Encoding': 'gzip' }, body: '\u001f\u008b' },
      want: {
        status: 415,
        json: {
          errors: [{ field: null, code: 415, message: "Send the body as it is: the sandbox doesn't unpack gzip." }],
        },
      },
    },
    {
      name: 'a body that is said to be packed, and is not',
      line: 'POST /pets',
      sent: { headers: { ...bearer, 'Content-Encoding': 'Identity' }, body: '{"name":"Rex"}' },
      want: { status: 201 },
    },
    {
      name: 'a body that does not fit',
      line: 'POST /pets',
      sent: { headers: bearer, body: '{"name":""}' },
      want: {
        status: 422,
        json: {
          errors: [
            {
              field: 'name',
              code: 422,
              message: "The value of 'name' must have 1 or more characters, but 0 were given.",
            },
          ],
        },
      },
    },
    {
      name: 'a body without a required property; a read-only one is not asked for',
      line: 'POST /pets',
      sent: { headers: bearer, body: '{}' },
      want: {
        status: 422,
        json: { errors: [{ field: 'name', code: 422, message: "The body has no 'name', which is required." }] },
      },
    },
    {
      name: 'a body that is no JSON',
      line: 'POST /pets',
      sent: { headers: bearer, body: '{"name":}' },
      want: {
        // The description has a 422 and no 400.
        status: 422,
        json: {
          errors: [
            {
              field: null,
              code: 422,
              message: 'The body is not valid JSON: a value was expected at line 1, column 9.',
            },
          ],
        },
      },
    },
    {
      name: 'no body',
      line: 'POST /pets',
      sent: { headers: bearer },
      want: {
        status: 400,
        json: { errors: [expect.objectContaining({ message: 'This operation needs a body, but none was sent.' })] },
      },
    },
  ])('$name', async ({ line, sent, options, want }) =>
    expect(await call(line, sent ?? {}, options)).toMatchObject(want),
  );

  it('tells the methods there are', async () => {
    expect((await call('PATCH /pets')).headers.get('allow')).toBe('GET, POST');
  });

  it('names the schemes of a missing credential', async () => {
    expect((await call('POST /pets', { body: '{}' })).headers.get('www-authenticate')).toBe(
      'Bearer, Basic realm="sandbox"',
    );
  });

  it.each([
    { name: 'any token', headers: bearer, want: 201 },
    { name: 'an empty token', headers: { Authorization: 'Bearer ' }, want: 401 },
    { name: 'another scheme', headers: { Authorization: 'Digest abc' }, want: 401 },
    { name: 'the scheme in any case', headers: { Authorization: 'bEARER abc' }, want: 201 },
    { name: 'a user and a password', headers: { Authorization: `Basic ${btoa('me:pw')}` }, want: 201 },
    { name: 'a wrong token', headers: bearer, key: 'right', want: 401 },
    { name: 'the right token', headers: { Authorization: 'Bearer right' }, key: 'right', want: 201 },
    { name: 'the right password', headers: { Authorization: `Basic ${btoa('me:right')}` }, key: 'right', want: 201 },
    { name: 'a token that only ends like it', headers: { Authorization: 'Bearer x:right' }, key: 'right', want: 401 },
  ])('$name: $want', async ({ headers, key, want }) => {
    const options = key === undefined ? {} : { key };
    expect((await call('POST /pets', { headers, body: '{"name":"Rex"}' }, options)).status).toBe(want);
  });

  it('takes the keys of one line of cookies, and a key for the whole header after others', async () => {
    const cookies = { in: 'cookie', kind: 'apiKey', deprecated: false } as const;
    const securitySchemes: Api['securitySchemes'] = [
      { ...cookies, id: 'a', name: 'sid' },
      { ...cookies, id: 'b', name: 'csrf' },
      { ...cookies, id: 'c', in: 'header', name: 'Cookie' },
    ];
    const status = async (ids: readonly string[], Cookie: string): Promise<number> => {
      const security = [{ schemes: ids.map((id) => ({ id, scopes: [] })) }];
      const operations = pets.operations.map((operation) => ({ ...operation, security }));
      const sandbox = createSandbox({ ...pets, securitySchemes, operations }, { key: 'k' });
      return (await sandbox(new Request(`${BASE}/pets/7`, { headers: { Cookie } }))).status;
    };
    expect(await status(['a', 'b'], 'x=1; sid=k; csrf=k')).toBe(200);
    expect(await status(['a', 'b'], 'sid=k')).toBe(401);
    expect(await status(['c'], 'x=1; k')).toBe(200);
    expect(await status(['c'], 'x=1; wrong-k')).toBe(401);
  });

  it('asks for all credentials of an alternative', async () => {
    expect((await call('GET /pets/7?key=k')).status).toBe(401);
    expect((await call('GET /pets/7', { headers: { Cookie: 'sid=s' } })).status).toBe(401);
    const told = async (...given: Parameters<typeof call>): Promise<string> =>
      (await call(...given)).json.error.message;
    expect(await told('GET /pets/7?key=k')).toBe(
      'Access denied. Send a credential in the sid cookie; the sandbox takes any.',
    );
    expect(await told('GET /pets/7?key=k', { headers: { Cookie: 'sid=s' } }, { key: 'k' })).toBe(
      'Access denied. The credential in the sid cookie is not the one this sandbox was started with.',
    );
  });
});

describe('aborting', () => {
  it('rejects as fetch does', async () => {
    const request = new Request(`${BASE}/ticks`, { signal: AbortSignal.abort() });
    await expect(createSandbox(pets)(request)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('ends a stream at once', async () => {
    const control = new AbortController();
    const response = await createSandbox(pets, { delay: 100 })(
      new Request(`${BASE}/ticks`, { signal: control.signal }),
    );
    const reading = response.text();
    control.abort();
    const start = performance.now();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

it('takes a packed body where the description has the header, without a look into it', async () => {
  const coded = parameter('header', 'content-encoding', { enum: ['"gzip"'] });
  const operations = pets.operations.map((one) => ({ ...one, parameters: [...one.parameters, coded] }));
  const headers = { ...bearer, 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
  const request = new Request(`${BASE}/pets`, { method: 'POST', headers, body: '\u001f\u008b' });
  expect((await createSandbox({ ...pets, operations }, { delay: 0 })(request)).status).toBe(201);
});

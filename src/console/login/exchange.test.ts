import { expect, it } from 'vitest';
import { getJson, type Network, postForm } from './exchange.ts';

function network(answer: () => Response) {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetched: Network = {
    fetch: async (url, init) => {
      sent.push({ url, init });
      return answer();
    },
    page: { online: () => true, watchPolicy: () => ({ refused: async () => false, stop() {} }) },
  };
  return { sent, fetched };
}

const signal = new AbortController().signal;

it('posts a form as rule C3 has it', async () => {
  const { sent, fetched } = network(() => new Response('{}'));
  const fields = { grant_type: 'a b', code: '&=', scope: '', audience: undefined };
  expect(await postForm('https://a.example/token', fields, fetched, signal)).toEqual({
    kind: 'answer',
    status: 200,
    body: '{}',
  });
  expect(sent).toMatchObject([
    {
      url: 'https://a.example/token',
      init: {
        method: 'POST',
        body: 'grant_type=a+b&code=%26%3D',
        headers: [
          ['Accept', 'application/json'],
          ['Content-Type', 'application/x-www-form-urlencoded'],
        ],
        redirect: 'manual',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      },
    },
  ]);
});

it('sends a client’s secret as RFC 6749, section 2.3.1, has it', async () => {
  const { sent, fetched } = network(() => new Response('{}'));
  await postForm('https://a.example/token', {}, fetched, signal, { clientId: 'a b:', secret: 'ü+' });
  const header = new Headers(sent[0]?.init.headers).get('authorization') ?? '';
  expect(atob(header.replace('Basic ', ''))).toBe('a+b%3A:%C3%BC%2B');
});

it.each([
  { name: 'a redirect', answer: () => redirect(), want: { code: 'redirect', origin: 'https://a.example' } },
  {
    name: 'no answer',
    answer: () => {
      throw new TypeError('Failed to fetch');
    },
    want: { code: 'network', origin: 'https://a.example' },
  },
  {
    name: 'an answer that is none by its length',
    answer: () => new Response('x'.repeat(1_000_001)),
    want: { code: 'network', origin: 'https://a.example' },
  },
])('$name', async ({ answer, want }) => {
  const { fetched } = network(answer);
  expect(await getJson('https://a.example/m', fetched, signal)).toEqual({ kind: 'failed', failure: want });
});

/** What `fetch` gives for a redirect that it was told to leave. */
function redirect(): Response {
  return Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
}

it('reads an answer where streams can’t be iterated over, as in Safari', async () => {
  const bytes = new TextEncoder().encode('{"name":"ü"}');
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  Object.defineProperties(body, { values: { value: undefined }, [Symbol.asyncIterator]: { value: undefined } });
  const answer = new Response('{}');
  Object.defineProperty(answer, 'body', { value: body });
  const { fetched } = network(() => answer);
  expect(await getJson('https://a.example/keys', fetched, signal)).toMatchObject({ body: '{"name":"ü"}' });
});

import { describe, expect, it } from 'vitest';
import { parseDeviceCode, pollTokens } from './device.ts';
import type { Exchanged } from './exchange.ts';

const RFC = {
  device_code: 'GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS',
  user_code: 'WDJB-MJHT',
  verification_uri: 'https://example.com/device',
  verification_uri_complete: 'https://example.com/device?user_code=WDJB-MJHT',
  expires_in: 1800,
  interval: 5,
};
const device = {
  deviceCode: RFC.device_code,
  userCode: RFC.user_code,
  verificationUrl: RFC.verification_uri,
  completeUrl: RFC.verification_uri_complete,
  expiresIn: 1800,
  interval: 5,
};

it.each([
  { name: 'RFC 8628, section 3.2', answer: RFC, want: device },
  { name: 'without an interval', answer: { ...RFC, interval: undefined }, want: device },
  {
    name: 'a link that no page may follow',
    answer: { ...RFC, verification_uri: 'javascript:alert(1)' },
    want: { code: 'insecure', url: 'javascript:alert(1)' },
  },
  {
    name: 'a complete link that no page may follow is left out',
    answer: { ...RFC, verification_uri_complete: 'javascript:alert(1)' },
    want: { ...device, completeUrl: undefined },
  },
  {
    name: 'refused',
    status: 400,
    answer: { error: 'invalid_client' },
    want: { code: 'refused', error: 'invalid_client' },
  },
  { name: 'without a code', answer: { ...RFC, user_code: '' }, want: { code: 'no-token', status: 200 } },
])('$name', ({ answer, status = 200, want }) => {
  const result = parseDeviceCode(status, JSON.stringify(answer));
  expect(result.kind === 'failed' ? result.failure : result.device).toEqual(want);
});

/** Polls with a clock that only waiting moves. @returns how it ended, and the seconds at which it asked */
async function poll(answers: readonly (string | Exchanged)[], expiresIn = 100, stopAfter = Number.POSITIVE_INFINITY) {
  const stop = new AbortController();
  const asked: number[] = [];
  let seconds = 0;
  const result = await pollTokens(
    { expiresIn, interval: 5 },
    {
      signal: stop.signal,
      now: () => seconds * 1000,
      async wait(pause) {
        seconds += pause;
        if (asked.length >= stopAfter) stop.abort();
      },
      async ask() {
        const answer = answers[Math.min(asked.length, answers.length - 1)] ?? '';
        asked.push(seconds);
        if (typeof answer !== 'string') return answer;
        const body = answer === 'token' ? { access_token: 'a' } : { error: answer };
        return { kind: 'answer', status: answer === 'token' ? 200 : 400, body: JSON.stringify(body) };
      },
    },
  );
  return { end: result.kind === 'failed' ? result.failure.code : result.tokens.accessToken, asked, result };
}

const NETWORK: Exchanged = { kind: 'failed', failure: { code: 'network', origin: 'https://a.example' } };

describe('polling (RFC 8628, section 3.4 and 3.5)', () => {
  it.each([
    {
      name: 'until the reader agrees',
      answers: ['authorization_pending', 'authorization_pending', 'token'],
      end: 'a',
      asked: [5, 10, 15],
    },
    {
      name: 'slower each time it is told so',
      answers: ['slow_down', 'slow_down', 'token'],
      end: 'a',
      asked: [5, 15, 30],
    },
    { name: 'stays as slow', answers: ['slow_down', 'authorization_pending', 'token'], end: 'a', asked: [5, 15, 25] },
    { name: 'the reader refuses', answers: ['authorization_pending', 'access_denied'], end: 'refused', asked: [5, 10] },
    { name: 'the server lets the code expire', answers: ['expired_token'], end: 'refused', asked: [5] },
    {
      name: 'the network fails in between',
      answers: ['authorization_pending', NETWORK, NETWORK, 'token'],
      end: 'a',
      asked: [5, 10, 20, 40],
    },
    { name: 'pages can’t read the server', answers: [NETWORK, 'token'], end: 'network', asked: [5] },
  ])('$name', async ({ answers, end, asked }) => expect(await poll(answers)).toMatchObject({ end, asked }));

  it('ends with the code, whatever the server says', async () => {
    const { result, asked } = await poll(['authorization_pending'], 12);
    expect(result).toEqual({ kind: 'failed', failure: { code: 'refused', error: 'expired_token' } });
    expect(asked).toEqual([5, 10]);
  });

  it('asks no more once it is stopped', async () => {
    expect(await poll(['authorization_pending'], 100, 2)).toMatchObject({ end: 'stopped', asked: [5, 10] });
  });
});

import { endpoint } from './endpoint.ts';
import type { Exchanged } from './exchange.ts';
import type { LoginFailure } from './failure.ts';
import { isSuccess, isText, parseObject, parseTokenResponse, refusalOf, type TokenResult } from './token-response.ts';

/** What a device shows while its reader signs in elsewhere (RFC 8628, section 3.2). */
export interface DeviceCode {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly verificationUrl: string;
  /** The same with the code in it. */
  readonly completeUrl?: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly interval: number;
}

export type DeviceCodeResult =
  | { readonly kind: 'device'; readonly device: DeviceCode }
  | { readonly kind: 'failed'; readonly failure: LoginFailure };

/** Seconds, where the server names none (RFC 8628, section 3.2), and what `slow_down` adds (section 3.5). */
const INTERVAL = 5;

export function parseDeviceCode(status: number, body: string): DeviceCodeResult {
  const answer = parseObject(body);
  const failed = (failure: LoginFailure): DeviceCodeResult => ({ kind: 'failed', failure });
  if (!answer) return failed({ code: 'no-token', status });
  const refusal = refusalOf(status, answer);
  if (refusal) return failed(refusal);
  const { device_code: deviceCode, user_code: userCode } = answer;
  // Google's name of the time before the RFC is in use still.
  const verificationUrl = answer.verification_uri ?? answer.verification_url;
  const completeUrl = answer.verification_uri_complete;
  if (!isSuccess(status) || !isText(deviceCode) || !isText(userCode) || !isText(verificationUrl)) {
    return failed({ code: 'no-token', status });
  }
  if (!endpoint(verificationUrl)) return failed({ code: 'insecure', url: verificationUrl.slice(0, 500) });
  return {
    kind: 'device',
    device: {
      deviceCode,
      userCode: userCode.slice(0, 100),
      verificationUrl,
      ...(isText(completeUrl) && endpoint(completeUrl) ? { completeUrl } : {}),
      expiresIn: positive(answer.expires_in) ?? 1800,
      interval: positive(answer.interval) ?? INTERVAL,
    },
  };
}

function positive(value: unknown): number | undefined {
  const number = Number(value);
  return number > 0 && Number.isFinite(number) ? number : undefined;
}

export interface Polling {
  /** One request to the token endpoint. */
  readonly ask: () => Promise<Exchanged>;
  /** Resolves after so many seconds, at once when stopped. */
  readonly wait: (seconds: number) => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/**
 * Asks for the tokens again and again until the reader has signed in, refused, or the code is too old. Where the
 * network fails in between, it asks more rarely and goes on.
 *
 * @see RFC 8628, section 3.4 and 3.5
 */
export async function pollTokens(
  { expiresIn, interval }: Pick<DeviceCode, 'expiresIn' | 'interval'>,
  { ask, wait, now, signal }: Polling,
): Promise<TokenResult> {
  const end = now() + expiresIn * 1000;
  let pause = interval;
  let answered = false;
  for (;;) {
    await wait(pause);
    if (signal.aborted) return { kind: 'failed', failure: { code: 'stopped' } };
    if (now() >= end) return { kind: 'failed', failure: { code: 'refused', error: 'expired_token' } };
    const result = await ask();
    if (signal.aborted) return { kind: 'failed', failure: { code: 'stopped' } };
    if (result.kind === 'failed') {
      // A server that never answered a page doesn't allow it to read its answers.
      const isPassing = answered && ['network', 'offline', 'timeout'].includes(result.failure.code);
      if (!isPassing) return result;
      pause *= 2;
      continue;
    }
    answered = true;
    const tokens = parseTokenResponse(result.status, result.body);
    const error = tokens.kind === 'failed' && tokens.failure.code === 'refused' ? tokens.failure.error : undefined;
    if (error === 'slow_down') pause += INTERVAL;
    else if (error !== 'authorization_pending') return tokens;
  }
}

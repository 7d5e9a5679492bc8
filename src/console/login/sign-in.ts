import { keptActions } from '../kept-actions.ts';
import { pageFacts } from '../page-facts.ts';
import { keyOrigin, type Session } from '../session.ts';
import { authorizationUrl } from './authorization-url.ts';
import { parseDeviceCode, pollTokens } from './device.ts';
import { type Exchanged, getJson, type Network, postForm } from './exchange.ts';
import type { LoginFailure } from './failure.ts';
import { type Login, type LoginStatus, type Logins, refreshName, refreshOrigin, secretName } from './logins.ts';
import { parseMetadata } from './metadata.ts';
import { loginsOf } from './page-logins.ts';
import { challengeOf, randomText } from './pkce.ts';
import { policyAllows } from './policy.ts';
import { parseTokenResponse, type TokenResult, type Tokens } from './token-response.ts';
import { keepTrip, type Trip } from './trip.ts';
import type { LoginScheme, Way } from './ways.ts';

/** One scheme's sign-in for the origin that the console shows. */
export interface Errand {
  readonly session: Session;
  readonly scheme: LoginScheme;
  /** What the token will be bound to. */
  readonly origin: string;
}

/** What the reader filled in. */
export interface Choice {
  readonly way: Way;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

export function errandOf(session: Session, scheme: LoginScheme): Errand {
  return { session, scheme, origin: keyOrigin(session) };
}

const network: Network = { fetch: (url, init) => fetch(url, init), page: pageFacts };

/** Milliseconds that a sign-in may take; codes live ten minutes at most (RFC 6749, section 4.1.2). */
const LONGEST = 30 * 60_000;

/** Leads the reader to the authorization server, in this tab. What was typed is there again on return. */
export async function leave({ session, scheme, origin }: Errand, { way, clientId, scopes }: Choice): Promise<void> {
  const tell = teller(loginsOf(session.credentials), origin, scheme.id);
  const { credentials, place } = session;
  if (!crypto.subtle) return tell.failed({ code: 'insecure-page' });
  if (!policyAllows(way.tokenUrl)) return tell.failed({ code: 'policy', origin: new URL(way.tokenUrl).origin });
  const verifier = randomText();
  const state = randomText();
  const redirectUri = new URL(place.loginUrl ?? '', location.href).href;
  const { metadata } = loginsOf(credentials).get(origin, scheme.id);
  const trip: Trip = {
    path: location.pathname,
    startedAt: Date.now(),
    origin,
    scheme: scheme.id,
    state,
    verifier,
    redirectUri,
    clientId,
    tokenUrl: way.tokenUrl,
    refreshUrl: way.refreshUrl,
    scopes,
    remember: credentials.isRemembered(origin, scheme.id),
    ...(metadata ? { issuer: metadata.issuer, issuerReturned: metadata.issuerReturned } : {}),
    actions: keptActions(session),
  };
  const challenge = await challengeOf(verifier);
  // A long body may be more than storage takes; signing in matters more.
  if (!keepTrip(trip) && !keepTrip({ ...trip, actions: withoutBody(trip.actions) })) {
    return tell.failed({ code: 'no-storage' });
  }
  tell.status({ kind: 'leaving' });
  const { audience } = scheme.client ?? {};
  const to = { clientId, redirectUri, scopes, audience, state, challenge };
  location.assign(authorizationUrl({ authorizationUrl: way.startUrl, ...to }));
}

function withoutBody(actions: Trip['actions']): Trip['actions'] {
  return actions.filter(({ kind }) => kind !== 'edit-body' && kind !== 'choose-body');
}

/** Ends a sign-in that began before the page was left: the code becomes a token. */
export async function finish(session: Session, trip: Trip): Promise<void> {
  const { origin, scheme, result, tokenUrl, refreshUrl, clientId, redirectUri, verifier, scopes } = trip;
  const logins = loginsOf(session.credentials);
  const tell = teller(logins, origin, scheme);
  if (!result) return tell.failed({ code: 'abandoned' });
  if (result.kind === 'failed') return tell.failed(result.failure);
  if (Date.now() - trip.startedAt > LONGEST) return tell.failed({ code: 'late' });
  tell.status({ kind: 'exchanging' });
  const fields = {
    grant_type: 'authorization_code',
    code: result.code,
    redirect_uri: redirectUri,
    client_id: clientId,
    code_verifier: verifier,
  };
  const answer = await postForm(tokenUrl, fields, network, logins.begin(origin, scheme));
  if (trip.remember) session.credentials.remember(origin, scheme, true);
  take({ session, origin, scheme, refreshUrl, clientId, scopes }, tokensOf(answer));
}

/** The client's own token, without a reader (RFC 6749, section 4.4). */
export async function askAsClient(errand: Errand, { way, clientId, scopes }: Choice): Promise<void> {
  const { session, scheme, origin } = errand;
  const logins = loginsOf(session.credentials);
  teller(logins, origin, scheme.id).status({ kind: 'exchanging' });
  const { metadata } = logins.get(origin, scheme.id);
  const secret = session.credentials.get(new URL(way.tokenUrl).origin, secretName(scheme.id));
  const inForm = metadata?.authMethods.includes('client_secret_basic') === false;
  const fields = {
    grant_type: 'client_credentials',
    scope: scopes.join(' '),
    audience: scheme.client?.audience,
    ...(inForm || !secret ? { client_id: clientId } : {}),
    ...(inForm ? { client_secret: secret } : {}),
  };
  const basic = inForm || !secret ? undefined : { clientId, secret };
  const answer = await postForm(way.tokenUrl, fields, network, logins.begin(origin, scheme.id), basic);
  take({ session, origin, scheme: scheme.id, refreshUrl: way.refreshUrl, clientId, scopes }, tokensOf(answer));
}

/** Shows a code that the reader types in elsewhere, and waits for it (RFC 8628). */
export async function askAsDevice({ session, scheme, origin }: Errand, choice: Choice): Promise<void> {
  const { way, clientId, scopes } = choice;
  const logins = loginsOf(session.credentials);
  const tell = teller(logins, origin, scheme.id);
  tell.status({ kind: 'exchanging' });
  const signal = logins.begin(origin, scheme.id);
  const { audience } = scheme.client ?? {};
  const start = { client_id: clientId, scope: scopes.join(' '), audience };
  const started = await postForm(way.startUrl, start, network, signal);
  const code =
    started.kind === 'failed'
      ? ({ kind: 'failed', failure: started.failure } as const)
      : parseDeviceCode(started.status, started.body);
  if (code.kind === 'failed') return tell.failed(code.failure);
  const { deviceCode, userCode, verificationUrl, completeUrl } = code.device;
  tell.status({ kind: 'device', userCode, verificationUrl, ...(completeUrl ? { completeUrl } : {}) });
  const fields = {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: deviceCode,
    client_id: clientId,
  };
  const ask = (): Promise<Exchanged> => postForm(way.tokenUrl, fields, network, signal);
  const result = await pollTokens(code.device, { ask, wait: waiter(signal), now: Date.now, signal });
  take({ session, origin, scheme: scheme.id, refreshUrl: way.refreshUrl, clientId, scopes }, result);
}

/** A new token for the refresh token; only on a press. */
export async function refresh({ session, scheme, origin }: Errand): Promise<void> {
  const logins = loginsOf(session.credentials);
  const { grant } = logins.get(origin, scheme.id);
  if (!grant) return;
  const { refreshUrl, clientId, scopes } = grant;
  const tell = teller(logins, origin, scheme.id);
  const token = session.credentials.get(refreshOrigin(grant), refreshName(origin, scheme.id));
  tell.status({ kind: 'refreshing' });
  const fields = { grant_type: 'refresh_token', refresh_token: token, client_id: clientId };
  const answer = tokensOf(await postForm(refreshUrl, fields, network, logins.begin(origin, scheme.id)));
  const kept: TokenResult =
    // The old one goes on where no new one came (RFC 6749, section 6).
    answer.kind === 'tokens' ? { ...answer, tokens: { refreshToken: token, ...answer.tokens } } : answer;
  take({ session, origin, scheme: scheme.id, refreshUrl, clientId, scopes }, kept);
}

/** Reads what the authorization server says of itself. */
export async function discover({ session, scheme, origin }: Errand, url: string): Promise<void> {
  const logins = loginsOf(session.credentials);
  const tell = teller(logins, origin, scheme.id);
  tell.status({ kind: 'discovering' });
  const answer = await getJson(url, network, logins.begin(origin, scheme.id));
  if (answer.kind === 'failed') return tell.failed(answer.failure);
  const found = parseMetadata(url, answer.status, answer.body);
  if (found.kind === 'failed') return tell.failed(found.failure);
  logins.change(origin, scheme.id, { metadata: found.metadata, status: { kind: 'idle' } });
}

interface Taken {
  readonly session: Session;
  readonly origin: string;
  readonly scheme: string;
  readonly refreshUrl: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** Puts tokens where keys are, bound to the origin that was shown. */
function take({ session, origin, scheme, scopes, ...grant }: Taken, result: TokenResult): void {
  const { credentials } = session;
  const logins = loginsOf(credentials);
  if (result.kind === 'failed') {
    teller(logins, origin, scheme).failed(result.failure);
    return;
  }
  const { accessToken, refreshToken = '', expiresIn, scopes: granted = scopes }: Tokens = result.tokens;
  credentials.set(origin, scheme, accessToken);
  credentials.set(refreshOrigin(grant), refreshName(origin, scheme), refreshToken);
  logins.change(origin, scheme, {
    status: { kind: 'done' },
    grant: {
      ...grant,
      token: accessToken,
      scopes: granted,
      ...(expiresIn === undefined ? {} : { expiresAt: Date.now() + expiresIn * 1000 }),
    },
  });
}

function tokensOf(answer: Exchanged): TokenResult {
  return answer.kind === 'failed'
    ? { kind: 'failed', failure: answer.failure }
    : parseTokenResponse(answer.status, answer.body);
}

function teller(logins: Logins, origin: string, scheme: string) {
  const status = (next: LoginStatus): void => logins.change(origin, scheme, { status: next } satisfies Partial<Login>);
  return { status, failed: (failure: LoginFailure): void => status({ kind: 'failed', failure }) };
}

/** @returns a pause, in seconds, that a stop cuts short */
function waiter(signal: AbortSignal): (seconds: number) => Promise<void> {
  return (seconds) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
}

import type { HttpRequest } from '../../request/http-request.ts';
import { readBody } from '../read-body.ts';
import { type SendFailure, type SendOptions, send } from '../send.ts';
import type { LoginFailure } from './failure.ts';

/** How requests of a sign-in go out: as `send` has it (security rule C3), with nothing else of the console in them. */
export type Network = Required<Pick<SendOptions, 'fetch' | 'page'>>;

export type Exchanged =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'failed'; readonly failure: LoginFailure };

/** Seconds until the head of the answer. */
const TIMEOUT = 30;
/** Answers of these endpoints are some hundred characters; more than this is none of them. */
const LONGEST = 1_000_000;

/** Credentials of a client that has a secret. */
export interface ClientSecret {
  readonly clientId: string;
  readonly secret: string;
}

/**
 * Posts a form to an endpoint and nowhere else: a redirect isn't followed.
 *
 * @param fields - those without a value are left out
 * @param basic - sent in `Authorization`, as every server has to take it (RFC 6749, section 2.3.1)
 */
export function postForm(
  url: string,
  fields: { readonly [name: string]: string | undefined },
  network: Network,
  signal: AbortSignal,
  basic?: ClientSecret,
): Promise<Exchanged> {
  const filled = Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1]));
  const mediaType = 'application/x-www-form-urlencoded';
  return exchange(
    {
      method: 'POST',
      url,
      headers: [
        { name: 'Accept', value: 'application/json' },
        { name: 'Content-Type', value: mediaType },
        ...(basic ? [{ name: 'Authorization', value: basicHeader(basic) }] : []),
      ],
      body: { kind: 'text', mediaType, text: new URLSearchParams(filled).toString() },
      stream: false,
    },
    network,
    signal,
  );
}

export function getJson(url: string, network: Network, signal: AbortSignal): Promise<Exchanged> {
  const headers = [{ name: 'Accept', value: 'application/json' }];
  return exchange({ method: 'GET', url, headers, stream: false }, network, signal);
}

async function exchange(request: HttpRequest, network: Network, signal: AbortSignal): Promise<Exchanged> {
  const result = await send(request, {
    ...network,
    signal,
    timeout: TIMEOUT,
    secret: () => '',
    file: () => new Blob(),
  });
  const { origin } = new URL(request.url);
  const failed = (failure: LoginFailure): Exchanged => ({ kind: 'failed', failure });
  if (result.kind === 'failure') return failed(networkFailure(result.failure, origin));
  const body = await readText(result.response, signal);
  if (body !== undefined) return { kind: 'answer', status: result.response.status, body };
  return failed(signal.aborted ? { code: 'stopped' } : { code: 'network', origin });
}

/** With the origin that was asked, since a sign-in speaks to several. */
function networkFailure(failure: SendFailure, origin: string): LoginFailure {
  switch (failure.code) {
    case 'stopped':
      return { code: 'stopped' };
    case 'timeout':
      return { ...failure, origin };
    case 'sandbox':
    case 'relay':
      throw new Error('neither a sandbox nor a relay is asked for tokens');
    default:
      return { code: failure.code, origin };
  }
}

/** @returns nothing where it broke off, or is too long to be an answer of an authorization server */
async function readText({ body }: Response, signal: AbortSignal): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  const end =
    body &&
    (await readBody(body, signal, (piece) => {
      text += decoder.decode(piece, { stream: true });
      return text.length <= LONGEST;
    }));
  return end === null || end === 'done' ? text + decoder.decode() : undefined;
}

/** The two are form-encoded before they are base64, unlike with other uses of `Basic`. */
function basicHeader({ clientId, secret }: ClientSecret): string {
  const encode = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
  return `Basic ${btoa(`${encode(clientId)}:${encode(secret)}`)}`;
}

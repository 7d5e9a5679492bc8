import { type Fetch, SendFault } from '../send.ts';

/** In front of each header of the API's, in the request and in the answer: see `site/relay/relay.mjs`. */
const HEADER = 'relay-header-';
const REDIRECTS = [301, 302, 303, 307, 308];
const WITHOUT_BODY = [204, 205, 304];

/**
 * The relay of this site as another `fetch`: what is asked for, and what comes back, lies within a POST to it.
 *
 * @param relay - its whole address
 */
export function relayFetch(relay: string): Fetch {
  return async (url, { method, headers, body, ...init }) => {
    const target = new URL(url);
    target.hash = '';
    const meant = [...new Headers(headers)].map(([name, value]): [string, string] => [HEADER + name, value]);
    const wrapped: RequestInit = {
      ...init,
      method: 'POST',
      headers: [...meant, ['Relay-Request', `${method} ${target.href}`], ['Content-Type', 'application/octet-stream']],
      ...(body === undefined ? {} : { body }),
    };
    const response = await fetch(relay, wrapped).catch((error: unknown) => {
      throw init.signal?.aborted ? error : new SendFault({ code: 'relay', fault: 'unreached', status: 0 });
    });
    const status = Number(response.headers.get('relay-status'));
    if (!status) {
      const fault = response.headers.get('relay-fault') ?? 'absent';
      void response.body?.cancel().catch(() => {});
      throw new SendFault({ code: 'relay', fault, status: response.status });
    }
    if (REDIRECTS.includes(status)) throw new SendFault({ code: 'redirect', origin: target.origin });
    const given = [...response.headers].flatMap(([name, value]): [string, string][] =>
      name.startsWith(HEADER) ? [[name.slice(HEADER.length), value]] : [],
    );
    return new Response(WITHOUT_BODY.includes(status) ? null : response.body, { status, headers: given });
  };
}

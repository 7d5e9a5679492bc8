import type { Api } from '../../model/api.ts';
import { isLoopback } from '../../request/browser-limits.ts';

/**
 * The origins that a relay of an API gives requests on to: those of its servers, over https. A server whose host
 * is a variable has only those that the owner confirmed.
 *
 * @param confirmed - the option `connect` of the API: where it is given, no other origin counts
 * @param isLocal - the site is tried on this machine, where an API may be reached over plain http
 * @returns sorted, each once
 */
export function relayOrigins(api: Api, confirmed: readonly string[] | undefined, isLocal: boolean): string[] {
  const hosts = new Set([api, ...api.operations].flatMap(({ servers }) => servers.flatMap(({ url }) => hostOf(url))));
  const literal = [...hosts].filter((host) => !host.includes('{')).flatMap((host) => originOf(host) ?? []);
  const isServers = (origin: string): boolean =>
    literal.includes(origin) || [...hosts].some((host) => host.includes('{') && fits(origin, host.toLowerCase()));
  const origins = confirmed?.filter(isServers) ?? literal;
  return [...new Set(origins)].filter((one) => isSafe(one, isLocal)).sort();
}

/** `https://{region}.example.com` of a server's URL; none where it has user information, which is never sent. */
function hostOf(url: string): string[] {
  return /^https?:\/\/[^/?#@]+(?=[/?#]|$)/i.exec(url) ?? [];
}

function originOf(host: string): string | undefined {
  return URL.parse(host)?.origin;
}

/** Whether values of its variables, none of them empty, make the one of the other. */
function fits(origin: string, template: string): boolean {
  const [first = '', ...others] = template.split(/\{[^{}]*\}/);
  const last = others.pop() ?? '';
  if (!origin.startsWith(first) || !origin.endsWith(last)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = origin.indexOf(piece, at + 1);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at < origin.length - last.length;
}

function isSafe(origin: string, isLocal: boolean): boolean {
  const url = URL.parse(origin);
  return url?.protocol === 'https:' || (isLocal && url?.protocol === 'http:' && isLoopback(url.hostname));
}

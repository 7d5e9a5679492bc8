import { isLoopback } from '../../request/browser-limits.ts';

/**
 * An address that may take part in signing in: https, or http on this machine, without user information.
 *
 * @returns nothing for any other one
 */
export function endpoint(url: string | undefined): URL | undefined {
  const parsed = URL.parse(url ?? '');
  if (!parsed || parsed.username || parsed.password) return undefined;
  if (parsed.protocol === 'https:') return parsed;
  return parsed.protocol === 'http:' && isLoopback(parsed.hostname) ? parsed : undefined;
}

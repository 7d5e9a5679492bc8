import { plainHeaderText } from './header-secrets.ts';
import type { HttpRequest } from './http-request.ts';
import type { ValueProblem } from './values.ts';

/** Names that script may not set (Fetch standard, "forbidden request-header"). */
const FORBIDDEN = new Set(
  (
    'accept-charset accept-encoding access-control-request-headers access-control-request-method ' +
    'access-control-request-private-network connection content-length cookie cookie2 date dnt expect host ' +
    'keep-alive origin referer set-cookie te trailer transfer-encoding upgrade via'
  ).split(' '),
);

/**
 * What stops a page, but not a program, from sending a request: its `fetch` would throw, or drop a header
 * without a word.
 *
 * @param page - the address of the page that would send it
 * @see Fetch standard, "forbidden method", "forbidden request-header"; Mixed Content, section 5.2
 */
export function browserProblems(request: HttpRequest, page: string): ValueProblem[] {
  const problems: ValueProblem[] = [];
  const { method, url, body } = request;
  if (/^(?:connect|trace|track)$/i.test(method)) {
    problems.push({ kind: 'problem', code: 'method-forbidden', field: { kind: 'method' }, found: method });
  }
  if (body && /^(?:get|head)$/i.test(method)) {
    problems.push({ kind: 'problem', code: 'body-on-get', field: { kind: 'body' }, found: method });
  }
  for (const header of request.headers) {
    if (!isForbidden(header.name, 'value' in header ? header.value : '')) continue;
    const names = header.name === 'Cookie' ? cookieNames(plainHeaderText(header)) : [];
    const fields =
      names.length > 0
        ? names.map((name) => ({ in: 'cookie', name }) as const)
        : [{ in: 'header', name: header.name } as const];
    for (const field of fields) {
      problems.push({
        kind: 'problem',
        code: 'header-forbidden',
        field: { kind: 'parameter', ...field },
        found: header.name,
      });
    }
  }
  if (isInsecure(url, page))
    problems.push({ kind: 'problem', code: 'insecure-server', field: { kind: 'server' }, found: url });
  return problems;
}

function isForbidden(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (FORBIDDEN.has(lower) || /^(?:proxy-|sec-)/.test(lower)) return true;
  const tunnels = /^x-(?:http-method(?:-override)?|method-override)$/.test(lower);
  return tunnels && value.split(',').some((method) => /^(?:connect|trace|track)$/i.test(method.trim()));
}

function cookieNames(text: string): string[] {
  return text.split('; ').map((pair) => pair.slice(0, Math.max(0, pair.indexOf('='))));
}

/** Plain http from an https page; hosts that are this machine are trusted all the same. */
function isInsecure(url: string, page: string): boolean {
  const target = URL.parse(url);
  if (URL.parse(page)?.protocol !== 'https:' || target?.protocol !== 'http:') return false;
  return !isLoopback(target.hostname);
}

/** Whether a host is this machine: browsers reach it without a network and trust it without TLS. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

import { visibleText } from '../../diagnostics/visible-text.ts';
import type { NoReply, Reply } from './ask.ts';
import type { Fault } from './fault.ts';
import type { Probe } from './probe.ts';
import { isSimpleMethod } from './safelist.ts';

const ORIGIN = 'Access-Control-Allow-Origin';
const METHODS = 'Access-Control-Allow-Methods';
const HEADERS = 'Access-Control-Allow-Headers';
const EXPOSE = 'Access-Control-Expose-Headers';

/** Whether a browser asks before it sends. */
export function needsPreflight({ method, headers }: Pick<Probe, 'method' | 'headers'>): boolean {
  return headers.length > 0 || !isSimpleMethod(method);
}

/**
 * What keeps a page from sending the request, by the answer to its preflight.
 *
 * @see Fetch standard, "CORS-preflight fetch" and "CORS check"; credentials are never included
 */
export function judgePreflight(probe: Probe, reply: Reply | NoReply, origin: string): Fault[] {
  if (reply.kind === 'no-reply') return [connectionFault(probe.url, reply)];
  const redirect = redirectFault(probe.url, reply);
  if (redirect) return [redirect];
  if (reply.status < 200 || reply.status > 299) return [statusFault(reply)];
  return [
    ...originFaults(reply, origin),
    ...methodFaults(probe, reply),
    ...headerFaults(probe, reply),
    ...varyFaults(reply),
  ];
}

/** What keeps a page from reading the answer to a request that was sent without a key. */
export function judgeAnswer(probe: Probe, reply: Reply | NoReply, origin: string): Fault[] {
  if (reply.kind === 'no-reply') return [connectionFault(probe.url, reply)];
  const redirect = redirectFault(probe.url, reply);
  if (redirect) return [redirect];
  const isRefusal = reply.status >= 400;
  const faults = originFaults(reply, origin).map((fault): Fault => {
    const what = isRefusal ? `The answer ${reply.status}, sent without a key,` : `The answer ${reply.status}`;
    const loss = isRefusal ? 'Readers are told of a failed connection in place of the error.' : '';
    const message = `${what} can't be read by the page: ${fault.message}${loss && ` ${loss}`}`;
    return { ...fault, code: 'answer-origin', severity: isRefusal ? 'warning' : 'error', message };
  });
  return faults.length > 0 || isRefusal ? faults : exposeFaults(probe, reply);
}

/** The values of a header: one that came twice, and one that is a list, alike. */
function values(reply: Reply, header: string): string[] {
  return reply.headers.flatMap(([name, value]) => (name === header.toLowerCase() ? value : []));
}

function list(reply: Reply, header: string): string[] {
  return values(reply, header).flatMap((value) => value.split(',').flatMap((item) => item.trim() || []));
}

function originFaults(reply: Reply, origin: string): Fault[] {
  const given = values(reply, ORIGIN);
  const [value = ''] = given;
  const fix = `Answer with ${ORIGIN}: ${origin}`;
  if (given.length === 0) {
    return [error('origin-missing', `The answer has no ${ORIGIN}.`, fix, ORIGIN)];
  }
  if (given.length > 1 || value.includes(',')) {
    const message = `The answer names ${given.length > 1 ? `${ORIGIN} ${given.length} times` : 'several origins'}: ${shown(given)}. A browser takes one alone.`;
    return [error('origin-several', message, `${fix}, once: two places may be adding it.`, ORIGIN)];
  }
  if (value.trim() === '*' || value.trim() === origin) return [];
  const near = value.trim().replace(/\/+$/, '').toLowerCase() === origin;
  const why = near ? ' It must be the same to the letter, without a slash at its end.' : '';
  return [error('origin-other', `${ORIGIN} is ${shown(given)}, not ${origin}.${why}`, fix, ORIGIN)];
}

function methodFaults({ method }: Probe, reply: Reply): Fault[] {
  const allowed = list(reply, METHODS);
  // Browsers write these in capitals, and any other method as it is.
  const sent = /^(?:delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method;
  if (isSimpleMethod(sent) || allowed.includes('*') || allowed.includes(sent)) return [];
  const spelt = allowed.find((one) => one.toLowerCase() === sent.toLowerCase());
  const message = spelt
    ? `${METHODS} has ${visibleText(spelt)}, but methods are compared to the letter: ${sent}.`
    : `${METHODS} ${allowed.length > 0 ? `is ${shown(allowed)}` : 'is missing'}; ${sent} is not allowed.`;
  return [error('method-missing', message, `Add ${sent} to ${METHODS}.`, METHODS)];
}

function headerFaults({ headers, optional }: Probe, reply: Reply): Fault[] {
  const allowed = list(reply, HEADERS).map((name) => name.toLowerCase());
  const all = allowed.includes('*');
  const missing = headers.filter((name) => !allowed.includes(name) && (!all || name === 'authorization'));
  const faultOf = (names: readonly string[], severity: Fault['severity']): Fault[] => {
    if (names.length === 0) return [];
    const star = all && names.includes('authorization') ? ` A "*" doesn't stand for authorization.` : '';
    const what = allowed.length > 0 ? `is ${shown(allowed)}` : 'is missing';
    const only = severity === 'warning' ? ', which only some requests have' : '';
    return [
      {
        code: 'header-missing',
        severity,
        header: HEADERS,
        message: `${HEADERS} ${what}; it lacks ${names.join(', ')}${only}.${star}`,
        fix: `Add ${names.join(', ')} to ${HEADERS}.`,
      },
    ];
  };
  return [
    ...faultOf(
      missing.filter((name) => !optional.includes(name)),
      'error',
    ),
    ...faultOf(
      missing.filter((name) => optional.includes(name)),
      'warning',
    ),
  ];
}

/** An answer for one origin, kept by a cache, would be given to the pages of another. */
function varyFaults(reply: Reply): Fault[] {
  const [value = '*'] = values(reply, ORIGIN);
  const vary = list(reply, 'Vary').map((name) => name.toLowerCase());
  if (value.trim() === '*' || vary.includes('origin') || vary.includes('*')) return [];
  const message = `${ORIGIN} names one origin, but Vary doesn't name Origin: a cache may give the answer to other sites.`;
  return [{ code: 'vary-missing', severity: 'warning', message, fix: 'Add Vary: Origin.', header: 'Vary' }];
}

function exposeFaults({ exposed }: Probe, reply: Reply): Fault[] {
  const seen = list(reply, EXPOSE).map((name) => name.toLowerCase());
  const missing = exposed.filter((name) => !seen.includes(name));
  if (missing.length === 0 || seen.includes('*')) return [];
  const message = `The description names answer headers that the page can't see: ${missing.join(', ')}.`;
  const fix = `Answer with ${EXPOSE}: ${missing.join(', ')}`;
  return [{ code: 'expose-missing', severity: 'warning', message, fix, header: EXPOSE }];
}

function statusFault({ status }: Reply): Fault {
  const why =
    status === 401 || status === 403
      ? 'Browsers send no key with a preflight: let OPTIONS through before keys are checked.'
      : status === 404 || status === 405 || status === 501
        ? 'The server has no answer for OPTIONS: let the gateway in front of it answer preflights.'
        : 'A preflight counts only with a status from 200 to 299.';
  return error('preflight-status', `The preflight was answered with ${status}.`, why);
}

function redirectFault(url: string, reply: Reply): Fault | undefined {
  if (reply.status < 300 || reply.status > 399 || reply.status === 304) return undefined;
  const [location = ''] = values(reply, 'Location');
  const target = URL.parse(location, url);
  const from = new URL(url);
  const to = target ? visibleText(target.href) : 'nowhere';
  const slashed = target && withoutSlash(target) === withoutSlash(from) && target.pathname !== from.pathname;
  const secured = target && target.host === from.host && target.protocol === 'https:' && from.protocol === 'http:';
  const fix = slashed
    ? `Only the slash at the end differs: write the path ${from.pathname.endsWith('/') ? 'without' : 'with'} it in the description.`
    : secured
      ? 'Write the server with https:// in the description.'
      : 'Write the address that it leads to in the description.';
  const message = `${visibleText(url)} is redirected (${reply.status}) to ${to}. A preflight follows no redirect, and the console none with a key.`;
  return error('redirect', message, fix);
}

function withoutSlash({ origin, pathname }: URL): string {
  return origin + pathname.replace(/\/$/, '');
}

function connectionFault(url: string, { code, message }: NoReply): Fault {
  const { hostname, host } = new URL(url);
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return error(
        'dns',
        `${hostname} has no address (${code}).`,
        'Correct the server in the description, or its DNS entry.',
      );
    case 'ECONNREFUSED':
      return error(
        'refused',
        `Nothing listens at ${host}.`,
        'Start the server, or correct its port in the description.',
      );
    case 'TIMEOUT':
    case 'ETIMEDOUT':
      return error('timeout', `${host}: ${visibleText(message)}.`, 'See whether a firewall keeps this machine out.');
    case 'CERT_HAS_EXPIRED':
      return error('tls-expired', `The certificate of ${hostname} has expired.`, 'Renew it.');
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return error('tls-name', `The certificate is not for ${hostname}.`, 'Install one that names this host.');
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return error(
        'tls-untrusted',
        `Browsers don't trust the certificate of ${hostname} (${code}).`,
        'Install one of a public authority, with all certificates in between.',
      );
    default:
      return /^(?:ERR_SSL|ERR_TLS|EPROTO|CERT_)/.test(code)
        ? error(
            'tls',
            `No secure connection to ${host}: ${visibleText(message)}.`,
            'Check the TLS settings of the server.',
          )
        : error(
            'connection',
            `The connection to ${host} failed: ${visibleText(message)}.`,
            'Check the server and what is in front of it.',
          );
  }
}

function shown(parts: readonly string[]): string {
  return visibleText(parts.join(', ')).slice(0, 200);
}

function error(code: Fault['code'], message: string, fix: string, header?: string): Fault {
  return { code, severity: 'error', message, fix, ...(header ? { header } : {}) };
}

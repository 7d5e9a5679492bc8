import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { isSecretParameter, isSecretVariable } from '../model/secret-names.ts';
import { decodePercent } from './match.ts';

/** What of the address of an operation's calls may stand in a log. */
export interface Shown {
  /** The query parameters whose values may. */
  readonly names: readonly string[];
  /** By the segments of the path, from the last to the first: whether one may not. Further ones are the server's. */
  readonly hidden: readonly boolean[];
  readonly hidesServer: boolean;
}

export function shownOf(api: Api, { parameters, path, servers }: Operation): Shown {
  const secret = parameters.filter((parameter) => isSecretParameter(api, parameter));
  const inPath = secret.filter(({ in: place }) => place === 'path');
  const [template = ''] = path.split(/[?#]/);
  const segments = template.split('/').slice(1).reverse();
  return {
    names: parameters.flatMap((one) => (one.in === 'query' && !secret.includes(one) ? one.name : [])),
    hidden: segments.map((segment) => inPath.some(({ name }) => segment.includes(`{${name}}`))),
    hidesServer: servers.some(({ variables }) => variables.some(isSecretVariable)),
  };
}

const NOTHING_KNOWN: Shown = { names: [], hidden: [], hidesServer: false };

/** A path and query for a log. Whatever isn't known to be harmless is masked. */
export function shownPath({ pathname, search }: URL, { names, hidden, hidesServer }: Shown = NOTHING_KNOWN): string {
  const segments = pathname.split('/').reverse();
  const path = segments
    .map((segment, at) => (segment !== '' && (hidden[at] ?? hidesServer) ? '***' : segment))
    .reverse()
    .join('/');
  const pairs = search.slice(1).split('&').filter(Boolean);
  const shown = pairs.map((pair) => {
    const [name = '', value] = pair.split('=');
    const [root = ''] = decodePercent(name).split('[');
    if (names.includes(root)) return pair;
    // A text alone may be the secret itself.
    return value === undefined ? '***' : `${name}=***`;
  });
  return shown.length > 0 ? `${path}?${shown.join('&')}` : path;
}

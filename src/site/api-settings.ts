import { nearest } from '../diagnostics/nearest.ts';
import type { Api } from '../model/api.ts';
import type { SecurityScheme } from '../model/security-scheme.ts';
import type { Server } from '../model/server.ts';
import { RESERVED, slug } from '../views/slugs.ts';
import { apiOrigins } from './csp.ts';
import { localized } from './localized-text.ts';
import { type Check, isText, type OptionFault, wrong } from './option-checks.ts';
import type { ApiOptions } from './options.ts';

/** The option `apis`. */
export interface ApiSettings {
  readonly [id: string]: ApiOptions;
}

/** The APIs under the titles and with the servers that their owner gives them. */
export function settledApis(apis: readonly Api[], settings: ApiSettings, locale: string): readonly Api[] {
  return apis.map((api) => {
    const { title, servers, clients, env, oauth } = settingsOf(settings, api);
    const titled: Api = {
      ...api,
      ...(title === undefined ? {} : { title: localized(title, locale) }),
      ...(clients ? { clients: [...new Set([...(api.clients ?? []), ...clients])] } : {}),
      securitySchemes: api.securitySchemes.map((scheme) => settledScheme(scheme, env, oauth)),
    };
    return servers === undefined ? titled : withServers(titled, servers);
  });
}

function settledScheme(
  scheme: SecurityScheme,
  names: ApiOptions['env'] = {},
  clients: ApiOptions['oauth'] = {},
): SecurityScheme {
  const variable = Object.hasOwn(names, scheme.id) ? names[scheme.id] : undefined;
  const client = Object.hasOwn(clients, scheme.id) ? clients[scheme.id] : undefined;
  return { ...scheme, ...(variable === undefined ? {} : { variable }), ...(client ? { client } : {}) };
}

/** An operation that none of the chosen servers answers keeps its own. */
function withServers(api: Api, urls: readonly string[]): Api {
  const chosen = (servers: readonly Server[]): readonly Server[] => {
    const kept = servers.filter(({ url }) => urls.includes(url));
    return kept.length > 0 ? kept : servers;
  };
  return {
    ...api,
    servers: chosen(api.servers),
    operations: api.operations.map((operation) => ({ ...operation, servers: chosen(operation.servers) })),
  };
}

/** The origins the console may send to, sorted, each once. */
export function consoleOrigins(apis: readonly Api[], settings: ApiSettings): string[] {
  const origins = apis.flatMap((api) => settingsOf(settings, api).connect ?? apiOrigins([api]));
  return [...new Set(origins)].sort();
}

/** Servers that an owner chose and a description doesn't have. */
export function strangeServers(apis: readonly Api[], settings: ApiSettings): OptionFault[] {
  return apis.flatMap((api) => {
    const known = [...new Set([api, ...api.operations].flatMap(({ servers }) => servers.map(({ url }) => url)))];
    return (settingsOf(settings, api).servers ?? []).flatMap((url, index): OptionFault[] => {
      if (known.includes(url)) return [];
      const message = `The option "apis" of curlew shows the server ${url} of "${api.id}", but the description has none of that URL.`;
      const better = nearest(url, known);
      const fix = better ? `Did you mean "${better}"?` : `Use one of ${known.join(', ')}.`;
      return [{ code: 'option-wrong', path: ['apis', api.id, 'servers', index], message, fix }];
    });
  });
}

/** Security schemes that an owner names a variable or a client for and a description doesn't have. */
export function strangeSchemes(apis: readonly Api[], settings: ApiSettings): OptionFault[] {
  return apis.flatMap((api) => {
    const { env = {}, oauth = {} } = settingsOf(settings, api);
    const all = api.securitySchemes.map(({ id }) => id);
    const withLogin = api.securitySchemes.flatMap(({ id, kind }) =>
      kind === 'oauth2' || kind === 'openIdConnect' ? id : [],
    );
    return [
      ...strangeNames(api.id, 'env', Object.keys(env), all, 'a variable for the security scheme'),
      ...strangeNames(api.id, 'oauth', Object.keys(oauth), withLogin, 'a client for the OAuth scheme'),
    ];
  });
}

/** @param what - what the option names for each, as the sentence has it */
function strangeNames(
  api: string,
  option: keyof ApiOptions,
  names: readonly string[],
  known: readonly string[],
  what: string,
): OptionFault[] {
  const all = known.length > 0 ? `Use one of ${known.join(', ')}.` : 'Remove it.';
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const better = nearest(name, known);
      return {
        code: 'option-wrong',
        path: ['apis', api, option, name],
        message: `The option "apis" of curlew names ${what} "${name}" of "${api}", but the description has none of that name.`,
        fix: better ? `Did you mean "${better}"?` : all,
      };
    });
}

/** The places that the owner chose, below `/reference/`, by API. */
export function pinnedPaths(settings: ApiSettings): ReadonlyMap<string, string> {
  const known = pinned.get(settings);
  if (known) return known;
  const paths = new Map(Object.entries(settings).flatMap(([id, { path }]) => (path === undefined ? [] : [[id, path]])));
  pinned.set(settings, paths);
  return paths;
}

/** One map for one site, so that places worked out with it can be kept. */
const pinned = new WeakMap<ApiSettings, ReadonlyMap<string, string>>();

/** What is set for an API; for a version, what is set for all versions goes along where it has nothing else. */
export function settingsOf(settings: ApiSettings, { id, edition }: Pick<Api, 'id' | 'edition'>): ApiOptions {
  const given = (name: string): ApiOptions => (Object.hasOwn(settings, name) ? settings[name] : undefined) ?? {};
  return edition ? { ...given(edition.api), ...given(id) } : given(id);
}

/** Checks that a path is one name as our own addresses have them, and none that pages of ours need. */
export const apiPath: Check = (value, path) => {
  if (isText(value) && slug(value) === value) return [];
  const wanted = `a name for addresses, such as "pets", and none of ${[...RESERVED].join(', ')}`;
  const fault = wrong(path, value, wanted);
  const better = isText(value) && /[\p{L}\p{N}]/u.test(value) && !RESERVED.has(value) ? slug(value) : undefined;
  return [better === undefined ? fault : { ...fault, fix: `Did you mean "${better}"?` }];
};

/** Two APIs at one place. @param ids - the names that the APIs have in options, in their order */
export function pathsTwice(ids: readonly string[], settings: ApiSettings): OptionFault[] {
  const places = new Map<string, string>();
  const pinned = (id: string): string | undefined => settingsOf(settings, { id }).path;
  // Those without a setting first: the fault is with who chose a place.
  for (const id of ids) if (pinned(id) === undefined) places.set(slug(id), id);
  return ids.flatMap((id): OptionFault[] => {
    const path = pinned(id);
    if (path === undefined) return [];
    const other = places.get(path);
    places.set(path, other ?? id);
    if (other === undefined) return [];
    const message = `The option "apis" of curlew puts "${id}" at /reference/${path}/, where "${other}" is.`;
    return [{ code: 'option-wrong', path: ['apis', id, 'path'], message, fix: 'Choose another path for one of them.' }];
  });
}

import type { SiteMessages } from '../i18n/en.ts';
import { fill } from '../i18n/translate.ts';
import type { Api } from '../model/api.ts';
import { showInvisibles } from '../model/invisibles.ts';
import type { OAuthFlow, SecurityScheme } from '../model/security-scheme.ts';
import type { Phrase } from './schema-words.ts';
import { uniqueSlugs } from './slugs.ts';

/** What a security scheme is: `API key in the header X-Key`, `Bearer token in the header Authorization · JWT`. */
export function schemeWords(scheme: SecurityScheme, text: SiteMessages): Phrase {
  switch (scheme.kind) {
    case 'apiKey': {
      const places = { header: text.placeHeader, query: text.placeQuery, cookie: text.placeCookie };
      const [before = '', after = ''] = fill(text.apiKeyIn, { place: places[scheme.in] }).split('{name}');
      return { before, code: scheme.name, after };
    }
    case 'http': {
      const kind = scheme.scheme.toLowerCase();
      if (kind === 'basic') return { before: text.httpBasic };
      if (kind === 'bearer') {
        const [before = '', after = ''] = text.httpBearer.split('{name}');
        const format = scheme.bearerFormat ? ` · ${showInvisibles(scheme.bearerFormat)}` : '';
        return { before, code: 'Authorization', after: after + format };
      }
      const before = showInvisibles(fill(text.httpScheme, { scheme: scheme.scheme }));
      return { before };
    }
    case 'oauth2':
      return { before: text.oauth2 };
    case 'openIdConnect':
      return { before: text.openIdConnect };
    case 'mutualTLS':
      return { before: text.mutualTLS };
  }
}

export function flowName(flow: OAuthFlow, text: SiteMessages): string {
  const names = {
    implicit: text.flowImplicit,
    password: text.flowPassword,
    clientCredentials: text.flowClientCredentials,
    authorizationCode: text.flowAuthorizationCode,
    deviceAuthorization: text.flowDeviceAuthorization,
  };
  return names[flow.kind];
}

/** The addresses of a flow, each with what it is for. */
export function flowLinks(flow: OAuthFlow, text: SiteMessages): { readonly label: string; readonly url: string }[] {
  const links = [
    { label: text.authorizationUrl, url: flow.authorizationUrl },
    { label: text.deviceAuthorizationUrl, url: flow.deviceAuthorizationUrl },
    { label: text.tokenUrl, url: flow.tokenUrl },
    { label: text.refreshUrl, url: flow.refreshUrl },
  ];
  return links.flatMap(({ label, url }) => (url ? [{ label, url }] : []));
}

/** A scope with what its scheme says of it. */
export interface ScopeWords {
  readonly name: string;
  readonly description: string;
}

/**
 * The scopes of a scheme, each once.
 *
 * @param wanted - those that an operation asks for; all declared ones when left out
 */
export function scopesOf(scheme: SecurityScheme, wanted?: readonly string[]): ScopeWords[] {
  const declared = new Map<string, string>();
  for (const flow of scheme.kind === 'oauth2' ? scheme.flows : []) {
    for (const { name, description } of flow.scopes) {
      const before = declared.get(name);
      if (!before) declared.set(name, description);
      else if (description && !before.includes(description)) declared.set(name, `${before} ${description}`);
    }
  }
  const names = wanted ?? [...declared.keys()];
  return names.map((name) => ({ name, description: declared.get(name) ?? '' }));
}

const ids = new WeakMap<Api, ReadonlyMap<string, string>>();

/** The id of a scheme's section on the overview. */
export function schemeId(api: Api, scheme: SecurityScheme): string {
  const known = ids.get(api) ?? uniqueSlugs(api.securitySchemes.map(({ id }) => ({ key: id, name: id, identity: id })));
  ids.set(api, known);
  return `security-${known.get(scheme.id)}`;
}

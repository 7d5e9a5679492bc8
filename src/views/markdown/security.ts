import type { Operation } from '../../model/operation.ts';
import type { SecurityScheme } from '../../model/security-scheme.ts';
import { flowLinks, flowName, schemeWords, scopesOf } from '../security-words.ts';
import { type Block, code, inline, item, line, list, plain } from './encode.ts';
import { phrases } from './facts.ts';
import { fieldName } from './fields.ts';
import { outbound, type TwinContext } from './twin.ts';

/** The ways to authorize, of which one is enough; all schemes of one way are needed together. */
export function authorization(twin: TwinContext, { security }: Operation): Block[] {
  const { api, text } = twin;
  const byId = new Map(api.securitySchemes.map((scheme) => [scheme.id, scheme]));
  const needed = security.filter(({ schemes }) => schemes.length > 0);
  if (needed.length === 0) return line(text.noAuthorization);
  const rows = needed.flatMap(({ schemes }) => {
    const own = schemes.map(({ id, scopes }) => {
      const scheme = byId.get(id);
      return scheme ? schemeItem(twin, scheme, scopes) : unknownScheme(twin, id, scopes);
    });
    const names = schemes.map(({ id }) => plain(id)).join(' + ');
    return own.length === 1 ? own : [item([...line(names, `· ${text.authorizationTogether}`), ...list(own)])];
  });
  return [
    ...(needed.length < security.length ? line(text.authorizationOptional) : []),
    ...(needed.length > 1 ? line(text.authorizationAlternatives) : []),
    ...list(rows),
  ];
}

function unknownScheme({ text }: TwinContext, id: string, scopes: readonly string[]): string {
  return item([
    ...line(fieldName(id), text.schemeMissing),
    ...(scopes.length > 0 ? line(text.scopes, ...scopes.map(code)) : []),
  ]);
}

/** @param scopes - those that an operation asks for; left out where the scheme itself is described */
export function schemeItem(twin: TwinContext, scheme: SecurityScheme, scopes?: readonly string[]): string {
  const { text, prose } = twin;
  const [words] = phrases([schemeWords(scheme, text)]);
  const shown = scopesOf(scheme, scopes);
  return item([
    ...line(fieldName(scheme.id), words?.text, scheme.deprecated && `· ${text.deprecated}`),
    ...(scheme.description ? prose(scheme.description, true) : []),
    ...(scheme.kind === 'openIdConnect' && scheme.openIdConnectUrl
      ? line(text.discoveryUrl, outbound(twin, scheme.openIdConnectUrl))
      : []),
    ...(scheme.kind === 'oauth2' && scheme.metadataUrl
      ? line(text.metadataUrl, outbound(twin, scheme.metadataUrl))
      : []),
    ...(scheme.kind === 'oauth2' ? scheme.flows : []).flatMap((flow) => [
      ...line(flowName(flow, text)),
      ...flowLinks(flow, text).flatMap(({ label, url }) => line(label, outbound(twin, url))),
    ]),
    ...(shown.length > 0
      ? [
          ...line(text.scopes),
          ...list(shown.map(({ name, description }) => item(line(code(name), description && inline(description))))),
        ]
      : []),
  ]);
}

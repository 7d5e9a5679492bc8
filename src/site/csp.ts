import type { Api } from '../model/api.ts';

/**
 * The origins a console may send to when the owner names none: the https origins of servers without a
 * variable in their host, and of what signing in asks: token, device and metadata URLs.
 *
 * @returns sorted, each once
 */
export function apiOrigins(apis: readonly Api[]): string[] {
  const origins = new Set<string>();
  const add = (url: string | undefined): void => {
    // A server with user information is never sent to.
    if (!url || !/^https:\/\/[^/?#{}@]+(?:[/?#]|$)/i.test(url)) return;
    const plain = url.replace(/[{}]/g, '');
    if (URL.canParse(plain)) origins.add(new URL(plain).origin);
  };
  for (const api of apis) {
    for (const server of [...api.servers, ...api.operations.flatMap((operation) => operation.servers)]) add(server.url);
    for (const scheme of api.securitySchemes) {
      if (scheme.kind === 'openIdConnect') add(scheme.openIdConnectUrl);
      if (scheme.kind !== 'oauth2') continue;
      add(scheme.metadataUrl);
      for (const flow of scheme.flows)
        for (const url of [flow.tokenUrl, flow.refreshUrl, flow.deviceAuthorizationUrl]) add(url);
    }
  }
  return [...origins].sort();
}

/**
 * The Content-Security-Policy of every page, for a meta element. What a meta element can't say
 * (`frame-ancestors`) goes into header files.
 *
 * @param connect - origins beside our own that the console may send to
 * @see https://www.w3.org/TR/CSP3/
 */
export function pagePolicy(connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

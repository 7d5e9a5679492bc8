import type { Api } from '../model/api.ts';
import type { SecurityRequirement, SecurityScheme } from '../model/security-scheme.ts';
import type { Credential, HttpHeader, QueryCredential } from './http-request.ts';

/** Where the credentials of one alternative go. Mutual TLS has no place in a request and leaves no trace. */
export interface PlacedCredentials {
  readonly headers: readonly HttpHeader[];
  readonly query: readonly QueryCredential[];
  /** Cookies, with the name as sent. */
  readonly cookies: readonly { readonly name: string; readonly credential: Credential }[];
}

/** The schemes of one alternative, in its order; an id that nothing declares is passed over. */
export function requiredSchemes(api: Api, requirement: SecurityRequirement | undefined): SecurityScheme[] {
  return (requirement?.schemes ?? []).flatMap(({ id }) => api.securitySchemes.find((scheme) => scheme.id === id) ?? []);
}

export function placeCredentials(api: Api, requirement: SecurityRequirement | undefined): PlacedCredentials {
  const schemes = requiredSchemes(api, requirement);
  const headers: HttpHeader[] = [];
  const query: QueryCredential[] = [];
  const cookies: { name: string; credential: Credential }[] = [];
  for (const scheme of schemes) {
    // A request has one `Authorization` (RFC 9110, section 11.6.2): the first scheme that needs it has it.
    const isTaken = scheme.kind !== 'apiKey' && headers.some(({ name }) => name === 'Authorization');
    if (isTaken) continue;
    const kinds = schemes.filter((other) => kindOf(other) === kindOf(scheme));
    const credential = {
      scheme: scheme.id,
      form: kindOf(scheme) === 'BASIC_AUTH' ? 'basic' : 'raw',
      variable:
        scheme.variable ?? variableName(api.edition?.api ?? api.id, kinds.length > 1 ? scheme.id : kindOf(scheme)),
    } as const;
    switch (scheme.kind) {
      case 'apiKey':
        if (scheme.in === 'header') headers.push({ name: scheme.name, prefix: '', credential });
        else if (scheme.in === 'query') query.push({ name: scheme.name, credential });
        else cookies.push({ name: scheme.name, credential });
        break;
      case 'http':
        headers.push({ name: 'Authorization', prefix: `${schemeName(scheme.scheme)} `, credential });
        break;
      case 'oauth2':
      case 'openIdConnect':
        headers.push({ name: 'Authorization', prefix: 'Bearer ', credential });
        break;
      case 'mutualTLS':
        break;
    }
  }
  return { headers, query, cookies };
}

function kindOf(scheme: SecurityScheme): string {
  if (scheme.kind === 'apiKey') return 'API_KEY';
  if (scheme.kind === 'http' && scheme.scheme.toLowerCase() === 'basic') return 'BASIC_AUTH';
  // Its certificate is no value that a sample reads.
  if (scheme.kind === 'mutualTLS') return 'CERTIFICATE';
  return 'TOKEN';
}

/** The spelling of the registry for the two that everyone uses; schemes are case-insensitive (RFC 9110, 11.1). */
function schemeName(scheme: string): string {
  const known = ['Bearer', 'Basic'].find((name) => name.toLowerCase() === scheme.toLowerCase());
  return known ?? scheme;
}

/** `apigpt` and `API_KEY` → `APIGPT_API_KEY`: a name every shell takes. */
function variableName(apiId: string, kind: string): string {
  const words = `${apiId}_${kind}`
    .toUpperCase()
    .replace(/[^A-Z\d]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[A-Z]/.test(words) ? words : `API_${words}`;
}

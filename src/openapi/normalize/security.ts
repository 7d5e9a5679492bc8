import type { OAuthFlow, SecurityRequirement, SecurityScheme } from '../../model/security-scheme.ts';
import { child, entries, flagAt, items, type Spot, scalarText, textAt } from '../spot.ts';
import { type Context, mapEntries, present } from './context.ts';

/** The alternatives of a `security`; nothing where the key is missing, so that the outer ones apply. */
export function normalizeSecurity(list: Spot | undefined): SecurityRequirement[] | undefined {
  if (list?.node.kind !== 'array') return undefined;
  return items(list).map((alternative) => ({
    schemes: entries(alternative).map(({ key, value }) => ({
      id: key,
      scopes: items(value).flatMap((scope) => scalarText(scope) ?? []),
    })),
  }));
}

const FLOWS: readonly OAuthFlow['kind'][] = [
  'implicit',
  'password',
  'clientCredentials',
  'authorizationCode',
  'deviceAuthorization',
];

function normalizeFlows(flows: Spot | undefined, context: Context): OAuthFlow[] {
  return mapEntries(flows, context).flatMap(({ key, value }) => {
    const kind = FLOWS.find((flow) => flow === key);
    if (!kind) return [];
    return present({
      kind,
      authorizationUrl: textAt(value, 'authorizationUrl'),
      deviceAuthorizationUrl: textAt(value, 'deviceAuthorizationUrl'),
      tokenUrl: textAt(value, 'tokenUrl'),
      refreshUrl: textAt(value, 'refreshUrl'),
      scopes: mapEntries(child(value, 'scopes'), context).map((scope) => ({
        name: scope.key,
        description: scalarText(scope.value) ?? '',
      })),
    });
  });
}

/** A name that every shell takes; anything else would be code in a sample. */
function readVariable(spot: Spot): string | undefined {
  const name = textAt(spot, 'x-curlew-env');
  return name !== undefined && /^[A-Za-z_]\w{0,99}$/.test(name) ? name : undefined;
}

/** @returns nothing for a kind that isn't known, which the structure check tells */
function normalizeScheme(id: string, written: Spot, context: Context): SecurityScheme | undefined {
  const spot = context.references.follow(written);
  if (!spot) return undefined;
  const facts = present({
    id,
    description: textAt(written, 'description') ?? textAt(spot, 'description'),
    deprecated: flagAt(spot, 'deprecated') === true,
    variable: readVariable(spot),
  });
  switch (textAt(spot, 'type')) {
    case 'apiKey': {
      const place = textAt(spot, 'in');
      if (place !== 'header' && place !== 'query' && place !== 'cookie') return undefined;
      return { ...facts, kind: 'apiKey', in: place, name: textAt(spot, 'name') ?? '' };
    }
    case 'http': {
      const bearerFormat = textAt(spot, 'bearerFormat');
      return present({ ...facts, kind: 'http' as const, scheme: textAt(spot, 'scheme') ?? '', bearerFormat });
    }
    case 'oauth2': {
      const flows = normalizeFlows(child(spot, 'flows'), context);
      return present({ ...facts, kind: 'oauth2' as const, flows, metadataUrl: textAt(spot, 'oauth2MetadataUrl') });
    }
    case 'openIdConnect':
      return { ...facts, kind: 'openIdConnect', openIdConnectUrl: textAt(spot, 'openIdConnectUrl') ?? '' };
    case 'mutualTLS':
      return { ...facts, kind: 'mutualTLS' };
    default:
      return undefined;
  }
}

export function normalizeSecuritySchemes(schemes: Spot | undefined, context: Context): SecurityScheme[] {
  return mapEntries(schemes, context).flatMap(({ key, value }) => normalizeScheme(key, value, context) ?? []);
}

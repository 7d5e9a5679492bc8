import type { Api, Contact, License, MissingPathItem } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import type { ApiName } from '../api-names.ts';
import type { References } from '../refs.ts';
import { child, items, rootSpot, type Spot, scalarText, textAt } from '../spot.ts';
import { mapEntries, present } from './context.ts';
import { normalizeExternalDocs } from './external-docs.ts';
import { normalizeOperation } from './operation.ts';
import { operationKeys } from './operation-keys.ts';
import { undeclaredParameters } from './parameter.ts';
import { findLost, findOperations, type Surroundings } from './path-item.ts';
import { openSchemas } from './schemas.ts';
import { normalizeSecurity, normalizeSecuritySchemes } from './security.ts';
import { normalizeServers } from './server.ts';
import { normalizeTags } from './tag.ts';
import { normalizeTagGroups } from './tag-group.ts';

function normalizeContact(spot: Spot | undefined): Contact | undefined {
  if (!spot) return undefined;
  return present({ name: textAt(spot, 'name'), url: textAt(spot, 'url'), email: textAt(spot, 'email') });
}

function normalizeLicense(spot: Spot | undefined): License | undefined {
  if (!spot) return undefined;
  const name = textAt(spot, 'name');
  if (name === undefined) return undefined;
  return present({ name, identifier: textAt(spot, 'identifier'), url: textAt(spot, 'url') });
}

/** The client libraries that show beside plain HTTP. */
function readClients(spot: Spot | undefined): string[] | undefined {
  return spot && items(spot).flatMap((item) => scalarText(item) ?? []);
}

/**
 * The model of a description. It reads whatever has the right form and leaves out the rest, so that checks
 * can look at a broken description too; the structure check tells what was left out.
 */
export function normalizeApi(references: References, { id, edition }: ApiName): Api {
  const root = rootSpot(references.main);
  const here = { references };
  const part = (name: string): Spot | undefined => {
    const spot = child(root, name);
    return spot && references.follow(spot);
  };
  const info = part('info');
  const fact = (key: string): string | undefined => info && textAt(info, key);
  const components = part('components');
  const component = (name: string): Spot | undefined => components && child(components, name);
  const servers = normalizeServers(child(root, 'servers'), here) ?? [{ url: '/', variables: [] }];
  const security = normalizeSecurity(child(root, 'security')) ?? [];
  const itemsIn = (spot: Spot | undefined) => mapEntries(spot, here).filter(({ key }) => !key.startsWith('x-'));
  const operationsIn = (found: ReturnType<typeof itemsIn>, around: Pick<Surroundings, 'servers' | 'security'>) =>
    found.flatMap(({ key, value }) => findOperations(key, value, around, here));
  const lostIn = (found: ReturnType<typeof itemsIn>, kind: MissingPathItem['kind']): MissingPathItem[] =>
    found.flatMap(({ key, value }) => findLost(value, here).map((lost) => ({ kind, name: key, ...lost })));
  const pathItems = itemsIn(child(root, 'paths'));
  const webhookItems = itemsIn(child(root, 'webhooks') ?? child(root, 'x-webhooks'));
  const lost = [...lostIn(pathItems, 'path'), ...lostIn(webhookItems, 'webhook')];
  const ofPaths = operationsIn(pathItems, { servers, security });
  // Servers and security of the API are for requests to it, not from it.
  const ofWebhooks = operationsIn(webhookItems, { servers: [], security: [] });
  const keys = operationKeys(ofPaths, ofWebhooks);
  const { context, collect } = openSchemas(references, keys);
  for (const { value } of mapEntries(component('schemas'), context)) context.keep(value);
  const operations = ofPaths.map((found): Operation => {
    const operation = normalizeOperation(found, keys.of(found), context);
    const undeclared = undeclaredParameters(found.path, operation.parameters);
    return undeclared.length === 0 ? operation : { ...operation, parameters: [...undeclared, ...operation.parameters] };
  });
  const webhooks = ofWebhooks.map((found) => ({
    name: found.path,
    operation: normalizeOperation(found, keys.of(found), context),
  }));
  return present({
    id,
    edition,
    title: fact('title') || id,
    version: fact('version') ?? '',
    summary: fact('summary'),
    description: fact('description'),
    termsOfService: fact('termsOfService'),
    contact: normalizeContact(info && child(info, 'contact')),
    license: normalizeLicense(info && child(info, 'license')),
    externalDocs: normalizeExternalDocs(child(root, 'externalDocs')),
    servers,
    tags: normalizeTags(child(root, 'tags'), [...operations, ...webhooks.map(({ operation }) => operation)], context),
    tagGroups: normalizeTagGroups(child(root, 'x-tagGroups')),
    operations,
    webhooks: webhooks.length > 0 ? webhooks : undefined,
    missingPathItems: lost.length > 0 ? lost : undefined,
    clients: readClients(child(root, 'x-curlew-clients')),
    securitySchemes: normalizeSecuritySchemes(component('securitySchemes'), context),
    schemas: collect(),
  });
}

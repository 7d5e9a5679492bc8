import type { SecurityRequirement } from '../../model/security-scheme.ts';
import type { Server } from '../../model/server.ts';
import { child, entries, type Spot, textAt } from '../spot.ts';
import { type Context, mapEntries } from './context.ts';
import { normalizeServers } from './server.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** What an operation takes from around it. */
export interface Surroundings {
  /** The path item's `parameters`. */
  readonly parameters: Spot | undefined;
  readonly pathSummary: string | undefined;
  readonly pathDescription: string | undefined;
  readonly servers: readonly Server[];
  readonly security: readonly SecurityRequirement[];
}

/** An operation where it stands, not yet read. */
export interface FoundOperation {
  /** As it goes over the wire. */
  readonly method: string;
  /** The path, the name of a webhook, or the expression of a callback. */
  readonly path: string;
  readonly spot: Spot;
  readonly around: Surroundings;
}

/** The item itself and the one its `$ref` leads to; what both have is taken from the first. */
function parts(written: Spot, { references }: Pick<Context, 'references'>): Spot[] {
  const target = references.follow(written);
  return target && target.node !== written.node ? [written, target] : [written];
}

function first<T>(spots: readonly Spot[], pick: (spot: Spot) => T | undefined): T | undefined {
  for (const spot of spots) {
    const found = pick(spot);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every method of the item with its operation, in the order of the file. */
function methods(spots: readonly Spot[], context: Pick<Context, 'references'>): Map<string, Spot> {
  const found = new Map<string, Spot>();
  const add = (method: string, value: Spot): void => {
    const operation = context.references.follow(value);
    if (operation?.node.kind === 'object' && !found.has(method)) found.set(method, operation);
  };
  for (const spot of spots) {
    for (const { key, value } of entries(spot)) {
      if (METHODS.includes(key)) add(key.toUpperCase(), value);
      // Their names go over the wire as they are written.
      if (key === 'additionalOperations') for (const entry of mapEntries(value, context)) add(entry.key, entry.value);
    }
  }
  return found;
}

/** The operations of one path item. */
export function findOperations(
  path: string,
  written: Spot,
  around: Pick<Surroundings, 'servers' | 'security'>,
  context: Pick<Context, 'references'>,
): FoundOperation[] {
  const spots = parts(written, context);
  const servers = normalizeServers(
    first(spots, (spot) => child(spot, 'servers')),
    context,
  );
  const surroundings: Surroundings = {
    parameters: first(spots, (spot) => child(spot, 'parameters')),
    pathSummary: first(spots, (spot) => textAt(spot, 'summary')),
    pathDescription: first(spots, (spot) => textAt(spot, 'description')),
    servers: servers ?? around.servers,
    security: around.security,
  };
  return [...methods(spots, context)].map(([method, spot]) => ({ method, path, spot, around: surroundings }));
}

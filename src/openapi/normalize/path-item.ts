import type { Operation } from '../../model/operation.ts';
import { child, entries, type Spot, textAt } from '../spot.ts';
import { type Context, mapEntries } from './context.ts';
import { normalizeOperation, type Surroundings } from './operation.ts';
import { normalizeServers } from './server.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** The item itself and the one its `$ref` leads to; what both have is taken from the first. */
function parts(written: Spot, context: Context): Spot[] {
  const target = context.references.follow(written);
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
function methods(spots: readonly Spot[], context: Context): Map<string, Spot> {
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

/** The operations of one path. */
export function normalizePathItem(
  path: string,
  written: Spot,
  around: Pick<Surroundings, 'servers' | 'security'>,
  context: Context,
): Operation[] {
  const spots = parts(written, context);
  const surroundings: Surroundings = {
    path,
    parameters: first(spots, (spot) => child(spot, 'parameters')),
    summary: first(spots, (spot) => textAt(spot, 'summary')),
    description: first(spots, (spot) => textAt(spot, 'description')),
    servers:
      normalizeServers(
        first(spots, (spot) => child(spot, 'servers')),
        context,
      ) ?? around.servers,
    security: around.security,
  };
  return [...methods(spots, context)].map(([method, spot]) => normalizeOperation(spot, method, surroundings, context));
}

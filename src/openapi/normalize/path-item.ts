import type { SecurityRequirement } from '../../model/security-scheme.ts';
import type { Server } from '../../model/server.ts';
import { MAX_CHAIN, referenceIn } from '../refs.ts';
import { child, entries, type Spot, textAt } from '../spot.ts';
import { type Context, mapEntries } from './context.ts';
import { normalizeServers } from './server.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** What an operation takes from around it. */
export interface Surroundings {
  /** The path item's `parameters`, those that its `$ref` leads to first: what comes later counts. */
  readonly parameters: readonly Spot[];
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

/** A method of a path item, or all of it, whose reference leads nowhere. */
export interface LostOperation {
  readonly method?: string;
  /** The reference as written. */
  readonly missing: string;
}

/** The item itself and those that `$ref` after `$ref` leads to; what several have is taken from the first. */
export function pathItemParts(written: Spot, { references }: Pick<Context, 'references'>): Spot[] {
  const found = [written];
  if (!references.follow(written)) return found;
  let current = written;
  while (found.length < MAX_CHAIN) {
    const reference = referenceIn(current);
    const next = reference && references.resolve(reference);
    if (!next) break;
    found.push(next);
    current = next;
  }
  return found;
}

function first<T>(spots: readonly Spot[], pick: (spot: Spot) => T | undefined): T | undefined {
  for (const spot of spots) {
    const found = pick(spot);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every method of the item as written, in the order of the file. */
function methods(spots: readonly Spot[], context: Pick<Context, 'references'>): Map<string, Spot> {
  const found = new Map<string, Spot>();
  const add = (method: string, value: Spot): void => {
    const before = found.get(method);
    if (value.node.kind === 'object' && !(before && context.references.follow(before))) found.set(method, value);
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
  const spots = pathItemParts(written, context);
  const servers = normalizeServers(
    first(spots, (spot) => child(spot, 'servers')),
    context,
  );
  const surroundings: Surroundings = {
    parameters: spots.toReversed().flatMap((spot) => child(spot, 'parameters') ?? []),
    pathSummary: first(spots, (spot) => textAt(spot, 'summary')),
    pathDescription: first(spots, (spot) => textAt(spot, 'description')),
    servers: servers ?? around.servers,
    security: around.security,
  };
  return [...methods(spots, context)].flatMap(([method, value]) => {
    const spot = context.references.follow(value);
    return spot?.node.kind === 'object' ? { method, path, spot, around: surroundings } : [];
  });
}

/** What of a path item leads nowhere: the item's own reference, then those of its operations. */
export function findLost(written: Spot, context: Pick<Context, 'references'>): LostOperation[] {
  const whole = context.references.lost(written);
  const ofMethods = [...methods(pathItemParts(written, context), context)].flatMap(([method, value]) => {
    const missing = context.references.lost(value);
    return missing === undefined ? [] : { method, missing };
  });
  return [...(whole === undefined ? [] : [{ missing: whole }]), ...ofMethods];
}

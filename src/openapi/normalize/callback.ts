import type { Callback } from '../../model/operation.ts';
import { operationKey } from '../../model/operation-key.ts';
import { entries, type Spot } from '../spot.ts';
import { type Context, mapEntries, present } from './context.ts';
import { normalizeOperation } from './operation.ts';
import { findLost, findOperations } from './path-item.ts';

/** Callbacks of callbacks are read this deep: by references they may go on for ever. */
const MAX_DEPTH = 3;

/**
 * The requests that an operation makes its caller receive, in the order of the file. They go to the caller, so
 * servers and security of the API are not theirs.
 *
 * @param inside - the operations that are being read, the one with these callbacks last
 */
export function normalizeCallbacks(
  callbacks: Spot | undefined,
  context: Context,
  inside: readonly Spot['node'][],
): Callback[] | undefined {
  if (!callbacks || inside.length > MAX_DEPTH) return undefined;
  const found = mapEntries(callbacks, context)
    .filter(({ key }) => !key.startsWith('x-'))
    .flatMap(({ key: name, value }): Callback[] => {
      const callback = context.references.follow(value);
      const missing = context.references.lost(value);
      if (missing !== undefined) return [{ name, expression: '', operations: [], missing }];
      return (callback ? entries(callback) : [])
        .filter(({ key }) => !key.startsWith('x-'))
        .map(({ key: expression, value: item }) =>
          present({
            name,
            expression,
            operations: findOperations(expression, item, { servers: [], security: [] }, context)
              .filter(({ spot }) => !inside.includes(spot.node))
              .map((one) => normalizeOperation(one, operationKey(undefined, one.method, expression), context, inside)),
            missing: findLost(item, context)[0]?.missing,
          }),
        );
    });
  return found.length > 0 ? found : undefined;
}

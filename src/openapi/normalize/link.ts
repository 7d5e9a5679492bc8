import { printJson } from '../../model/json-text.ts';
import type { Link, OperationKey } from '../../model/operation.ts';
import { child, type Spot, textAt } from '../spot.ts';
import { type Context, mapEntries, present } from './context.ts';
import { normalizeServer } from './server.ts';

/** The operation that a link leads to. OpenAPI 3.2, "Link Object": by `operationId` or by `operationRef`. */
function findTarget(spot: Spot, context: Context): { operation?: OperationKey; target?: string } {
  const operationId = textAt(spot, 'operationId');
  if (operationId !== undefined) {
    const operation = context.operationKeys.byId(operationId);
    return operation === undefined ? { target: operationId } : { operation };
  }
  const reference = child(spot, 'operationRef');
  const target = reference && textAt(spot, 'operationRef');
  if (!reference || target === undefined) return {};
  const found = context.references.resolve(reference);
  const followed = found && context.references.follow(found);
  const operation = followed && context.operationKeys.byNode(followed.node);
  return operation === undefined ? { target } : { operation };
}

function normalizeLink(name: string, written: Spot, context: Context): Link {
  const spot = context.references.follow(written);
  if (!spot) return present({ name, parameters: [], missing: context.references.lost(written) });
  const requestBody = child(spot, 'requestBody');
  const server = child(spot, 'server');
  return present({
    name,
    description: textAt(written, 'description') ?? textAt(spot, 'description'),
    ...findTarget(spot, context),
    parameters: mapEntries(child(spot, 'parameters'), context).map(({ key, value }) => ({
      name: key,
      value: printJson(value.node),
    })),
    requestBody: requestBody && printJson(requestBody.node),
    server: server && normalizeServer(server, context),
  });
}

/** The links of a response, in their order; one whose reference leads to nothing keeps its name. */
export function normalizeLinks(links: Spot | undefined, context: Context): Link[] | undefined {
  const found = mapEntries(links, context)
    .filter(({ key }) => !key.startsWith('x-'))
    .map(({ key, value }) => normalizeLink(key, value, context));
  return found.length > 0 ? found : undefined;
}

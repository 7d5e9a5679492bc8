import type { Operation, OperationKey } from '../../model/operation.ts';
import { child, flagAt, type Spot, sourceOf, textAt, textsOf } from '../spot.ts';
import { normalizeCallbacks } from './callback.ts';
import { normalizeCodeSamples } from './code-sample.ts';
import { type Context, present } from './context.ts';
import { normalizeExternalDocs } from './external-docs.ts';
import { normalizeParameters } from './parameter.ts';
import type { FoundOperation } from './path-item.ts';
import { normalizeRequestBody } from './request-body.ts';
import { normalizeResponses } from './response.ts';
import { normalizeSecurity } from './security.ts';
import { normalizeServers } from './server.ts';
import { normalizeStage } from './stage.ts';

function readTags(spot: Spot): string[] {
  const tags = child(spot, 'tags');
  return tags ? [...new Set(textsOf(tags))] : [];
}

function readCosts(spot: Spot): Operation['costs'] {
  const flag = flagAt(spot, 'x-curlew-costs');
  return flag === undefined ? textAt(spot, 'x-curlew-costs')?.trim() || undefined : flag || undefined;
}

/** @param inside - the operations whose callbacks lead here, the outermost first */
export function normalizeOperation(
  found: FoundOperation,
  key: OperationKey,
  context: Context,
  inside: readonly Spot['node'][] = [],
): Operation {
  const { spot, method, path, around } = found;
  const body = child(spot, 'requestBody');
  return present({
    key,
    operationId: textAt(spot, 'operationId') || undefined,
    method,
    path,
    summary: textAt(spot, 'summary'),
    description: textAt(spot, 'description'),
    pathSummary: around.pathSummary,
    pathDescription: around.pathDescription,
    ...normalizeStage(spot),
    costs: readCosts(spot),
    tags: readTags(spot),
    externalDocs: normalizeExternalDocs(child(spot, 'externalDocs')),
    servers: normalizeServers(child(spot, 'servers'), context) ?? around.servers,
    security: normalizeSecurity(child(spot, 'security')) ?? around.security,
    ...normalizeParameters([...around.parameters, child(spot, 'parameters')], context),
    requestBody: normalizeRequestBody(body, context),
    missingRequestBody: body && context.references.lost(body),
    responses: normalizeResponses(child(spot, 'responses'), context),
    callbacks: normalizeCallbacks(child(spot, 'callbacks'), context, [...inside, spot.node]),
    codeSamples: normalizeCodeSamples(spot),
    source: sourceOf(spot),
  });
}

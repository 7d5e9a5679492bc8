import type { Operation } from '../../model/operation.ts';
import { operationKey } from '../../model/operation-key.ts';
import type { SecurityRequirement } from '../../model/security-scheme.ts';
import type { Server } from '../../model/server.ts';
import { child, flagAt, items, type Spot, scalarText, sourceOf, textAt } from '../spot.ts';
import { type Context, present } from './context.ts';
import { normalizeExternalDocs } from './external-docs.ts';
import { normalizeParameters } from './parameter.ts';
import { normalizeRequestBody } from './request-body.ts';
import { normalizeResponses } from './response.ts';
import { normalizeSecurity } from './security.ts';
import { normalizeServers } from './server.ts';

/** What an operation takes from around it. */
export interface Surroundings {
  readonly path: string;
  /** The path item's `parameters`. */
  readonly parameters: Spot | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly servers: readonly Server[];
  readonly security: readonly SecurityRequirement[];
}

function readTags(spot: Spot): string[] {
  const tags = child(spot, 'tags');
  return tags ? items(tags).flatMap((tag) => scalarText(tag) ?? []) : [];
}

/** @param method - as it goes over the wire */
export function normalizeOperation(spot: Spot, method: string, around: Surroundings, context: Context): Operation {
  const operationId = textAt(spot, 'operationId') || undefined;
  const { path } = around;
  return present({
    key: operationKey(operationId, method, path),
    operationId,
    method,
    path,
    summary: textAt(spot, 'summary') ?? around.summary,
    description: textAt(spot, 'description') ?? around.description,
    deprecated: flagAt(spot, 'deprecated') === true,
    tags: readTags(spot),
    externalDocs: normalizeExternalDocs(child(spot, 'externalDocs')),
    servers: normalizeServers(child(spot, 'servers'), context) ?? around.servers,
    security: normalizeSecurity(child(spot, 'security')) ?? around.security,
    parameters: normalizeParameters(around.parameters, child(spot, 'parameters'), context),
    requestBody: normalizeRequestBody(child(spot, 'requestBody'), context),
    responses: normalizeResponses(child(spot, 'responses'), context),
    source: sourceOf(spot),
  });
}

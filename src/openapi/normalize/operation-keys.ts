import type { JsonNode } from '../../model/json-text.ts';
import type { OperationKey } from '../../model/operation.ts';
import { operationKey, webhookKey } from '../../model/operation-key.ts';
import { textAt } from '../spot.ts';
import type { FoundOperation } from './path-item.ts';

/** The keys of all operations, known before the first is read, since links name operations further down. */
export interface OperationKeys {
  /** The key of an operation that stands under a path or a webhook. */
  of(found: FoundOperation): OperationKey;
  /** The operation of the paths with this `operationId`. */
  byId(operationId: string): OperationKey | undefined;
  /** The operation at a node: the first, where several paths share it. */
  byNode(node: JsonNode): OperationKey | undefined;
}

/**
 * Gives each operation one key. An `operationId` that an earlier operation has taken is no key: the later one
 * goes by its method and path.
 */
export function operationKeys(paths: readonly FoundOperation[], webhooks: readonly FoundOperation[]): OperationKeys {
  const keys = new Map<FoundOperation, OperationKey>();
  const byId = new Map<string, OperationKey>();
  const byNode = new Map<JsonNode, OperationKey>();
  const taken = new Set<OperationKey>();
  const add = (found: FoundOperation, plain: OperationKey): string | undefined => {
    const operationId = textAt(found.spot, 'operationId') || undefined;
    const key = operationId === undefined || taken.has(operationId) ? plain : operationId;
    taken.add(key);
    keys.set(found, key);
    return operationId;
  };
  for (const found of paths) {
    const operationId = add(found, operationKey(undefined, found.method, found.path));
    const key = keys.get(found) ?? '';
    if (operationId !== undefined && !byId.has(operationId)) byId.set(operationId, key);
    if (!byNode.has(found.spot.node)) byNode.set(found.spot.node, key);
  }
  for (const found of webhooks) add(found, webhookKey(undefined, found.method, found.path));
  return {
    of: (found) => keys.get(found) ?? operationKey(undefined, found.method, found.path),
    byId: (operationId) => byId.get(operationId),
    byNode: (node) => byNode.get(node),
  };
}

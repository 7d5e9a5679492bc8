import type { OperationKey } from './operation.ts';

/**
 * The one name of an operation: in guides, URLs, search and storage.
 *
 * @param operationId - as written; empty counts as absent
 */
export function operationKey(operationId: string | undefined, method: string, path: string): OperationKey {
  return operationId ? operationId : `${method} ${path}`;
}

/** The one name of a webhook's operation, which has no path. */
export function webhookKey(operationId: string | undefined, method: string, name: string): OperationKey {
  return operationId ? operationId : `webhook ${method} ${name}`;
}

import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';

function withCallbacks(operation: Operation): Operation[] {
  const inside = (operation.callbacks ?? []).flatMap(({ operations }) => operations);
  return [operation, ...inside.flatMap(withCallbacks)];
}

/** Every operation of the paths, the webhooks and the callbacks. One that several paths share comes again. */
export function everyOperation({ operations, webhooks }: Api): Operation[] {
  return [...operations, ...(webhooks ?? []).map(({ operation }) => operation)].flatMap(withCallbacks);
}

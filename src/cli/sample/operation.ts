import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import { operationKey } from '../../model/operation-key.ts';
import { UsageError } from '../command.ts';
import { suggest } from '../suggest.ts';

/** The operation's name where it has no id of its own. */
function methodAndPath({ method, path }: Operation): string {
  return operationKey(undefined, method, path);
}

/**
 * The operation that somebody typed the name of.
 *
 * @param name - its key, or method and path; the method in any case where no other differs by that alone
 * @throws UsageError when there is none
 */
export function findOperation(api: Api, name: string): Operation {
  const [, method = '', path] = /^(\S+)\s+(\/.*)$/.exec(name) ?? [];
  const found =
    api.operations.find(({ key }) => key === name) ??
    api.operations.find((one) => one.path === path && one.method === method) ??
    api.operations.find((one) => one.path === path && one.method.toUpperCase() === method.toUpperCase());
  if (found) return found;
  const names = api.operations.map((one) => (path === undefined ? one.key : methodAndPath(one)));
  throw new UsageError(`There is no operation "${visibleText(name)}".${suggest(name, names, 'operations')}`);
}

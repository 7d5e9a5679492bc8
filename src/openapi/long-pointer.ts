import { escapeToken } from '../model/json-pointer.ts';
import type { JsonNode } from '../model/json-text.ts';
import type { Limits } from './limits.ts';
import type { TreeFault } from './tree-fault.ts';

/**
 * Finds a value that lies below names so long that nobody could keep the pointers of all values beside it: a path of
 * 20,000 letters with as many parameters would take gigabytes.
 */
export function findLongPointer(root: JsonNode, limits: Pick<Limits, 'pointer'>): TreeFault | undefined {
  const open: { readonly node: JsonNode; readonly length: number }[] = [{ node: root, length: 0 }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, length } = at;
    if (node.kind === 'array') {
      for (const item of node.items) if (isCollection(item)) open.push({ node: item, length: length + 2 });
    }
    if (node.kind !== 'object') continue;
    for (const { key, keySpan, value } of node.entries) {
      const own = length + 1 + escapeToken(key).length;
      if (own > limits.pointer) return pointerFault(limits, keySpan);
      if (isCollection(value)) open.push({ node: value, length: own });
    }
  }
  return undefined;
}

function isCollection({ kind }: JsonNode): boolean {
  return kind === 'object' || kind === 'array';
}

function pointerFault(limits: Pick<Limits, 'pointer'>, span: TreeFault['span']): TreeFault {
  return {
    code: 'names-too-long',
    severity: 'error',
    message: `This name, with those it lies below, has more than ${limits.pointer} characters.`,
    fix: 'Shorten it, or one of those.',
    span,
  };
}

import type { JsonNode } from '../model/json-text.ts';
import type { Source, Span } from './source-file.ts';

/**
 * The texts that nodes and keys stand in, where that isn't the file of their tree: an overlay puts its own
 * nodes into the tree of a description.
 */
const origins = new WeakMap<Span, Source>();

/** The text that the offsets of a node or a key count in; nothing when it is the tree's own file. */
export function originOf(span: Span): Source | undefined {
  return origins.get(span);
}

/** Notes for a node and all below it that their offsets count in this text, but where another is noted already. */
export function setOrigin(root: JsonNode, source: Source): void {
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!origins.has(node)) origins.set(node, source);
    if (node.kind === 'array') for (const item of node.items) stack.push(item);
    if (node.kind !== 'object') continue;
    for (const { keySpan, value } of node.entries) {
      if (!origins.has(keySpan)) origins.set(keySpan, source);
      stack.push(value);
    }
  }
}

/** A changed copy of a node keeps its place. */
export function keepOrigin<T extends JsonNode>(copy: T, from: JsonNode): T {
  const origin = origins.get(from);
  if (origin) origins.set(copy, origin);
  return copy;
}

import { parsePointer } from '../model/json-pointer.ts';
import type { JsonEntry, JsonNode } from '../model/json-text.ts';
import { keepOrigin } from './origins.ts';
import { child, type Spot } from './spot.ts';

type ObjectNode = JsonNode & { readonly kind: 'object' };
type ArrayNode = JsonNode & { readonly kind: 'array' };

/** A node of an update that doesn't fit what it should change, with the node in the description. */
export interface Mismatch {
  readonly update: Spot;
  readonly target: JsonNode;
}

/** Primitives stand for one another; null is one of them. */
function isPrimitive(node: JsonNode): boolean {
  return node.kind !== 'object' && node.kind !== 'array';
}

/** A key with nothing after it, which YAML reads as null. */
function isBlank(node: JsonNode): boolean {
  return node.kind === 'null' && node.end === node.start;
}

function withEntries(node: ObjectNode, entries: readonly JsonEntry[]): JsonNode {
  return keepOrigin({ ...node, entries }, node);
}

/** The list with more items at its end. */
export function appendItems(node: ArrayNode, added: readonly JsonNode[]): JsonNode {
  return keepOrigin({ ...node, items: [...node.items, ...added] }, node);
}

function mergeObjects(target: ObjectNode, update: Spot, mismatches: Mismatch[]): JsonNode {
  if (update.node.kind !== 'object') return target;
  const known = new Set(target.entries.map((entry) => entry.key));
  const kept = target.entries.map((entry) => {
    const change = child(update, entry.key);
    return change ? { ...entry, value: mergeNodes(entry.value, change, mismatches) } : entry;
  });
  return withEntries(target, [...kept, ...update.node.entries.filter((entry) => !known.has(entry.key))]);
}

/**
 * What stands in the description, changed as an update says: objects are merged key by key, lists get the
 * update's items at their end, a primitive is replaced by a primitive. A key with nothing after it changes
 * nothing.
 *
 * @param mismatches - gets what fits in none of these ways and is left as it was
 * @see Overlay Specification 1.1.0, section 4.4.3
 */
export function mergeNodes(target: JsonNode, update: Spot, mismatches: Mismatch[]): JsonNode {
  const { node } = update;
  if (target.kind === 'object' && node.kind === 'object') return mergeObjects(target, update, mismatches);
  if (target.kind === 'array' && node.kind === 'array') return appendItems(target, node.items);
  if (isBlank(node)) return target;
  if (isPrimitive(target) && isPrimitive(node)) return node;
  mismatches.push({ update, target });
  return target;
}

/** Where in a tree something is to be changed. */
interface Plan {
  here: boolean;
  readonly below: Map<string, Plan>;
}

function planChanges(spots: readonly Spot[]): Plan {
  const root: Plan = { here: false, below: new Map() };
  for (const { pointer } of spots) {
    let plan = root;
    for (const token of parsePointer(pointer) ?? []) {
      let next = plan.below.get(token);
      if (!next) {
        next = { here: false, below: new Map() };
        plan.below.set(token, next);
      }
      plan = next;
    }
    plan.here = true;
  }
  return root;
}

function changePlanned(
  node: JsonNode,
  plan: Plan,
  change: (node: JsonNode) => JsonNode | undefined,
): JsonNode | undefined {
  let changed = node;
  if (plan.below.size > 0 && node.kind === 'object') {
    const kept: JsonEntry[] = [];
    for (const entry of node.entries) {
      const below = plan.below.get(entry.key);
      const value = below ? changePlanned(entry.value, below, change) : entry.value;
      if (value) kept.push(below ? { ...entry, value } : entry);
    }
    changed = withEntries(node, kept);
  }
  if (plan.below.size > 0 && node.kind === 'array') {
    const kept: JsonNode[] = [];
    for (const [index, item] of node.items.entries()) {
      const below = plan.below.get(String(index));
      const value = below ? changePlanned(item, below, change) : item;
      if (value) kept.push(value);
    }
    changed = keepOrigin({ ...node, items: kept }, node);
  }
  return plan.here ? change(changed) : changed;
}

/**
 * A tree with some of its nodes changed or removed, all at once, so that an index means the same for each.
 * Nodes below others are changed before them. What isn't changed is shared with the old tree.
 *
 * @param change - returns nothing to remove the node
 * @returns nothing when the root itself is removed
 */
export function changeNodes(
  root: JsonNode,
  spots: readonly Spot[],
  change: (node: JsonNode) => JsonNode | undefined,
): JsonNode | undefined {
  return changePlanned(root, planChanges(spots), change);
}

import { parsePointer } from '../../model/json-pointer.ts';
import type { JsonNode } from '../../model/json-text.ts';
import type { SourceFile } from '../source-file.ts';
import { rootSpot, type Spot, step } from '../spot.ts';
import type { Kind } from './kinds.ts';
import { isObject, makeArray, type ObjectNode, reader, referenceEntry, textOf, withEntries } from './node.ts';

/** What a description marks as `x-internal: true`, when a site is for readers from outside. */
export interface InternalParts {
  /** Whether a node is left out. @param follow - what it stands for */
  isHidden(node: JsonNode, kind: Kind, follow: () => Spot | undefined): boolean;
  /** Whether it lies inside something that is left out. */
  isInsideHidden(spot: Spot): boolean;
  /** The object without what names hidden parts: names of properties, tags and branches. */
  prune(node: ObjectNode, kind: Kind): ObjectNode;
}

interface Marked {
  'x-internal'?: unknown;
}
interface Named {
  name?: unknown;
  tags?: unknown;
  properties?: unknown;
  required?: unknown;
}
const marked = reader<Marked>();
const named = reader<Named>();

function isMarked(node: JsonNode): boolean {
  return isObject(node) && marked.isTrue(node, 'x-internal');
}

function hiddenTags(file: SourceFile): ReadonlySet<string> {
  const tags = isObject(file.root) ? (named.list(file.root, 'tags') ?? []) : [];
  return new Set(tags.flatMap((tag) => (isMarked(tag) && isObject(tag) ? (named.text(tag, 'name') ?? []) : [])));
}

/** The object with a list of names that lacks some. */
function withoutNames(node: ObjectNode, key: 'required' | 'tags', left: ReadonlySet<string>): ObjectNode {
  if (left.size === 0) return node;
  return withEntries(
    node,
    node.entries.map((entry) => {
      if (entry.key !== key || entry.value.kind !== 'array') return entry;
      const kept = entry.value.items.filter((item) => !left.has(textOf(item) ?? ''));
      return kept.length === entry.value.items.length ? entry : { ...entry, value: makeArray(kept, entry.value) };
    }),
  );
}

/** @param main - the description's own file */
export function findInternal(main: SourceFile): InternalParts {
  const tags = hiddenTags(main);

  function isInsideHidden({ file, pointer }: Spot): boolean {
    let spot: Spot | undefined = rootSpot(file);
    for (const token of parsePointer(pointer) ?? []) {
      spot = spot && step(spot, token);
      if (spot && isMarked(spot.node)) return true;
    }
    return false;
  }

  return {
    isInsideHidden,
    isHidden: (node, kind, follow) => {
      if (isMarked(node)) return true;
      // A schema that others still refer to is missing there, rather than the property that refers to it.
      if (kind === 'schema' || !referenceEntry(node)) return false;
      const target = follow();
      return target !== undefined && isInsideHidden(target);
    },
    prune: (node, kind) => {
      if (kind === 'operation') return withoutNames(node, 'tags', tags);
      if (kind !== 'schema') return node;
      const hidden = named.map(node, 'properties').filter(({ value }) => isMarked(value));
      return withoutNames(node, 'required', new Set(hidden.map(({ key }) => key)));
    },
  };
}

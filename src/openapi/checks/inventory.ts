import type { JsonNode } from '../../model/json-text.ts';
import { type References, referenceIn } from '../refs.ts';
import { child, entries, items, rootSpot, type Spot } from '../spot.ts';
import { OBJECTS } from './objects.ts';
import { SCHEMA } from './schema-keywords.ts';
import { object, type Shape } from './shapes.ts';

/** The objects of a description that references reach, each once, in the order of the files. */
export interface Inventory {
  /** The objects of a name of the tables, such as `parameter`; `schema` for schemas. */
  of(name: string): readonly Spot[];
  /** What references lead to. */
  readonly targets: readonly Spot[];
}

class Collector {
  readonly references: References;
  readonly found = new Map<string, Spot[]>();
  readonly targets: Spot[] = [];
  readonly seen = new Set<JsonNode>();
  readonly queue: { readonly to: Spot; readonly shape: Shape }[] = [];

  constructor(references: References) {
    this.references = references;
  }

  visit(spot: Spot, shape: Shape): void {
    const { node } = spot;
    if (shape.kind === 'json' || (node.kind !== 'object' && node.kind !== 'array')) return;
    if (this.seen.has(node)) return;
    this.seen.add(node);
    const reference = referenceIn(spot);
    if (reference) this.lead(reference, shape);
    if (shape.kind === 'list') for (const item of items(spot)) this.visit(item, shape.of);
    if (shape.kind === 'map' && !reference) for (const { value } of entries(spot)) this.visit(value, shape.of);
    if (node.kind !== 'object') return;
    if (shape.kind === 'schema') this.keep('schema', spot, SCHEMA.fields);
    const beside = shape.kind === 'object' ? OBJECTS.get(shape.name) : undefined;
    // Beside a `$ref` a path item may have operations; other objects are elsewhere.
    if (shape.kind === 'object' && beside && (!reference || shape.name === 'path-item')) {
      this.keep(shape.name, spot, beside.fields);
    }
  }

  keep(name: string, spot: Spot, fields: ReadonlyMap<string, { readonly shape: Shape }>): void {
    const list = this.found.get(name);
    if (list) list.push(spot);
    else this.found.set(name, [spot]);
    for (const { key, value } of entries(spot)) {
      const field = fields.get(key);
      if (field) this.visit(value, field.shape);
    }
    const dynamic = name === 'schema' ? child(spot, '$dynamicRef') : undefined;
    if (dynamic) this.lead(dynamic, { kind: 'schema' });
  }

  lead(reference: Spot, shape: Shape): void {
    const to = this.references.resolve(reference);
    if (!to) return;
    this.targets.push(to);
    this.queue.push({ to, shape });
  }
}

const known = new WeakMap<References, Inventory>();

/** Walks a description once for all checks, by the tables of the newest version. */
export function takeInventory(references: References): Inventory {
  const before = known.get(references);
  if (before) return before;
  const collector = new Collector(references);
  collector.visit(rootSpot(references.main), object('openapi'));
  // The queue grows while it is walked.
  for (const { to, shape } of collector.queue) collector.visit(to, shape);
  const inventory: Inventory = { of: (name) => collector.found.get(name) ?? [], targets: collector.targets };
  known.set(references, inventory);
  return inventory;
}

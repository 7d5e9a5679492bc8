import { referencesIn } from './references.ts';
import type { SchemaId, Schemas } from './schema-object.ts';

/** Schemas that lead to each other, with what they lead to: whoever needs `first` needs them all. */
export interface SchemaGroup {
  readonly first: SchemaId;
  /** Those of groups before it left out. */
  readonly ids: ReadonlySet<SchemaId>;
}

/**
 * The large knots of schemas that refer to each other in circles (strongly connected components, by Tarjan's
 * algorithm). A group is listed behind those that it leads to.
 *
 * @param isLarge - of the schemas of a circle
 */
export function schemaGroups(schemas: Schemas, isLarge: (ids: readonly SchemaId[]) => boolean): readonly SchemaGroup[] {
  const led = new Map<SchemaId, readonly SchemaId[]>();
  const leadsTo = (id: SchemaId): readonly SchemaId[] => {
    const known = led.get(id) ?? [...referencesIn(schemas[id], new Set())].filter((one) => Object.hasOwn(schemas, one));
    led.set(id, known);
    return known;
  };
  const grouped = new Set<SchemaId>();
  return circlesOf(Object.keys(schemas), leadsTo).flatMap((circle) => {
    const [first] = circle;
    if (first === undefined || !isLarge(circle)) return [];
    const ids = new Set<SchemaId>(circle);
    for (const id of ids) for (const next of leadsTo(id)) if (!grouped.has(next)) ids.add(next);
    for (const id of ids) grouped.add(id);
    return [{ first, ids }];
  });
}

interface Visit {
  readonly id: SchemaId;
  readonly index: number;
  /** The lowest index that is reached from here and still open. */
  low: number;
  next: number;
}

/** Each circle once, behind those that it leads to; a schema that is in none is one by itself. */
function circlesOf(ids: readonly SchemaId[], leadsTo: (id: SchemaId) => readonly SchemaId[]): SchemaId[][] {
  const circles: SchemaId[][] = [];
  const visits = new Map<SchemaId, Visit>();
  const open: SchemaId[] = [];
  const isOpen = new Set<SchemaId>();
  const enter = (id: SchemaId): Visit => {
    const visit = { id, index: visits.size, low: visits.size, next: 0 };
    visits.set(id, visit);
    open.push(id);
    isOpen.add(id);
    return visit;
  };
  for (const root of ids) {
    // Not by recursion: descriptions have chains of thousands.
    const path = visits.has(root) ? [] : [enter(root)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const to = leadsTo(visit.id)[visit.next];
      visit.next += 1;
      if (to === undefined) {
        path.pop();
        const above = path.at(-1);
        if (above) above.low = Math.min(above.low, visit.low);
        if (visit.low !== visit.index) continue;
        const circle = open.splice(open.lastIndexOf(visit.id));
        for (const id of circle) isOpen.delete(id);
        circles.push(circle);
        continue;
      }
      const known = visits.get(to);
      if (!known) path.push(enter(to));
      else if (isOpen.has(to)) visit.low = Math.min(visit.low, known.index);
    }
  }
  return circles;
}

import type { SiteMessages } from '../i18n/en.ts';
import type { Api } from '../model/api.ts';
import type { SchemaObject } from '../model/schema-object.ts';
import type { RowPlan } from '../schema/rows.ts';
import type { SchemaNode, SchemaRow } from '../schema/tree.ts';
import type { PageMarks } from './change-marks.ts';
import type { UrlSpace } from './urls.ts';

/** What the line of a schema's row is written for. */
export interface LinePlace {
  readonly api: Api;
  readonly space: UrlSpace;
  readonly text: SiteMessages;
  readonly marks?: PageMarks | undefined;
}

interface Kept<Line> extends Omit<LinePlace, 'marks'> {
  /** By what a row says besides its schema. */
  readonly lines: Map<string, Line>;
}

/** The line that was written last for one row of one schema. */
interface OfPlan<Line> {
  readonly node: Pick<SchemaNode, 'schema' | 'name' | 'base'>;
  readonly shape: Shape;
  readonly tag: string | undefined;
  readonly kept: Kept<Line>;
  readonly line: Line;
}

/** One schema may be a property of many names. */
const MOST_KEPT = 1_000;

/**
 * Writes what a row says of itself once for all pages that show it: answers of many operations share schemas, and
 * schemas say the same of many ids and times.
 *
 * @param namesId - whether a line names its place on the page, and so holds for that one alone
 */
export function keepLines<Line>(namesId: (line: Line, id: string) => boolean) {
  const kept = new WeakMap<SchemaObject, Kept<Line>>();
  // The same row of the same schema stands on many pages, and needs no look at what it says.
  const ofPlans = new WeakMap<RowPlan, OfPlan<Line>>();
  return ({ api, space, text, marks }: LinePlace, row: SchemaRow, tag: string | undefined, write: () => Line): Line => {
    const { node } = row;
    const shape = shapeOf(node);
    // Marks are told of places.
    if (marks || !shape) return write();
    const last = ofPlans.get(row.plan);
    if (last?.shape === shape && last.tag === tag && isOf(last.node, node) && isFor(last.kept, { api, space, text })) {
      return last.line;
    }
    let known = kept.get(node.schema);
    if (!known || !isFor(known, { api, space, text })) {
      known = { api, space, text, lines: new Map() };
      kept.set(node.schema, known);
    }
    const { kind, name, required, from, tags } = row;
    const said = JSON.stringify([kind, name, required, from, tags, tag, shape, node.name, node.base]);
    let line = known.lines.get(said);
    if (line === undefined) {
      line = write();
      if (known.lines.size >= MOST_KEPT || namesId(line, node.id)) return line;
      known.lines.set(said, line);
    }
    const { schema, name: id, base } = node;
    // Of the node only this, which doesn't hold the page's tree in memory.
    ofPlans.set(row.plan, { node: { schema, name: id, base }, shape, tag, line, kept: known });
    return line;
  };
}

function isFor(kept: LinePlace, { api, space, text }: LinePlace): boolean {
  return kept.api === api && kept.space === space && kept.text === text;
}

function isOf(one: OfPlan<unknown>['node'], other: SchemaNode): boolean {
  return one.schema === other.schema && one.name === other.name && one.base === other.base;
}

/** What of a schema's layout the words for its type depend on: whether there was room for what its list holds. */
type Shape = 'value' | 'list';

/** @returns nothing for those whose words depend on more: on branches, on lists in lists */
function shapeOf({ schema, more, missing, items }: SchemaNode): Shape | undefined {
  if (schema.oneOf || schema.anyOf || more.length > 0 || missing.length > 0) return undefined;
  if (!items) return 'value';
  return items.schema.items === undefined && shapeOf(items) ? 'list' : undefined;
}

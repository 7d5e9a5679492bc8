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

/** What of a schema's layout the words for its type depend on: whether there was room for what its list holds. */
type Shape = 'value' | 'list';

/** @returns nothing for those whose words depend on more: on branches, on lists in lists */
function shapeOf({ schema, more, items }: SchemaNode): Shape | undefined {
  if (schema.oneOf || schema.anyOf || more.length > 0) return undefined;
  if (!items) return 'value';
  return items.schema.items === undefined && shapeOf(items) ? 'list' : undefined;
}

interface Kept<Line> extends LinePlace {
  readonly schema: SchemaObject;
  readonly tag: string | undefined;
  readonly shape: Shape;
  readonly line: Line;
}

/**
 * Writes what a row says of itself once for all pages that show it: a schema that answers of many operations share
 * gives the same rows on each.
 *
 * @param namesId - whether a line names its place on the page, and so holds for that one alone
 */
export function keepLines<Line>(namesId: (line: Line, id: string) => boolean) {
  const kept = new WeakMap<RowPlan, Kept<Line>>();
  return ({ api, space, text, marks }: LinePlace, row: SchemaRow, tag: string | undefined, write: () => Line): Line => {
    const { plan, node } = row;
    const shape = shapeOf(node);
    // Marks are told of places.
    if (marks || !shape) return write();
    const known = kept.get(plan);
    // Of a schema that names others in place of showing them other things are said.
    const isSame = known?.schema === node.schema && known.tag === tag && known.shape === shape;
    if (isSame && known.api === api && known.space === space && known.text === text) return known.line;
    const line = write();
    if (!namesId(line, node.id)) kept.set(plan, { api, space, text, tag, shape, schema: node.schema, line });
    return line;
  };
}

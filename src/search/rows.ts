import { showInvisibles } from '../model/invisibles.ts';
import type { Response } from '../model/operation.ts';
import { plainText } from '../model/plain-text.ts';
import type { SchemaId } from '../model/schema-object.ts';
import type { RowKind } from '../schema/rows.ts';
import type { SchemaNode } from '../schema/tree.ts';
import type { FieldView, MediaView, OperationView, PageView } from '../views/operation-view.ts';
import { quotedName } from '../views/quoted-name.ts';
import { listedValues } from '../views/schema-facts.ts';
import { shownRows } from '../views/schema-words.ts';
import type { SearchRow } from './entries.ts';

/** The rows that their author gave a name. */
const NAMED: ReadonlySet<RowKind> = new Set(['property', 'pattern', 'oneOf', 'anyOf']);
/** As much is kept of what is said of a place. */
const LONGEST_TEXT = 80;
/** The named schemas whose fields are found at the operation too, besides on their own pages. */
export type Depth =
  /** All: the API is small. */
  | 'all'
  /** Those that are a body themselves. */
  | 'roots';

/** The places on the page of an operation, with the ids that the page has. */
export function operationRows({ trees, ...view }: PageView, depth: Depth): SearchRow[] {
  const rows: SearchRow[] = [];
  addOperation(rows, view, trees, depth);
  return rows;
}

/** The places on a page of a schema. */
export function schemaRows(node: SchemaNode): SearchRow[] {
  const rows: SearchRow[] = [];
  addInside(rows, node, { depth: 'roots', isOpen: true, told: new Set() });
  return rows;
}

function addOperation(rows: SearchRow[], view: OperationView, trees: readonly SchemaNode[], depth: Depth): void {
  const sent: Reach = { depth, isOpen: depth === 'all', told: new Set() };
  const answered: Reach = { ...sent, told: new Set() };
  addFields(rows, [...view.parameters.flatMap((group) => group.fields), ...view.ignored], trees, sent);
  for (const { name, id } of view.missing) rows.push({ kind: 'field', name: quotedName(name), id, text: '' });
  addContent(rows, view.body, trees, { ...sent, isOpen: true });
  for (const { response, id, headers, content } of view.responses) {
    rows.push({ kind: 'code', name: showInvisibles(response.status), id, text: responseText(response) });
    addFields(rows, headers, trees, answered);
    addContent(rows, content, trees, answered);
  }
  for (const { callback, id, inner } of view.callbacks) {
    const text = inner ? words(inner.operation.summary ?? inner.operation.description) : '';
    rows.push({ kind: 'field', name: quotedName(callback.name), id, text });
    if (inner) addOperation(rows, inner.view, trees, depth);
  }
}

function responseText({ summary, description }: Response): string {
  return words(summary ?? description);
}

function addFields(rows: SearchRow[], fields: readonly FieldView[], trees: readonly SchemaNode[], reach: Reach): void {
  for (const { field, id, tree } of fields) {
    const node = trees[tree];
    const text = words(field.description ?? node?.schema.description ?? node?.schema.title);
    rows.push({ kind: 'field', name: quotedName(field.name), id, text });
    if (node) addInside(rows, node, reach);
  }
}

interface Reach {
  readonly depth: Depth;
  /** The inside is told here although it is that of a named schema. */
  readonly isOpen: boolean;
  /** Named schemas that are told already: the same error stands in many answers. */
  readonly told: Set<SchemaId>;
}

function addContent(
  rows: SearchRow[],
  content: readonly MediaView[],
  trees: readonly SchemaNode[],
  reach: Reach,
): void {
  for (const { whole, item } of content) {
    for (const tree of [whole, item]) {
      const node = tree === undefined ? undefined : trees[tree];
      if (node) addInside(rows, node, reach);
    }
  }
}

/** What lies inside a schema, down to the named schemas, which have pages of their own. */
function addInside(rows: SearchRow[], node: SchemaNode, { depth, isOpen, told }: Reach): void {
  if (node.name !== undefined && (!isOpen || told.has(node.name))) return;
  if (node.name !== undefined) told.add(node.name);
  for (const { id, words: value, name, description } of listedValues(node.schema, node.id)) {
    if (id !== undefined) rows.push({ kind: 'value', name: value, id, text: words(description ?? name) });
  }
  const inner: Reach = { depth, isOpen: depth === 'all', told };
  for (const row of shownRows(node)) {
    const { schema, id } = row.node;
    if (row.name !== '' && NAMED.has(row.kind)) {
      rows.push({ kind: 'field', name: quotedName(row.name), id, text: words(schema.description ?? schema.title) });
    }
    addInside(rows, row.node, inner);
  }
  if (node.items) addInside(rows, node.items, { depth, isOpen, told });
}

function words(text: string | undefined): string {
  return text === undefined ? '' : showInvisibles(plainText(text.slice(0, 4 * LONGEST_TEXT), LONGEST_TEXT));
}

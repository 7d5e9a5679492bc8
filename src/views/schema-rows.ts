import type { SiteMessages } from '../i18n/en.ts';
import type { Api } from '../model/api.ts';
import type { SchemaNode, SchemaRow } from '../schema/tree.ts';
import { discriminatorWords } from './schema-facts.ts';
import { type Phrase, shownRows } from './schema-words.ts';

/** Rows that stand in one list. */
export interface RowGroup {
  readonly rows: readonly SchemaRow[];
  /** Above branches: `One of`. */
  readonly title?: string;
  /** What a discriminator says of the branches together. */
  readonly phrases: readonly Phrase[];
  /** The property that tells the branches apart. */
  readonly tag?: string;
}

/** The rows of a schema in the lists that a page shows: branches apart from the rest, one list for each choice. */
export function rowGroups(api: Api, node: SchemaNode, text: SiteMessages): RowGroup[] {
  const groups = new Map<string, SchemaRow[]>();
  for (const row of shownRows(node)) {
    const key = row.part === undefined ? '' : `${row.kind} ${row.part}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const parts = [node.schema, ...node.more.map((part) => part.schema)];
  return [...groups.values()].map((rows): RowGroup => {
    const [{ kind = 'property', part } = {}] = rows;
    if (part === undefined) return { rows, phrases: [] };
    const discriminator = parts[part]?.discriminator;
    const told = new Set(rows.flatMap((row) => row.node.name ?? []));
    return {
      rows,
      title: kind === 'oneOf' ? text.oneOf : text.anyOf,
      phrases: discriminator ? discriminatorWords(api, discriminator, told, text) : [],
      ...(discriminator ? { tag: discriminator.propertyName } : {}),
    };
  });
}

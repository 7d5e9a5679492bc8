import type { Discriminator, Schema, SchemaId, SchemaObject, Schemas } from '../model/schema-object.ts';
import { type MergedSchema, mergeOwnParts, mergeParts, mergeSchema } from './merge.ts';
import { openSchema, type SchemaPart } from './parts.ts';
import { type RowPlan, schemasInside } from './rows.ts';
import { add, ownWeight, subtract, type Weight, weightOf, wholeWeight } from './weight.ts';

/** Which way a body goes: read-only properties are no part of a request, write-only ones of no answer. */
export type Direction = 'request' | 'response' | 'both';

/** A schema inside another, as a page shows it. */
export interface SchemaRow extends Omit<RowPlan, 'schema'> {
  readonly required: boolean;
  /** What the row was made of, which the same schema gives each time. */
  readonly plan: RowPlan;
  readonly node: SchemaNode;
}

/** One schema as a page shows it: its references followed and its `allOf` merged. */
export interface SchemaNode {
  /** Readable and unique on its page, without white space: `body.messages.role`. */
  readonly id: string;
  /** The keywords that hold for the value itself. */
  readonly schema: SchemaObject;
  /** Keywords that hold too but can't be merged into those: other descriptions, defaults, patterns. */
  readonly more: readonly SchemaPart[];
  /** The named schema that this is. */
  readonly name?: SchemaId;
  /** The named schema that this plain value narrows: some of its listed values, a stricter bound. */
  readonly base?: SchemaId;
  /** References that lead nowhere. */
  readonly missing: readonly SchemaId[];
  /** The schema `false`: no value fits. */
  readonly never: boolean;
  /** `null` fits too, whatever `types` says. */
  readonly isNullable: boolean;
  readonly rows: readonly SchemaRow[];
  /** What every item of a plain list is like. */
  readonly items?: SchemaNode;
  /** Named schemas that hold too, whose fields are not repeated here. */
  readonly includes: readonly SchemaId[];
  /** Its inside is not shown here: it lies inside itself, or the page has had its share. */
  readonly cut?: 'recursion' | 'size';
}

/** What one tree shows. */
export interface TreeRoot {
  readonly schema: Schema;
  /** Put before the id of each of its rows. */
  readonly id: string;
  readonly direction: Direction;
  /** What the page says beside it, which takes room too: the description of its parameter. */
  readonly beside?: string;
  /** Which of its rows, or of those of its items, to show, whatever room they take; `to` exclusive. All when left out. */
  readonly range?: { readonly from: number; readonly to: number };
}

/**
 * How many rows and bytes all trees of a page may take together before named schemas are left to their own pages:
 * more than a reader takes in at once, and little enough that a large API's site stays a tenth of what it was.
 */
export const PAGE_LIMIT: Weight = { rows: 200, bytes: 60_000 };

type Draft = { -readonly [Key in keyof SchemaNode]: SchemaNode[Key] };

interface Waiting {
  readonly node: Draft;
  readonly schema: Schema;
  readonly merged: MergedSchema;
  readonly direction: Direction;
  /** What the ids of its rows begin with. */
  readonly base: string;
  /** The named schemas that this lies in. */
  readonly above: ReadonlySet<SchemaId>;
  /** Its rows were counted with those of the schema it is written in. */
  readonly isPaid: boolean;
  /** A body, an answer or a parameter itself: its own fields are what readers come for. */
  readonly isRoot?: boolean;
  readonly range?: TreeRoot['range'];
}

/** Lays one schema out; `schemaTrees` for several that share a page. */
export function schemaTree(schemas: Schemas, root: TreeRoot, limit = PAGE_LIMIT): SchemaNode {
  const [node] = schemaTrees(schemas, [root], limit);
  return node as SchemaNode;
}

/**
 * Lays schemas out as the trees that one page shows. What lies nearest to the roots comes first, so that the
 * page's share goes to what readers see first; roots on a page of their own may take as much again. Only a named schema is left out, where it lies inside itself or
 * the share is used up: it has a page of its own.
 *
 * @param taken - ids that other things of the page have
 */
export function schemaTrees(
  schemas: Schemas,
  roots: readonly TreeRoot[],
  limit = PAGE_LIMIT,
  taken: ReadonlySet<string> = new Set(),
): SchemaNode[] {
  const layout = new Layout(schemas, limit, taken);
  for (const root of roots) layout.begin(root);
  const nodes = roots.map(({ schema, direction, id, range }) =>
    layout.enter(schema, id, {
      direction,
      base: id,
      above: new Set(),
      isPaid: false,
      isRoot: true,
      ...(range ? { range } : {}),
    }),
  );
  layout.run();
  return nodes;
}

const NOTHING: Weight = { rows: 0, bytes: 0 };

class Layout {
  readonly schemas: Schemas;
  readonly waiting: Waiting[] = [];
  readonly ids: Ids;
  rows: number;
  bytes: number;
  /** What roots may take when the page has had its share; nothing where several operations share one. */
  readonly reserve: Weight;
  constructor(schemas: Schemas, limit: Weight, taken: ReadonlySet<string>) {
    this.schemas = schemas;
    this.ids = new Ids(taken);
    this.rows = limit.rows;
    this.bytes = limit.bytes;
    this.reserve = limit === PAGE_LIMIT ? limit : NOTHING;
  }

  /** The lines of the roots come before everything inside them. */
  begin({ schema, id, beside = '' }: TreeRoot): void {
    this.ids.counts.set(id, 1);
    const { rows, bytes } = ownWeight(mergeSchema(this.schemas, schema));
    this.pay({ rows, bytes: bytes + beside.length });
  }

  enter(schema: Schema, id: string, place: Omit<Waiting, 'node' | 'schema' | 'merged'>): SchemaNode {
    const merged = mergeSchema(this.schemas, schema);
    const node: Draft = { id, ...said(merged) };
    this.waiting.push({ ...place, node, schema, merged });
    return node;
  }

  run(): void {
    // The list grows while it is walked.
    for (const one of this.waiting) this.fill(one);
  }

  fill(one: Waiting): void {
    const { node, schema, merged, above, range } = one;
    const { rows, items } = schemasInside(merged);
    if (rows.length === 0 && items === undefined) return;
    const { schemas } = this;
    if (merged.name !== undefined) {
      const weight = subtract(wholeWeight(schemas, merged), ownWeight(merged));
      if (above.has(merged.name)) node.cut = 'recursion';
      else if (!range && !this.hasRoom(weight, one.isRoot)) node.cut = 'size';
      else {
        this.pay(range ? rangeWeight(schemas, rows, range) : weight);
        this.expand(one, merged);
      }
      return;
    }
    const own = merged.names.length > 0 ? mergeOwnParts(schemas, schema) : merged;
    if (!one.isPaid) this.pay(subtract(wholeWeight(schemas, own), ownWeight(own)));
    const included = subtract(wholeWeight(schemas, merged), wholeWeight(schemas, own));
    const met = merged.names.filter((name) => above.has(name));
    if (met.length > 0) this.expandWithout(one, met);
    else if (!this.hasRoom(included, one.isRoot)) this.expandWithout(one, merged.names);
    else {
      this.pay(included);
      this.expand(one, merged);
    }
  }

  hasRoom({ rows, bytes }: Weight, isRoot = false): boolean {
    const more = isRoot ? this.reserve : NOTHING;
    return rows <= Math.max(this.rows + more.rows, 0) && bytes <= Math.max(this.bytes + more.bytes, 0);
  }

  pay({ rows, bytes }: Weight): void {
    this.rows -= rows;
    this.bytes -= bytes;
  }

  /** Shows what is written here, and names the rest. */
  expandWithout(one: Waiting, names: readonly SchemaId[]): void {
    const rest = mergeParts(openSchema(this.schemas, one.schema, new Set(names)));
    Object.assign(one.node, said(rest), { includes: rest.left });
    this.expand(one, rest);
  }

  expand(one: Waiting, merged: MergedSchema): void {
    const { node, direction, base, range } = one;
    const above = merged.names.length > 0 ? new Set([...one.above, ...merged.names]) : one.above;
    const { rows, items } = schemasInside(merged);
    const place = (schema: Schema, inner: string) => ({
      direction,
      above,
      base: inner,
      isPaid: mergeSchema(this.schemas, schema).name === undefined,
    });
    if (items !== undefined) {
      const id = this.ids.take(idBelow(base, 'items'));
      node.items = this.enter(items, id, { ...place(items, base), ...(range && rows.length === 0 ? { range } : {}) });
    }
    const shown = rows.slice(range?.from, range?.to).filter((row) => this.isShown(row, direction));
    node.rows = shown.map((plan) => {
      const { schema, ...row } = plan;
      const id = this.ids.take(idBelow(base, this.stepOf(schema, row)));
      return { ...row, plan, required: row.required ?? false, node: this.enter(schema, id, place(schema, id)) };
    });
  }

  /** What an id calls a row; a branch without a name by its type, which stays when branches are added. */
  stepOf(schema: Schema, { kind, name }: Pick<RowPlan, 'kind' | 'name'>): string {
    if (name === '' && kind !== 'property') return kind;
    if ((kind !== 'oneOf' && kind !== 'anyOf') || !/^\d+$/.test(name)) return name;
    return mergeSchema(this.schemas, schema).schema.types?.join('-') || name;
  }

  isShown({ schema }: RowPlan, direction: Direction): boolean {
    if (direction === 'both') return true;
    const { schema: merged } = mergeSchema(this.schemas, schema);
    return direction === 'request' ? !merged.readOnly : !merged.writeOnly;
  }
}

function said({ schema, more, name, names, missing, never, isNullable }: MergedSchema): Omit<Draft, 'id'> {
  const [base] = schema.properties || schema.types?.includes('object') ? [] : names;
  return {
    ...{ schema, more, missing, never, isNullable, rows: [], includes: [] },
    ...(name === undefined ? {} : { name }),
    ...(name !== undefined || base === undefined ? {} : { base }),
  };
}

function rangeWeight(schemas: Schemas, rows: readonly RowPlan[], range: { from: number; to: number }): Weight {
  return rows
    .slice(range.from, range.to)
    .reduce<Weight>((sum, { schema }) => add(sum, weightOf(schemas, schema)), { rows: 0, bytes: 0 });
}

const LONGEST_ID = 150;
const LONGEST_STEP = 80;
/** White space ends an id; the others have a meaning of their own in an id or an address, or can't be seen. */
const UNFIT = /[\s%"<>\\^`{|}=\p{Cc}\p{Cf}\p{Cs}]+/gu;

/** The way to a row by names, shortened where that gets too long. */
function idBelow(above: string, name: string): string {
  const step = idStep(name);
  const last = above.slice(above.lastIndexOf('.') + 1);
  if (above.length + step.length < LONGEST_ID) return `${above}.${step}`;
  // Where it begins stays: a page may hold several operations, each with a first part of its own.
  const start = above.split('.', 2).join('.').slice(0, 60);
  return `${start}.~.${last.slice(0, 50)}.${step}`;
}

/** A name as a part of an id; never empty. */
export function idStep(name: string): string {
  return name.slice(0, LONGEST_STEP).replace(UNFIT, '-') || '-';
}

/** Gives each id once: `x`, then `x-2`. */
class Ids {
  readonly counts: Map<string, number>;
  constructor(taken: ReadonlySet<string>) {
    this.counts = new Map([...taken].map((id) => [id, 1]));
  }

  take(wanted: string): string {
    let count = (this.counts.get(wanted) ?? 0) + 1;
    let id = count === 1 ? wanted : `${wanted}-${count}`;
    for (; count > 1 && this.counts.has(id); id = `${wanted}-${count}`) count += 1;
    this.counts.set(wanted, count);
    if (id !== wanted) this.counts.set(id, 1);
    return id;
  }
}

/** What a discriminator says where it chooses among no branches: a base schema whose heirs it names. */
export function looseDiscriminators(node: SchemaNode): readonly Discriminator[] {
  return [node.schema, ...node.more.map((part) => part.schema)].flatMap((part) =>
    part.discriminator && !part.oneOf && !part.anyOf ? [part.discriminator] : [],
  );
}

import type { SchemaNode, SchemaRow } from '../schema/tree.ts';
import { essence, operationWay, schemaWay, wayBelow } from './change-way.ts';
import type { FieldView, MediaView, OperationView, PageView, Sender } from './operation-view.ts';
import { listedValues } from './schema-facts.ts';
import { saysFacts, shownRows } from './schema-words.ts';

/** An element of a page that something can have changed at. */
export interface ElementPlace {
  /** Its id; empty for the page as a whole. */
  readonly id: string;
  /** What the page calls it, for who hears a mark without seeing where it stands. */
  readonly name: string;
  /** How changes tell the way to it: through its operation, and through each named schema that it lies in. */
  readonly ways: readonly string[];
  /** Whether it is part of a request or of an answer; left out where it may be both. */
  readonly direction?: 'request' | 'response';
  /** The ids of values that it lists, by the values as JSON. */
  readonly values: ReadonlyMap<string, string>;
}

/**
 * Everything that a page shows of an operation. A schema that several operations share is met in each, so what
 * changed in it is found wherever it shows.
 *
 * @param name - of the operation, as changes have it: `POST /pets`, `webhook petLost`
 */
export function operationPlaces(view: PageView, name: string, sender: Sender): ElementPlace[] {
  const walk = new Walk(view.trees);
  const ways = [operationWay(name)];
  walk.add({ id: '', name: '', ways });
  walk.operation(view, ways, sender);
  return walk.places;
}

/** Everything that a page shows of a named schema. */
export function schemaPlaces(node: SchemaNode, id: string): ElementPlace[] {
  const walk = new Walk([]);
  // Its own way is told by its name.
  walk.value({ ...node, name: id }, { id: '', name: '', ways: [] });
  return walk.places;
}

const NO_VALUES: ReadonlyMap<string, string> = new Map();

type Spot = Omit<ElementPlace, 'values'>;

class Walk {
  readonly places: ElementPlace[] = [];
  readonly trees: readonly SchemaNode[];
  constructor(trees: readonly SchemaNode[]) {
    this.trees = trees;
  }

  add(spot: Spot, values = NO_VALUES): void {
    this.places.push({ ...spot, values });
  }

  operation(view: OperationView, ways: readonly string[], sender: Sender): void {
    const sent = sender === 'reader' ? 'request' : 'response';
    const answered = sender === 'reader' ? 'response' : 'request';
    const at = (id: string, name: string, steps: readonly string[], direction?: Spot['direction']): Spot => ({
      id,
      name,
      ways: below(ways, ...steps),
      ...(direction ? { direction } : {}),
    });
    if (view.ways.length > 0 || sender === 'reader') {
      this.add(at(`${view.prefix}authorization`, '', ['authorization']));
    }
    for (const { place, fields } of view.parameters) {
      for (const one of fields)
        this.field(one, at(one.id, one.field.name, [`${place} parameter`, one.field.name], sent));
    }
    if (view.body.length > 0) {
      const body = at(`${view.prefix}request-body`, '', ['request body'], sent);
      this.add(body);
      this.content(view.body, body);
    }
    for (const { id, response, headers, content, links } of view.responses) {
      const answer = at(id, response.status, ['response', response.status.toUpperCase()], answered);
      this.add(answer);
      for (const one of headers) {
        const { name } = one.field;
        this.field(one, { ...answer, id: one.id, name, ways: below(answer.ways, 'header', name.toLowerCase()) });
      }
      this.content(content, answer);
      for (const { id: own, link } of links) {
        this.add({ ...answer, id: own, name: link.name, ways: below(answer.ways, 'link', link.name) });
      }
    }
    for (const { id, callback, inner } of view.callbacks) {
      if (!inner) continue;
      const { method } = inner.operation;
      const own = at(id, callback.name, ['callback', `${callback.name} ${callback.expression} ${method}`]);
      this.add(own);
      this.operation(inner.view, own.ways, 'api');
    }
  }

  field({ tree }: FieldView, spot: Spot): void {
    const node = this.trees[tree];
    if (node) this.value(node, spot);
    else this.add(spot);
  }

  content(content: readonly MediaView[], spot: Spot): void {
    for (const { names, whole, item } of content) {
      for (const { name, id } of names) this.add({ ...spot, id, name, ways: below(spot.ways, essence(name)) });
      // What they hold is shown once for all of them.
      const ways = names.flatMap(({ name }) => below(spot.ways, essence(name)));
      const [first] = names;
      const inside = { ...spot, id: first?.id ?? spot.id, name: first?.name ?? spot.name, ways };
      const node = whole === undefined ? undefined : this.trees[whole];
      if (node) this.value(node, inside);
      const one = item === undefined ? undefined : this.trees[item];
      if (one) this.value(one, { ...inside, ways: below(ways, 'item') });
    }
  }

  /** A value at an element, and what lies inside it. */
  value(node: SchemaNode, { ways: outer, ...spot }: Spot): void {
    const ways = node.name === undefined ? outer : [...outer, schemaWay(node.name)];
    this.add({ ...spot, ways }, valuesOf(node));
    const seen = new Map<string, number>();
    for (const row of shownRows(node)) {
      const step = stepOf(row, seen);
      const own = { ...spot, id: row.node.id, name: row.name || spot.name };
      if (step === undefined) continue;
      this.value(row.node, { ...own, ways: below(ways, step) });
    }
    if (!node.items) return;
    // Items that say nothing of themselves have no line of their own.
    const id = saysFacts(node.items) ? node.items.id : spot.id;
    this.value(node.items, { ...spot, id, ways: below(ways, '[]') });
  }
}

function below(ways: readonly string[], ...steps: readonly string[]): string[] {
  return ways.map((way) => wayBelow(way, steps));
}

/** The step that changes name a row by; nothing for what they don't look into. */
function stepOf({ kind, name, part }: SchemaRow, seen: Map<string, number>): string | undefined {
  switch (kind) {
    case 'property':
      return name;
    case 'pattern':
      return `/${name}/`;
    case 'additional':
    case 'entries':
    case 'unevaluated':
      return '*';
    case 'names':
      return 'property names';
    case 'position':
      return `[${Number(name) - 1}]`;
    case 'rest':
      return '[]';
    case 'contains':
      return 'contains';
    case 'content':
      return 'content';
    case 'oneOf':
    case 'anyOf': {
      const count = (seen.get(`${kind} ${part}`) ?? 0) + 1;
      seen.set(`${kind} ${part}`, count);
      const isNew = !seen.has(`${kind} ${part} ${name}`);
      seen.set(`${kind} ${part} ${name}`, 1);
      return /^\d+$/.test(name) || !isNew ? `branch ${count}` : name;
    }
    default:
      return undefined;
  }
}

/** More are told elsewhere where the schema has a page. */
const MOST_VALUES = 150;

function valuesOf({ id, name, schema }: SchemaNode): ReadonlyMap<string, string> {
  if (schema.enum === undefined || (name !== undefined && id !== 'schema' && schema.enum.length > MOST_VALUES))
    return NO_VALUES;
  const listed = listedValues(schema, id);
  return new Map(
    schema.enum.flatMap((value, index) => {
      const own = listed[index]?.id;
      return own === undefined ? [] : [[value, own] as const];
    }),
  );
}

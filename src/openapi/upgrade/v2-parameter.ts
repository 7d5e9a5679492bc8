import type { OpenAPIV2 } from 'openapi-types';
import type { JsonEntry, JsonNode } from '../../model/json-text.ts';
import {
  isObject,
  makeArray,
  makeEntry,
  makeFlag,
  makeObject,
  makeText,
  type ObjectNode,
  reader,
  rename,
  withEntries,
} from './node.ts';
import type { Step } from './steps.ts';

type Described = OpenAPIV2.GeneralParameterObject & { schema?: unknown };

export const parameter = reader<Described>();

/** What says how a value looks: part of the parameter itself until OpenAPI 3.0, of its schema since. */
const SCHEMA_KEYS: ReadonlySet<string> = new Set<keyof OpenAPIV2.ItemsObject>([
  'type',
  'format',
  'items',
  'default',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'enum',
  'multipleOf',
]);

function isOfSchema(key: string): boolean {
  return SCHEMA_KEYS.has(key) || key === 'x-nullable' || key.startsWith('x-enum') || key === 'x-ms-enum';
}

/** The schema of a parameter or a header; nothing where it says nothing of its values. */
export function makeSchema(node: ObjectNode, more: readonly JsonEntry[] = []): JsonEntry | undefined {
  const entries = [...node.entries.filter(({ key }) => isOfSchema(key)), ...more];
  const first = entries[0];
  return first && makeEntry('schema', makeObject(entries, node), parameter.entry(node, 'type')?.keySpan ?? node);
}

/** The formats of lists within lists; commas where nothing else is said. OpenAPI 2.0, "Items Object". */
const DELIMITERS: ReadonlyMap<string | undefined, string> = new Map([
  ['ssv', ' '],
  ['tsv', '\t'],
  ['pipes', '|'],
]);

/** Later versions have no word for what joins lists within lists: it is told by a field of our own. */
function makeItemDelimiters(node: ObjectNode): JsonEntry[] {
  const delimiters: JsonNode[] = [];
  for (let at = inner(node); at && delimiters.length < DEEPEST; at = inner(at)) {
    delimiters.push(makeText(DELIMITERS.get(parameter.text(at, 'collectionFormat')) ?? ',', at));
  }
  return delimiters.length > 0 ? [makeEntry('itemDelimiters', makeArray(delimiters, node), node)] : [];
}

const DEEPEST = 10;

function inner(node: ObjectNode): ObjectNode | undefined {
  const items = parameter.value(node, 'items');
  return isObject(items) && parameter.text(items, 'type') === 'array' ? items : undefined;
}

const STYLES: ReadonlyMap<string | undefined, string> = new Map([
  ['ssv', 'spaceDelimited'],
  ['tsv', 'tabDelimited'],
  ['pipes', 'pipeDelimited'],
  ['multi', 'form'],
]);

/**
 * How the items of a list are joined: by commas unless the author says else. OpenAPI 2.0, "Parameter Object".
 *
 * @param isForm - whether the value is a part of a query or a form, where later versions repeat the name unless
 *   told otherwise
 */
export function makeStyle(node: ObjectNode, isForm: boolean): JsonEntry[] {
  if (parameter.text(node, 'type') !== 'array') return [];
  const written = parameter.entry(node, 'collectionFormat');
  const format = parameter.text(node, 'collectionFormat');
  const style = STYLES.get(format);
  const from: JsonNode = written?.value ?? node;
  const at = written?.keySpan ?? node;
  const explode = isForm && format !== 'multi' ? [makeEntry('explode', makeFlag(false, from), at)] : [];
  const within = makeItemDelimiters(node);
  // Repeating the name is what a form does anyway, and nothing that another place could do.
  if (style === undefined || format === 'multi') return [...explode, ...within];
  return [makeEntry('style', makeText(style, from), at), ...explode, ...within];
}

function isNamedExample(node: JsonNode): boolean {
  return isObject(node) && node.entries.some(({ key }) => key === 'value' || key === '$ref');
}

/** Examples by name, of which each may be the bare value. */
export function makeExamples(entries: readonly JsonEntry[], at: JsonEntry): JsonEntry {
  const named = entries.map((entry) =>
    isNamedExample(entry.value)
      ? entry
      : { ...entry, value: makeObject([makeEntry('value', entry.value, entry.keySpan)], entry.value) },
  );
  return makeEntry('examples', makeObject(named, at.value), at.keySpan);
}

/** `x-example` and `x-examples` of tools for OpenAPI 2.0, which has neither here. */
function upgradeExample(entry: JsonEntry): JsonEntry {
  if (entry.key === 'x-example') return rename(entry, 'example');
  return entry.key === 'x-examples' && isObject(entry.value) ? makeExamples(entry.value.entries, entry) : entry;
}

/** A parameter that is no part of a body. */
export const upgradeParameter: Step = (node) => {
  const isQuery = parameter.text(node, 'in') === 'query';
  if (parameter.entry(node, 'schema')) return node;
  const schema = makeSchema(node);
  // Elsewhere it stays, as a sign that its style may stand there.
  const kept = node.entries
    .filter(({ key }) => !isOfSchema(key) && !(isQuery && key === 'collectionFormat'))
    .map(upgradeExample);
  return withEntries(node, [...kept, ...makeStyle(node, isQuery), ...(schema ? [schema] : [])]);
};

/** Later versions have headers joined by commas alone; what joins them otherwise is kept as a style. */
export const upgradeHeader: Step = (node) => {
  if (parameter.entry(node, 'schema')) return node;
  const schema = makeSchema(node);
  const kept = node.entries.filter(({ key }) => !isOfSchema(key) && key !== 'collectionFormat').map(upgradeExample);
  return withEntries(node, [...kept, ...makeStyle(node, false), ...(schema ? [schema] : [])]);
};

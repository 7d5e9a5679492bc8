import { type Collector, type Direction, isScalar, isTrue } from './collect.ts';
import { child, entries, isFields, type Place, textAt } from './document.ts';

/** Properties are taken this far down; items and branches lie where their schema does. */
export const MAX_DEPTH = 4;

/** Keywords whose schemas speak of the value itself, its items or its other properties. */
const BESIDE = [
  'items',
  'contains',
  'additionalProperties',
  'unevaluatedItems',
  'unevaluatedProperties',
  'propertyNames',
];
const CONDITIONS = ['not', 'if', 'then', 'else', 'contentSchema'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const BOUNDS = [
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties', 'minContains', 'maxContains'],
];

/** Keywords that a page may tell in one phrase: `5 to 5 items` is `exactly 5`. */
const PHRASES: readonly RegExp[] = [
  ...[/^default$/, /^const$/, /^multipleOf$/, /(inimum|aximum)$/, /Length$/, /Items$/, /Properties$/, /Contains$/],
];

/** In how many phrases a page has to say a number that a schema's keywords share. */
function timesOf(place: Place, value: unknown): number {
  if (typeof value !== 'number') return 1;
  const keys = ['default', 'const', ...BOUNDS].filter((key) => child(place, key)?.value === value);
  return PHRASES.filter((phrase) => keys.some((key) => phrase.test(key))).length;
}

/** The properties of a schema with those of its references and allOf parts. */
export interface Family {
  readonly shown: ReadonlySet<string>;
  /** Those that are no part of what goes this way. */
  readonly hidden: ReadonlySet<string>;
}

export interface Position {
  /** What the facts are of: `property`, `parameter`, `header`, `request`, `response`. */
  readonly of: string;
  readonly row?: string | undefined;
  readonly direction: Direction;
  /** Of the properties of this schema; those of a body have 1. */
  readonly depth: number;
  /** The names that `required` may speak of, where parts of an allOf name each other's. */
  readonly family?: Family;
  /** One of the forms that a value may have. */
  readonly isBranch?: boolean;
  /** The schemas around this one, without a property between. */
  readonly trail?: readonly unknown[];
}

/** Takes what a schema says of a value, and what it says of the properties down to the depth that counts. */
export function takeSchema(collector: Collector, place: Place | undefined, position: Position): void {
  if (!place || !isFields(place.value)) return;
  const { row, direction, depth, trail = [] } = position;
  if (trail.includes(place.value)) return;
  const inside = { ...position, trail: [...trail, place.value] };
  const reference = textAt(place, '$ref') ?? textAt(place, '$dynamicRef');
  if (reference !== undefined) {
    takeSchema(collector, collector.documents.resolve(place, reference), inside);
    // Before 3.1 nothing beside a reference counts.
    if (collector.version !== '3.1') return;
  }
  if (!collector.enter(place.value, direction, row ?? '', depth)) return;
  takeOwn(collector, place, position);
  for (const key of [...BESIDE, ...CONDITIONS]) {
    const at = child(place, key);
    if (Array.isArray(at?.value)) for (const [, one] of entries(at)) takeSchema(collector, one, apart(inside));
    else takeSchema(collector, at, apart(inside));
  }
  for (const key of LISTS) {
    for (const [, one] of entries(child(place, key))) {
      takeSchema(collector, one, partPosition(collector, place, key, inside));
    }
  }
  for (const [name, one] of entries(child(place, 'patternProperties'))) {
    collector.words('property.pattern-name', one, [name], { row });
    takeSchema(collector, one, apart(inside));
  }
  for (const [, one] of entries(child(place, 'dependentSchemas'))) takeSchema(collector, one, apart(inside));
  takeProperties(collector, place, position);
}

function partPosition(collector: Collector, place: Place, key: string, inside: Position): Position {
  if (key === 'allOf') return { ...inside, family: inside.family ?? familyOf(collector, place, inside) };
  return { ...apart(inside), isBranch: key === 'oneOf' || key === 'anyOf' };
}

function apart({ family: _family, isBranch: _isBranch, ...position }: Position): Position {
  return position;
}

function takeProperties(collector: Collector, place: Place, position: Position): void {
  const { direction, depth } = position;
  if (depth > MAX_DEPTH) return;
  const properties = entries(child(place, 'properties'));
  for (const [name, one] of properties) {
    if (isHidden(collector, one, direction)) continue;
    collector.add('property.name', one, { kind: 'row' }, { row: name });
    takeSchema(collector, one, { of: 'property', row: name, direction, depth: depth + 1 });
  }
  const family = position.family ?? familyOf(collector, place, position);
  for (const [, one] of entries(child(place, 'required'))) {
    const name = String(one.value);
    const own = properties.find(([key]) => key === name)?.[1];
    if (own && isHidden(collector, own, direction)) continue;
    if (family.hidden.has(name)) continue;
    if (!family.shown.has(name)) {
      // What is described elsewhere or nowhere, told in words.
      collector.words('schema.required', one, [name], { row: position.row });
      continue;
    }
    collector.words('property.required', one, REQUIRED, { row: name });
  }
}

export const REQUIRED = [/\brequired\b/i, /必填|必需|必须/];
export const DEPRECATED = [/\bdeprecated\b/i, /弃用|废弃/];

function familyOf(collector: Collector, place: Place, { direction }: Position): Family {
  const names = new Set<string>();
  const hidden = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (at: Place | undefined): void => {
    if (!at || seen.has(at.value)) return;
    seen.add(at.value);
    const reference = textAt(at, '$ref');
    if (reference !== undefined) visit(collector.documents.resolve(at, reference));
    for (const [name, one] of entries(child(at, 'properties'))) {
      (isHidden(collector, one, direction) ? hidden : names).add(name);
    }
    for (const [, one] of entries(child(at, 'allOf'))) visit(one);
  };
  visit(place);
  for (const name of hidden) names.delete(name);
  return { shown: names, hidden };
}

/** Read-only properties count for responses only, write-only ones for requests. */
function isHidden(collector: Collector, place: Place, direction: Direction): boolean {
  const keyword = direction === 'request' ? 'readOnly' : 'writeOnly';
  const seen = new Set<unknown>();
  const visit = (at: Place | undefined): boolean => {
    if (!at || seen.has(at.value)) return false;
    seen.add(at.value);
    if (isTrue(at, keyword)) return true;
    const reference = textAt(at, '$ref');
    if (reference !== undefined && visit(collector.documents.resolve(at, reference))) return true;
    return entries(child(at, 'allOf')).some(([, one]) => visit(one));
  };
  return visit(place);
}

function takeOwn(collector: Collector, place: Place, { of, row, isBranch }: Position): void {
  const where = { row };
  const kind = (name: string): string => `${of}.${name}`;
  if (isBranch) collector.prose('branch.title', place, 'title', where);
  collector.prose(kind('description'), place, 'description', where);
  takeTypes(collector, place, kind('type'), row);
  collector.value(kind('format'), place, 'format', where);
  for (const [, one] of entries(child(place, 'enum'))) takeScalar(collector, kind('enum'), one, row);
  for (const key of ['default', 'const']) {
    const at = child(place, key);
    takeScalar(collector, kind(key), at, row, timesOf(place, at?.value));
  }
  for (const key of BOUNDS) {
    const at = child(place, key);
    // `exclusiveMinimum: true` of 3.0 is about the number beside it.
    if (at && isScalar(at.value) && typeof at.value !== 'boolean' && at.value !== null) {
      collector.add(kind(key), at, { kind: 'value', value: at.value, times: timesOf(place, at.value) }, where);
    }
  }
  collector.value(kind('pattern'), place, 'pattern', where);
  for (const key of ['contentEncoding', 'contentMediaType']) collector.value(kind(key), place, key, where);
  const flags = [
    ['uniqueItems', [/\bunique\b|no item twice/i, /不重复|唯一/]],
    ['readOnly', [/read.?only/i, /只读/]],
    ['writeOnly', [/write.?only/i, /只写/]],
    ['deprecated', DEPRECATED],
    ['nullable', [/\bnull/i]],
    ['x-nullable', [/\bnull/i]],
  ] as const;
  for (const [key, any] of flags) {
    const at = child(place, key);
    // In 3.0 the keyword only counts beside a type; what has none may be null anyway.
    const isMoot = key === 'nullable' && (collector.version !== '3.0' || !hasForm(place));
    // Of a parameter or a header it would say nothing.
    const isIdle = /^(read|write)Only$/.test(key) && (of === 'parameter' || of === 'header');
    const isForeign = key === 'x-nullable' && collector.version !== '2.0';
    if (at?.value === true && !isMoot && !isIdle && !isForeign) collector.words(kind(key), at, any, where);
  }
  const closed = child(place, 'additionalProperties');
  if (closed?.value === false)
    collector.words(kind('closed'), closed, [/no (other|additional)/i, /没有其他|无其他|不允许/], where);
  const example = child(place, 'example');
  if (example) collector.leaves(kind('example'), example, where);
  for (const [, one] of entries(child(place, 'examples'))) collector.leaves(kind('example'), one, where);
  const docs = child(place, 'externalDocs');
  collector.url(kind('externalDocs'), docs, 'url', where);
  collector.prose(kind('externalDocs'), docs, 'description', where);
  takeExtensions(collector, place, kind, row);
}

function hasForm(place: Place): boolean {
  return ['type', ...LISTS].some((key) => child(place, key) !== undefined);
}

function takeTypes(collector: Collector, place: Place, kind: string, row: string | undefined): void {
  const at = child(place, 'type');
  const types = Array.isArray(at?.value) ? entries(at) : at ? [['', at] as const] : [];
  for (const [, one] of types) {
    if (typeof one.value !== 'string') continue;
    // An object goes by the name of its schema where it has one, and by its fields.
    if (one.value === 'object') continue;
    const any =
      one.value === 'file'
        ? [/\bfile\b|\bbinary\b/i]
        : [new RegExp(`\\b${one.value}|${CHINESE[one.value] ?? one.value}`, 'i')];
    collector.words(kind, one, any, { row });
  }
}

const CHINESE: { readonly [type: string]: string } = { array: '数组', null: '空值' };

/** A default, a constant or an enum's value; of a structure its leaves. */
function takeScalar(
  collector: Collector,
  kind: string,
  place: Place | undefined,
  row: string | undefined,
  times = 1,
): void {
  if (!place) return;
  if (isScalar(place.value)) collector.add(kind, place, { kind: 'value', value: place.value, times }, { row });
  else collector.leaves(kind, place, { row });
}

function takeExtensions(
  collector: Collector,
  place: Place,
  kind: (name: string) => string,
  row: string | undefined,
): void {
  const where = { row };
  for (const key of ['x-enumDescriptions', 'x-enum-descriptions', 'x-enum-varnames', 'x-enumNames']) {
    for (const [, one] of entries(child(place, key))) {
      if (typeof one.value === 'string' && one.value.trim())
        collector.add(kind(key), one, { kind: 'prose', text: one.value }, where);
    }
  }
  const xml = child(place, 'xml');
  for (const key of ['name', 'namespace', 'prefix']) collector.value(kind(`xml.${key}`), xml, key, where);
  const node = textAt(xml, 'nodeType') ?? (isTrue(xml, 'attribute') ? 'attribute' : undefined);
  if (xml && node !== undefined)
    collector.words(kind('xml.nodeType'), xml, [new RegExp(node, 'i'), /属性|文本/], where);
  const discriminator = child(place, 'discriminator');
  if (typeof discriminator?.value === 'string') collector.value(kind('discriminator'), place, 'discriminator', where);
  collector.value(kind('discriminator'), discriminator, 'propertyName', where);
  for (const [name, one] of entries(child(discriminator, 'mapping'))) {
    collector.words(kind('discriminator.mapping'), one, [name], where);
  }
  for (const [name, one] of entries(child(place, 'dependentRequired'))) {
    collector.words(kind('dependentRequired'), one, [name], where);
    for (const [, other] of entries(one))
      collector.words(kind('dependentRequired'), other, [String(other.value)], where);
  }
}

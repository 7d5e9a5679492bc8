import type { SiteMessages } from '../i18n/en.ts';
import { fill } from '../i18n/translate.ts';
import type { Api } from '../model/api.ts';
import { showInvisibles } from '../model/invisibles.ts';
import { type JsonText, parseJson } from '../model/json-text.ts';
import type { SchemaId, SchemaObject } from '../model/schema-object.ts';
import { constraintPhrases } from '../schema/constraint-words.ts';
import { constraintsOf } from '../schema/constraints.ts';
import { componentName } from '../schema/discriminator.ts';
import type { SchemaNode, SchemaRow } from '../schema/tree.ts';
import { quotedName } from './quoted-name.ts';
import { schemaIdName } from './urls.ts';

/** Whether something of a schema stands below its line and facts: fields, items, branches, or that they are elsewhere. */
export function holdsFields(node: SchemaNode): boolean {
  return (
    node.rows.length > 0 ||
    node.cut !== undefined ||
    node.includes.length > 0 ||
    (node.items !== undefined && (saysFacts(node.items) || holdsFields(node.items)))
  );
}

/** How many rows a schema shows at its next level; items count as what they hold. */
export function countFields(node: SchemaNode): number {
  return shownRows(node).length + (node.items ? countFields(node.items) : 0);
}

/** The rows to show: branches that only have a type, such as `string or null`, are told by the line above. */
export function shownRows(node: SchemaNode): readonly SchemaRow[] {
  const isTold = new Map<string, boolean>();
  for (const row of node.rows) {
    if (row.part === undefined) continue;
    const key = `${row.kind} ${row.part}`;
    isTold.set(key, (isTold.get(key) ?? true) && isOnlyType(row.node));
  }
  return node.rows.filter((row) => row.part === undefined || !isTold.get(`${row.kind} ${row.part}`));
}

function isOnlyType(node: SchemaNode): boolean {
  return node.name === undefined && !saysFacts(node) && !holdsFields(node);
}

const TYPE_ONLY: ReadonlySet<string> = new Set([
  ...[
    'types',
    'format',
    'items',
    'prefixItems',
    'properties',
    'patternProperties',
    'required',
    'oneOf',
    'anyOf',
    'not',
  ],
  ...['if', 'then', 'else', 'contentSchema', 'dependentSchemas', 'propertyNames', 'source'],
]);

/** Whether a schema says more of its value than its type and what lies inside. */
export function saysFacts(node: SchemaNode): boolean {
  return (
    node.more.length > 0 ||
    node.missing.length > 0 ||
    Object.keys(node.schema).some((key) => !TYPE_ONLY.has(key) && key !== 'discriminator' && !isNameOnly(node, key)) ||
    constraintsOf(node.schema).some(({ kind }) => kind === 'present') ||
    (node.schema.discriminator !== undefined && !node.schema.oneOf && !node.schema.anyOf)
  );
}

/** A title that repeats the schema's name. */
function isNameOnly({ name, schema }: SchemaNode, key: string): boolean {
  return key === 'title' && name !== undefined && letters(schema.title ?? '') === letters(componentName(name));
}

/** `ItemId`, `item_id` and `Item Id` are one name. */
export function letters(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The name of a schema, or of what its list holds. */
export function nodeName(api: Api, node: SchemaNode): string | undefined {
  if (node.name !== undefined) return showInvisibles(schemaIdName(api, node.name));
  return node.items && nodeName(api, node.items);
}

/** A piece of a type in words; `schema` where it is the name of one. */
export interface TypePart {
  readonly text: string;
  readonly schema?: SchemaId;
}

/** As many alternatives are told in one line where the branches stand below. */
const MOST_ALTERNATIVES = 4;
/** Lists and alternatives within each other that are told in one line. */
const MOST_NESTED = 5;

/**
 * The type of a value in words, in pieces, so that a page can link the names: `array of Pet`, `string · date-time`.
 *
 * @param label - what the value is called already, where that is the name of its schema
 */
export function typeParts(api: Api, node: SchemaNode, text: SiteMessages, label?: string): TypePart[] {
  return partsWithin({ api, text, depth: 0 }, node, label);
}

interface Within {
  readonly api: Api;
  readonly text: SiteMessages;
  /** How many types this one is told within. */
  readonly depth: number;
}

function partsWithin(within: Within, node: SchemaNode, label?: string): TypePart[] {
  const { api, text } = within;
  if (within.depth > MOST_NESTED && (node.items || node.rows.length > 0)) {
    const { name } = node;
    return [name === undefined ? { text: '…' } : { text: showInvisibles(schemaIdName(api, name)), schema: name }];
  }
  if (node.never) return [{ text: text.typeNever }];
  const { schema } = node;
  const name = node.name ?? node.base;
  const called = name === undefined ? '' : showInvisibles(schemaIdName(api, name));
  const isSaid = called === label && schema.types?.includes('object');
  const named = name === undefined ? [] : [{ text: isSaid ? 'object' : called, schema: name }];
  const types = schema.types ?? impliedTypes(schema);
  const isNamed = node.name !== undefined && (types.includes('object') || types.length === 0);
  const words =
    types.length > 0
      ? types.map((type) => (type === 'object' && isNamed ? named : oneType(within, type, node)))
      : [isNamed ? [named] : alternatives(within, node)].flat();
  if (node.isNullable && words.length > 0 && !types.includes('null')) words.push([{ text: 'null' }]);
  const seen = new Set<string>();
  const unique = words.filter((parts) => {
    const whole = parts.map((part) => part.text).join('');
    return !seen.has(whole) && seen.add(whole);
  });
  const joined = unique.flatMap((parts, index) => (index > 0 ? [{ text: text.typeOr }, ...parts] : parts));
  return [
    ...(joined.length > 0 ? joined : [{ text: text.typeAny }]),
    ...(schema.format ? [{ text: ` · ${showInvisibles(schema.format)}` }] : []),
    ...(isNamed || named.length === 0 ? [] : [{ text: ' · ' }, ...named]),
  ];
}

function alternatives(within: Within, node: SchemaNode): TypePart[][] {
  const branches = node.rows.filter((row) => row.kind === 'oneOf' || row.kind === 'anyOf');
  const isListed = branches.length > MOST_ALTERNATIVES && shownRows(node).some((row) => row.part !== undefined);
  const told = isListed ? branches.slice(0, MOST_ALTERNATIVES - 1) : branches;
  const words = told.map((row) => partsWithin({ ...within, depth: within.depth + 1 }, row.node));
  return isListed ? [...words, [{ text: '…' }]] : words;
}

function oneType(within: Within, type: string, node: SchemaNode): TypePart[] {
  const { text } = within;
  if (type !== 'array' || !node.items) return [{ text: type }];
  const [before = '', after = ''] = text.typeArrayOf.split('{type}');
  const inner = partsWithin({ ...within, depth: within.depth + 1 }, node.items);
  // `array of (string or null) or null`
  const isSeveral = inner.some((part) => part.text === text.typeOr);
  const item = isSeveral ? [{ text: text.bracketOpen }, ...inner, { text: text.bracketClose }] : inner;
  return [{ text: before }, ...item, { text: after }].filter((part) => part.text !== '');
}

/** A schema without `type` still says what it is for by its keywords. */
function impliedTypes(schema: SchemaObject): readonly string[] {
  if (schema.oneOf || schema.anyOf) return [];
  if (schema.properties || schema.additionalProperties !== undefined || schema.patternProperties) return ['object'];
  if (schema.required?.length) return ['object'];
  if (schema.items !== undefined || schema.prefixItems) return ['array'];
  const values = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
  const kinds = values.map((value) => parseJson(value).kind).filter((kind) => kind !== 'problem');
  return [...new Set(kinds)];
}

/** What a row is called. */
export interface RowLabel {
  readonly words: string;
  /** It is a name that the author gave. */
  readonly isCode: boolean;
  /** Nothing is left to say of its schema. */
  readonly isWhole?: boolean;
}

export function rowLabel(row: SchemaRow, text: SiteMessages): RowLabel {
  const name = quotedName(row.name);
  const say = (words: string) => ({ words, isCode: false });
  switch (row.kind) {
    case 'property':
      return { words: name, isCode: true };
    case 'pattern':
      return say(fill(text.propertiesLike, { pattern: name }));
    case 'additional':
      return say(text.otherProperties);
    case 'entries':
      return say(text.eachProperty);
    case 'unevaluated':
      return say(text.unevaluatedProperty);
    case 'names':
      return say(text.eachPropertyName);
    case 'dependent':
      return say(fill(text.whenGiven, { name }));
    case 'position':
      return say(fill(text.position, { number: name }));
    case 'rest':
      return say(text.eachFurtherItem);
    case 'each':
      return say(text.eachItemToo);
    case 'contains':
      return say(text.containedItem);
    case 'unevaluated-items':
      return say(text.unevaluatedItem);
    case 'content':
      return say(text.decodesTo);
    case 'oneOf':
    case 'anyOf':
      return say(/^\d+$/.test(name) ? fill(text.variant, { number: name }) : name);
    case 'not': {
      const names = onlyNames(row.node);
      if (!names) return say(text.mustNotBe);
      return sayNames(names.length > 1 ? text.mustNotHaveAll : text.mustNotHave, names, text);
    }
    case 'if': {
      const names = onlyNames(row.node);
      return names ? sayNames(text.ifItHas, names, text) : say(text.ifItIs);
    }
    case 'then':
      return say(text.thenItIs);
    case 'else':
      return say(text.elseItIs);
  }
}

function sayNames(words: string, names: readonly string[], text: SiteMessages): RowLabel {
  return { words: fill(words, { names: names.map(quotedName).join(text.listComma) }), isCode: false, isWhole: true };
}

/** The properties that a schema asks for, where it asks for nothing else. */
function onlyNames(node: SchemaNode): readonly string[] | undefined {
  const { schema, more, name, missing, never } = node;
  const { required = [], types = ['object'], ...rest } = schema;
  const isOnly = Object.keys(rest).every((key) => key === 'source') && more.length + missing.length === 0;
  return isOnly && required.length > 0 && types.join() === 'object' && name === undefined && !never
    ? required
    : undefined;
}

/** A JSON value for reading: a string without its quotes, anything else as JSON. */
export function valueWords(value: JsonText): string {
  const node = parseJson(value);
  const isPlain =
    node.kind === 'string' && node.value !== '' && node.value.trim() === node.value && !/[\n\t]/.test(node.value);
  return showInvisibles(isPlain ? node.value : value);
}

/** A phrase of words with, at most, one piece of code in it. */
export interface Phrase {
  readonly before: string;
  readonly code?: string;
  readonly after?: string;
}

/** A sentence with one value in it, that is code. */
export function sentence(words: string, key: string, code: string): Phrase {
  const [before = '', after = ''] = words.split(`{${key}}`);
  return { before, code, after };
}

/** What stands in the place of something that is only referred to. */
export function missingWords(reference: string, text: SiteMessages): Phrase {
  return sentence(text.missingSchema, 'reference', showInvisibles(reference));
}

/**
 * What a value must keep to, one phrase each.
 *
 * @param isTested - the schema asks whether a value is so, as that of `not` and `if` does, and demands nothing
 */
export function constraintWords(schema: SchemaObject, text: SiteMessages, isTested = false): Phrase[] {
  return constraintsOf(schema).flatMap((constraint): Phrase[] => {
    if (constraint.kind === 'present') return [presentWords(constraint.names, text, isTested)];
    if (constraint.kind !== 'pattern') {
      return constraintPhrases(constraint, text).map((words) => ({ before: showInvisibles(words) }));
    }
    return [sentence(text.constraintPattern, 'pattern', showInvisibles(constraint.pattern))];
  });
}

function presentWords(names: readonly string[], text: SiteMessages, isTested: boolean): Phrase {
  const words = isTested ? text.hasProperties : text.constraintPresent;
  return sentence(words, 'names', names.map(quotedName).join(text.listComma));
}

/** A text that may be empty, which is seen by its quotes. */
export function textWords(text: string): string {
  return text === '' ? '""' : text;
}

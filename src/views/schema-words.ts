import type { SiteMessages } from '../i18n/en.ts';
import { fill } from '../i18n/translate.ts';
import { showInvisibles } from '../model/invisibles.ts';
import { type JsonText, parseJson } from '../model/json-text.ts';
import type { SchemaId, SchemaObject } from '../model/schema-object.ts';
import { type Constraint, constraintsOf } from '../schema/constraints.ts';
import type { SchemaNode } from '../schema/tree.ts';
import { schemaIdName } from './urls.ts';

/** Whether something lies below a schema: fields, items with fields, branches. */
export function holdsFields(node: SchemaNode): boolean {
  return countFields(node) > 0 || node.cut !== undefined;
}

/** How many rows a schema shows at its next level; items count as what they hold. */
export function countFields(node: SchemaNode): number {
  return (
    node.properties.length +
    node.patternProperties.length +
    node.prefixItems.length +
    (node.additionalProperties ? 1 : 0) +
    (node.content ? 1 : 0) +
    shownBranches(node).reduce((sum, branch) => sum + branch.nodes.length, 0) +
    (node.items ? countFields(node.items) : 0)
  );
}

/** The branches worth a list of their own: those of which one says more than its type, which stands above. */
export function shownBranches(node: SchemaNode): SchemaNode['branches'] {
  return node.branches.filter((branch) => branch.nodes.some((part) => countFields(part) > 0 || saysMore(part.schema)));
}

function saysMore(schema: SchemaObject): boolean {
  return Object.keys(schema).some((key) => !['types', 'items', 'oneOf', 'anyOf', 'source'].includes(key));
}

/** `#/components/schemas/ChatMessage` → `ChatMessage`; an array goes by its items. */
export function schemaName(node: SchemaNode): string | undefined {
  const id = node.names[0];
  if (id === undefined) return node.items && schemaName(node.items);
  return showInvisibles(schemaIdName(id));
}

/** A piece of a type in words; `schema` where it is the name of one. */
export interface TypePart {
  readonly text: string;
  readonly schema?: SchemaId;
}

/** The type of a value in words: `array of ChatMessage`, `string or null`, `string · date-time`. */
export function typeWords(node: SchemaNode, text: SiteMessages): string {
  return typeParts(node, text)
    .map((part) => part.text)
    .join('');
}

/** The same in pieces, so that a page can link the names. */
export function typeParts(node: SchemaNode, text: SiteMessages): TypePart[] {
  if (node.never) return [{ text: text.typeNever }];
  const { schema } = node;
  const types = schema.types ?? impliedTypes(schema);
  const branches = node.branches.flatMap((branch) => branch.nodes.map((part) => typeParts(part, text)));
  const words = types.length > 0 ? types.map((type) => oneType(type, node, text)) : branches;
  const seen = new Set<string>();
  const unique = words.filter((parts) => {
    const whole = parts.map((part) => part.text).join('');
    return !seen.has(whole) && seen.add(whole);
  });
  const joined = unique.flatMap((parts, index) => (index > 0 ? [{ text: text.typeOr }, ...parts] : parts));
  return [
    ...(joined.length > 0 ? joined : [{ text: text.typeAny }]),
    ...(schema.format ? [{ text: ` · ${showInvisibles(schema.format)}` }] : []),
  ];
}

function oneType(type: string, node: SchemaNode, text: SiteMessages): TypePart[] {
  if (type === 'array' && node.items) {
    const [before = '', after = ''] = text.typeArrayOf.split('{type}');
    return [{ text: before }, ...typeParts(node.items, text), { text: after }].filter((part) => part.text !== '');
  }
  const id = node.names[0];
  return type === 'object' && id !== undefined
    ? [{ text: showInvisibles(schemaIdName(id)), schema: id }]
    : [{ text: type }];
}

/** A schema without `type` still says what it is for by its keywords. */
function impliedTypes(schema: SchemaObject): readonly string[] {
  if (schema.oneOf || schema.anyOf) return [];
  if (schema.properties || schema.additionalProperties !== undefined) return ['object'];
  if (schema.items !== undefined || schema.prefixItems) return ['array'];
  const values = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
  const kinds = values.map((value) => parseJson(value).kind).filter((kind) => kind !== 'problem');
  return [...new Set(kinds)];
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

/** What a value must keep to, one phrase each. */
export function constraintWords(schema: SchemaObject, text: SiteMessages): Phrase[] {
  return constraintsOf(schema).flatMap((constraint): Phrase[] => {
    if (constraint.kind !== 'pattern') {
      return phrases(constraint, text).map((words) => ({ before: showInvisibles(words) }));
    }
    const [before = '', after = ''] = text.constraintPattern.split('{pattern}');
    return [{ before, code: showInvisibles(constraint.pattern), after }];
  });
}

function phrases(constraint: Constraint, text: SiteMessages): string[] {
  switch (constraint.kind) {
    case 'range':
      return rangePhrases(constraint, text);
    case 'multiple-of':
      return [fill(text.constraintMultipleOf, { value: constraint.of })];
    case 'length':
      return countPhrase(
        constraint,
        text.constraintLengthRange,
        text.constraintLengthMin,
        text.constraintLengthMax,
        text.constraintLengthExact,
      );
    case 'items':
      return countPhrase(
        constraint,
        text.constraintItemsRange,
        text.constraintItemsMin,
        text.constraintItemsMax,
        text.constraintItemsExact,
      );
    case 'contained':
      return countPhrase(
        constraint,
        text.constraintContainedRange,
        text.constraintContainedMin,
        text.constraintContainedMax,
        text.constraintContainedExact,
      );
    case 'properties':
      return countPhrase(
        constraint,
        text.constraintPropertiesRange,
        text.constraintPropertiesMin,
        text.constraintPropertiesMax,
        text.constraintPropertiesExact,
      );
    case 'pattern':
      return [fill(text.constraintPattern, { pattern: constraint.pattern })];
    case 'content':
      return [
        ...(constraint.encoding ? [fill(text.contentEncoding, { encoding: constraint.encoding })] : []),
        ...(constraint.mediaType ? [fill(text.contentMediaType, { type: constraint.mediaType })] : []),
      ];
    case 'unique':
      return [text.constraintUnique];
    case 'closed':
      return [text.constraintClosed];
    case 'names':
      return constraint.constraints
        .flatMap((one) => phrases(one, text))
        .map((words) => fill(text.constraintNames, { words }));
    case 'together':
      return [
        fill(text.constraintTogether, { name: constraint.name, names: constraint.required.join(text.listComma) }),
      ];
  }
}

function rangePhrases(range: Extract<Constraint, { kind: 'range' }>, text: SiteMessages): string[] {
  const { min, max, exclusiveMin, exclusiveMax } = range;
  if (min !== undefined && max !== undefined && !exclusiveMin && !exclusiveMax) {
    return [fill(text.constraintRange, { min, max })];
  }
  return [
    ...(min === undefined ? [] : [fill(exclusiveMin ? text.constraintExclusiveMin : text.constraintMin, { min })]),
    ...(max === undefined ? [] : [fill(exclusiveMax ? text.constraintExclusiveMax : text.constraintMax, { max })]),
  ];
}

function countPhrase(
  { min, max }: { readonly min?: number; readonly max?: number },
  range: string,
  least: string,
  most: string,
  exact: string,
): string[] {
  if (min !== undefined && max !== undefined) return [fill(min === max ? exact : range, { min, max })];
  return [min === undefined ? fill(most, { max: max ?? 0 }) : fill(least, { min })];
}

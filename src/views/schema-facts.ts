import type { SiteMessages } from '../i18n/en.ts';
import { fill } from '../i18n/translate.ts';
import type { Api } from '../model/api.ts';
import { showInvisibles } from '../model/invisibles.ts';
import type { JsonText } from '../model/json-text.ts';
import type { Discriminator, ExternalDocs, SchemaId, SchemaObject, Xml } from '../model/schema-object.ts';
import type { SchemaNode } from '../schema/tree.ts';
import { constraintWords, letters, missingWords, type Phrase, sentence, valueWords } from './schema-words.ts';
import { schemaIdName } from './urls.ts';
import { valueIds } from './value-ids.ts';

/** One value that a schema lists. */
export interface ListedValue {
  /** The first of several that are the same has it. */
  readonly id?: string;
  readonly words: string;
  readonly name?: string;
  readonly description?: string;
}

/** What a page says below the line of a schema, in the order it says it; one for each of its parts. */
export interface SchemaFacts {
  /** The schema that these come from by `allOf`. */
  readonly from?: SchemaId;
  readonly title?: string;
  readonly description?: string;
  readonly phrases: readonly Phrase[];
  readonly values: readonly ListedValue[];
  /** The values are told on the page of this schema, since they would fill this one. */
  readonly valuesOn?: SchemaId;
  /** Short ones as words, the others laid out. */
  readonly examples: readonly string[];
  readonly externalDocs?: ExternalDocs;
}

export interface FactOptions {
  readonly text: SiteMessages;
  /** What the line above calls it: a title that says no more is left out. */
  readonly label?: string;
  /** Texts that stand there already. */
  readonly said?: readonly (string | undefined)[];
  /** The schema is what its page is about, so everything is told here. */
  readonly isWhole?: boolean;
  /** It asks whether a value is so and demands nothing: the schema of `not` and `if`. */
  readonly isTested?: boolean;
}

/** More values than this are told on the page of the schema that lists them, where it has one. */
const MOST_VALUES = 150;
/** A longer example of a schema that has a page is told there. */
const LONG_EXAMPLE = 200;

export function schemaFacts(api: Api, node: SchemaNode, options: FactOptions): readonly SchemaFacts[] {
  const { said, isWhole, isTested = false, text } = options;
  // What only one place says, or what says something of one place, is no use to others.
  if (said || isWhole || node.more.length > 0 || node.missing.length > 0) return listFacts(api, node, options);
  const { schema, name } = node;
  const label = schema.title === undefined ? undefined : options.label;
  const known = kept.get(schema) ?? [];
  const isSame = (one: Kept): boolean =>
    one.text === text && one.name === name && one.label === label && one.isTested === isTested;
  const found = known.find(isSame)?.facts;
  if (found) return withValues(found, node);
  const facts = listFacts(api, node, options);
  if (known.length < MOST_KEPT) kept.set(schema, [...known, { text, name, label, isTested, facts }]);
  return facts;
}

/** What is said of a schema at one place and holds for all others like it. */
interface Kept extends Required<Pick<FactOptions, 'text' | 'isTested'>>, Pick<FactOptions, 'label'> {
  readonly name: SchemaId | undefined;
  readonly facts: readonly SchemaFacts[];
}

/** The same schema stands on many pages and in their copies. */
const kept = new WeakMap<SchemaObject, readonly Kept[]>();
/** Of one schema: it may have another title at each place. */
const MOST_KEPT = 8;

/** The values have ids of their own at each place. */
function withValues(facts: readonly SchemaFacts[], { id, schema }: SchemaNode): readonly SchemaFacts[] {
  const [first, ...rest] = facts;
  return first && first.values.length > 0 ? [{ ...first, values: listedValues(schema, id) }, ...rest] : facts;
}

function listFacts(api: Api, node: SchemaNode, options: FactOptions): SchemaFacts[] {
  const { text, isWhole = false, isTested = false } = options;
  const parts = [{ schema: node.schema }, ...node.more];
  const said = new Set(options.said?.map((one) => one?.trim()));
  const titles = [options.label ?? '', node.name === undefined ? '' : schemaIdName(api, node.name)].map(letters);
  const shown = parts.map((part, index): SchemaFacts => {
    const { schema } = part;
    const { title = '', description = '', externalDocs } = schema;
    const isNewTitle = letters(title) !== '' && !titles.includes(letters(title));
    if (isNewTitle) titles.push(letters(title));
    const isNew = description.trim() !== '' && !said.has(description.trim());
    said.add(description.trim());
    const hidesValues = !isWhole && node.name !== undefined && (schema.enum?.length ?? 0) > MOST_VALUES;
    return {
      ...('from' in part && part.from !== undefined ? { from: part.from } : {}),
      ...(isNewTitle ? { title: showInvisibles(title) } : {}),
      ...(isNew ? { description } : {}),
      phrases: [
        ...(index > 0 && schema.types ? [{ before: schema.types.join(text.typeOr) }] : []),
        ...(index > 0 && schema.format ? [{ before: `${text.format} `, code: showInvisibles(schema.format) }] : []),
        ...(index === 0 ? node.missing : []).map((id) => missingWords(id, text)),
        ...phrasesOf(api, schema, text, isTested),
      ],
      values: hidesValues ? [] : listedValues(schema, index === 0 ? node.id : undefined),
      ...(hidesValues && node.name !== undefined ? { valuesOn: node.name } : {}),
      examples: (schema.examples ?? [])
        .filter((value) => isWhole || node.name === undefined || value.length <= LONG_EXAMPLE)
        .map(valueWords),
      ...(externalDocs ? { externalDocs } : {}),
    };
  });
  return inOneLine(api, shown, text);
}

/** Short facts of all parts stand together; those that `allOf` brings in say from where. */
function inOneLine(api: Api, facts: readonly SchemaFacts[], text: SiteMessages): SchemaFacts[] {
  const phrases = facts.flatMap(({ from, phrases: own }) =>
    from === undefined
      ? own
      : own.map((phrase) => withOrigin(phrase, fill(text.originOf, { name: showInvisibles(schemaIdName(api, from)) }))),
  );
  return facts.map((one, index) => ({ ...one, phrases: index === 0 ? phrases : [] }));
}

function withOrigin(phrase: Phrase, origin: string): Phrase {
  return phrase.code === undefined
    ? { before: `${phrase.before} (${origin})` }
    : { ...phrase, after: `${phrase.after ?? ''} (${origin})` };
}

function phrasesOf(api: Api, schema: SchemaObject, text: SiteMessages, isTested: boolean): Phrase[] {
  const { discriminator, oneOf, anyOf, xml } = schema;
  const stated = (label: string, value: JsonText | undefined): Phrase[] =>
    value === undefined ? [] : [{ before: `${label} `, code: valueWords(value) }];
  return [
    ...constraintWords(schema, text, isTested),
    ...stated(text.constant, schema.const),
    ...stated(text.default, schema.default),
    ...(discriminator && !oneOf && !anyOf ? discriminatorWords(api, discriminator, new Set(), text) : []),
    ...(xml ? xmlWords(xml, text) : []),
  ];
}

/**
 * What a discriminator says.
 *
 * @param told - schemas whose values stand beside their branches
 */
export function discriminatorWords(
  api: Api,
  { propertyName, mapping, defaultMapping }: Discriminator,
  told: ReadonlySet<SchemaId>,
  text: SiteMessages,
): Phrase[] {
  const name = (id: SchemaId): string => showInvisibles(schemaIdName(api, id));
  return [
    sentence(text.decidedBy, 'property', showInvisibles(propertyName)),
    ...mapping
      .filter(({ ref }) => !told.has(ref))
      .map(({ value, ref }) =>
        sentence(fill(text.discriminatorTo, { name: name(ref) }), 'value', showInvisibles(value)),
      ),
    ...(defaultMapping === undefined ? [] : [{ before: fill(text.discriminatorElse, { name: name(defaultMapping) }) }]),
  ];
}

function xmlWords({ name, prefix, namespace, nodeType }: Xml, text: SiteMessages): Phrase[] {
  const node = {
    element: text.xmlElement,
    attribute: text.xmlAttribute,
    text: text.xmlText,
    cdata: text.xmlCdata,
    none: text.xmlNone,
  };
  const stated = (label: string, value: string | undefined): Phrase[] =>
    value === undefined ? [] : [{ before: `${label} `, code: showInvisibles(value) }];
  return [
    ...stated(text.xmlName, name),
    ...stated(text.xmlPrefix, prefix),
    ...stated(text.xmlNamespace, namespace),
    ...(nodeType ? [{ before: node[nodeType] }] : []),
  ];
}

/** The values that a schema lists. @param id - of its row; none where they have no place of their own */
export function listedValues(
  { enum: values = [], enumDescriptions = [] }: SchemaObject,
  id: string | undefined,
): ListedValue[] {
  const meanings = new Map(enumDescriptions.map((one) => [one.value, one]));
  const words = values.map(valueWords);
  const ids = id === undefined ? [] : valueIds(id, words);
  return values.map((value, index) => {
    const own = ids[index];
    const { name, description } = meanings.get(value) ?? {};
    return {
      words: words[index] ?? '',
      ...(own === undefined ? {} : { id: own }),
      ...(name === undefined || name === words[index] ? {} : { name: showInvisibles(name) }),
      ...(description === undefined ? {} : { description }),
    };
  });
}

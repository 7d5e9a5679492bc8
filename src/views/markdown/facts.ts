import { writeNumber } from '../../i18n/numbers.ts';
import { fill } from '../../i18n/translate.ts';
import type { SchemaId } from '../../model/schema-object.ts';
import type { SchemaNode } from '../../schema/tree.ts';
import { markWords } from '../change-words.ts';
import { type FactOptions, type ListedValue, schemaFacts } from '../schema-facts.ts';
import { missingWords, type Phrase, typeParts } from '../schema-words.ts';
import { schemaIdName, schemaUrl } from '../urls.ts';
import { type Block, code, inline, item, line, list, plain } from './encode.ts';
import { outbound, type TwinContext, toPage } from './twin.ts';

/** Short facts in one line. */
export function phrases(list: readonly Phrase[]): Block[] {
  return line(list.map(phrase).join(' · '));
}

/** @param phrase - its words may end in a space before the code */
function phrase({ before, code: value, after = '' }: Phrase): string {
  return `${inline(before)}${value === undefined ? '' : code(value)}${inline(after)}`;
}

/** Stands where a reference leads nowhere. */
export function missing({ text }: TwinContext, reference: string | undefined): Block[] {
  return reference === undefined ? [] : phrases([missingWords(reference, text)]);
}

/** A type in words. */
export function typeWords({ api, text }: TwinContext, node: SchemaNode, label?: string): string {
  return inline(
    typeParts(api, node, text, label)
      .map((part) => part.text)
      .join(''),
  );
}

export interface Flagged {
  readonly required?: boolean | undefined;
  readonly deprecated?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly writeOnly?: boolean | undefined;
}

/** What follows a name and its type, each with a separator before it. */
export function flags({ text }: TwinContext, { required, deprecated, readOnly, writeOnly }: Flagged): string {
  const words = [
    required && text.required,
    deprecated && text.deprecated,
    readOnly && text.readOnly,
    writeOnly && text.writeOnly,
  ];
  return words.map((word) => (word ? ` · ${word}` : '')).join('');
}

/** That a recent version brought an element of the page or changed it. */
export function markText(
  { marks, text }: TwinContext,
  id: string | undefined,
  shown = (words: string): string => ` · ${words}`,
): string {
  const mark = id === undefined ? undefined : marks?.get(id);
  if (!mark) return '';
  return shown(inline(markWords(mark, text)));
}

/** The name of a schema, leading to its page. */
export function schemaLink(twin: TwinContext, id: SchemaId, words = schemaIdName(twin.api, id)): string {
  return toPage(twin, words, schemaUrl(twin.space, twin.locale, twin.api, id));
}

/** What a value is and may be: descriptions, constraints, listed values, examples. */
export function schemaText(twin: TwinContext, node: SchemaNode, options: Omit<FactOptions, 'text'> = {}): Block[] {
  const { api, text, prose } = twin;
  const facts = schemaFacts(api, node, { ...options, text });
  const blocks: Block[] = [];
  for (const { from, title, description } of facts) {
    if (from && (title || description))
      blocks.push(...line(schemaLink(twin, from, fill(text.originOf, { name: schemaIdName(api, from) }))));
    if (title) blocks.push(...line(plain(title)));
    if (description) blocks.push(...prose(description, true));
  }
  for (const { phrases: words, values, valuesOn, examples, externalDocs } of facts) {
    blocks.push(...phrases(words), ...valueList(twin, values));
    if (valuesOn) {
      const count = writeNumber(node.schema.enum?.length ?? 0, twin.locale);
      blocks.push(
        ...line(schemaLink(twin, valuesOn, fill(text.valueCount, { count, name: schemaIdName(api, valuesOn) }))),
      );
    }
    if (examples.length > 0)
      blocks.push(...line(examples.length > 1 ? text.examples : text.example, ...examples.map(code)));
    if (externalDocs)
      blocks.push(...line(outbound(twin, externalDocs.url, externalDocs.description ?? text.externalDocs)));
  }
  return blocks;
}

function valueList(twin: TwinContext, values: readonly ListedValue[]): Block[] {
  if (values.length === 0) return [];
  const { text, prose } = twin;
  const called = ({ words, name, id }: ListedValue): string =>
    code(words) + (name ? ` ${inline(name)}` : '') + markText(twin, id, (words) => ` (${words})`);
  if (!values.some(({ description }) => description)) return line(text.allowed, ...values.map(called));
  const rows = values.map((value) => {
    const [first, ...rest] = value.description ? prose(value.description, true) : [];
    if (!first) return item([{ text: called(value) }]);
    return first.isLine
      ? item([{ text: `${called(value)}${text.colon}${first.text}` }, ...rest])
      : item([{ text: called(value) }, first, ...rest]);
  });
  return [...line(text.allowed), ...list(rows)];
}

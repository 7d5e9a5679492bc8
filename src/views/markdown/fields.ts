import { fill } from '../../i18n/translate.ts';
import type { Example } from '../../model/media-type.ts';
import { exampleTitle, givenName, isNamedExample } from '../../request/example-title.ts';
import type { SchemaNode, SchemaRow } from '../../schema/tree.ts';
import type { FieldView } from '../operation-view.ts';
import { keepLines } from '../own-line.ts';
import { quotedName } from '../quoted-name.ts';
import { rowGroups } from '../schema-rows.ts';
import { holdsFields, rowLabel, saysFacts, valueWords } from '../schema-words.ts';
import { styleWords } from '../style-words.ts';
import { schemaIdName } from '../urls.ts';
import { type Block, code, inline, item, line, list, plain } from './encode.ts';
import { flags, markText, missing, phrases, schemaLink, schemaText, typeWords } from './facts.ts';
import { outbound, type TwinContext } from './twin.ts';

/** The name of a field; no other code is bold. */
export function fieldName(name: string): string {
  return `**${code(name)}**`;
}

/** What a schema holds: its properties, items and branches. The line that names it is its parent's. */
export function schemaFields(twin: TwinContext, node: SchemaNode): Block[] {
  const { api, text } = twin;
  const { items } = node;
  return [
    ...node.includes.flatMap((id) => line(schemaLink(twin, id, fill(text.includes, { name: schemaIdName(api, id) })))),
    ...rowGroups(api, node, text).flatMap((group) => [
      ...(group.title ? line(group.title) : []),
      ...phrases(group.phrases),
      ...list(group.rows.map((row) => schemaRow(twin, row, group.tag))),
    ]),
    ...(items && saysFacts(items)
      ? [...line(text.eachItem + markText(twin, items.id)), ...schemaText(twin, items)]
      : []),
    ...(items && holdsFields(items) ? schemaFields(twin, items) : []),
    ...(node.cut && node.name !== undefined
      ? line(node.cut === 'recursion' ? text.recursive : text.moreFields, schemaLink(twin, node.name))
      : []),
  ];
}

function schemaRow(twin: TwinContext, row: SchemaRow, tag: string | undefined): string {
  const { node } = row;
  const own = ownLine(twin, row, tag, () => writeLine(twin, row, tag));
  return item(holdsFields(node) ? [...own, ...schemaFields(twin, node)] : own);
}

/** Without marks, a copy says nowhere where on the page something is. */
const ownLine = keepLines<readonly Block[]>(() => false);

/** What a row says of itself. */
function writeLine(twin: TwinContext, row: SchemaRow, tag: string | undefined): Block[] {
  const { api, text } = twin;
  const { node, from } = row;
  const { words, isCode, isWhole = false } = rowLabel(row, text);
  const [before = '', after = ''] = text.discriminatorIs.split('{property}');
  const head = [
    isCode ? fieldName(words) : plain(words),
    isWhole ? '' : ` ${typeWords(twin, node, words)}`,
    tag !== undefined && row.tags ? ` · ${before}${code(tag)}${after} ${row.tags.map(code).join(' ')}` : '',
    flags(twin, { ...node.schema, required: row.required }),
    markText(twin, node.id),
    from === undefined ? '' : ` · ${inline(fill(text.originOf, { name: schemaIdName(api, from) }))}`,
  ].join('');
  const isTested = row.kind === 'not' || row.kind === 'if';
  return [{ text: head, isLine: true }, ...(isWhole ? [] : schemaText(twin, node, { label: words, isTested }))];
}

/** Parameters of one place, or the headers of one answer or part. */
export function fieldList(twin: TwinContext, fields: readonly FieldView[], trees: readonly SchemaNode[]): Block[] {
  const { api, text, prose } = twin;
  return list(
    fields.flatMap(({ field, id, tree }) => {
      const node = trees[tree];
      if (!node) return [];
      const lost = ('missing' in field ? field.missing : undefined) ?? field.content?.missing;
      const head = [
        fieldName(quotedName(field.name)),
        lost === undefined ? ` ${typeWords(twin, node)}` : '',
        field.content ? ` · ${code(field.content.name)}` : '',
        flags(twin, { required: field.required, deprecated: field.deprecated || node.schema.deprecated }),
        markText(twin, id),
      ].join('');
      return item([
        { text: head, isLine: true },
        ...(field.description ? prose(field.description, true) : []),
        ...missing(twin, lost),
        ...schemaText(twin, node, { label: field.name, said: [field.description] }),
        ...phrases(styleWords(field, api.schemas, text)),
        ...exampleValues(twin, [...field.examples, ...(field.content?.examples ?? [])]),
        ...(holdsFields(node) ? schemaFields(twin, node) : []),
      ]);
    }),
  );
}

/** Examples of a parameter or a header. */
function exampleValues(twin: TwinContext, given: readonly Example[]): Block[] {
  const { text, prose } = twin;
  if (given.length === 0) return [];
  const label = given.length > 1 ? text.examples : text.example;
  const examples = given.map((example) => ({ ...example, isNamed: isNamedExample(example) }));
  const words = ({ text: written, value }: Example): string[] => [
    ...new Set([...(written === undefined ? [] : [written]), ...(value === undefined ? [] : [valueWords(value)])]),
  ];
  const isBare = examples.every(
    (one) => !(exampleTitle(one) || one.description || one.externalUrl || one.missing !== undefined),
  );
  if (isBare) return line(label, ...examples.flatMap((one) => words(one).map(code)));
  const rows = examples.map((example) => {
    const title = exampleTitle(example);
    const head = [
      ...words(example).map(code),
      example.externalUrl ? outbound(twin, example.externalUrl) : '',
      title ? plain(title) : '',
      example.summary && givenName(example) !== undefined ? code(quotedName(example.name)) : '',
    ];
    return item([
      ...line(...head),
      ...missing(twin, example.missing),
      ...(example.description ? prose(example.description, true) : []),
    ]);
  });
  return [...line(label), ...list(rows)];
}

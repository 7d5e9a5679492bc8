import { showInvisibles } from '../../model/invisibles.ts';
import type { Example } from '../../model/media-type.ts';
import { exampleTitle, givenName, isNamedExample } from '../../request/example-title.ts';
import type { SchemaNode } from '../../schema/tree.ts';
import type { FieldView } from '../operation-view.ts';
import { quotedName } from '../quoted-name.ts';
import { holdsFields, valueWords } from '../schema-words.ts';
import { styleWords } from '../style-words.ts';
import type { HtmlContext } from './context.ts';
import { externalLink } from './external-link.ts';
import { factsOf, flags, markAt, phrases, typeLabel } from './facts.ts';
import { schemaFields } from './fields.ts';
import { type Content, type Html, html } from './html.ts';
import { missingNote, proseBlock } from './prose.ts';

/** Parameters of one place, or the headers of one answer or part. */
export function parameterFields(
  context: HtmlContext,
  fields: readonly FieldView[],
  trees: readonly SchemaNode[],
): Html {
  return html`<ul class="fields">${fields.map((view) => parameterField(context, view, trees[view.tree]))}</ul>`;
}

function parameterField(context: HtmlContext, { field, id }: FieldView, node: SchemaNode | undefined): Content {
  if (!node) return undefined;
  const missing = ('missing' in field ? field.missing : undefined) ?? field.content?.missing;
  const head = [
    missing === undefined && typeLabel(context, node),
    ' ',
    field.content && html`<code class="field-type">${showInvisibles(field.content.name)}</code>`,
    ' ',
    flags(context, { required: field.required, deprecated: field.deprecated || node.schema.deprecated }),
    markAt(context, id),
  ];
  const below = [
    proseBlock(context, field.description, 'field-text', `${id}==`),
    missingNote(context, missing),
    factsOf(context, node, { place: `${id}==schema=`, label: field.name, said: [field.description] }),
    phrases(styleWords(field, context.api.schemas, context.text)),
    exampleValues(context, [...field.examples, ...(field.content?.examples ?? [])]),
    holdsFields(node) && schemaFields(context, node),
  ];
  return html`<li class="field" id="${id}"><div class="field-head"><a class="field-name" href="#${id}">${quotedName(field.name)}</a> ${head}</div>${below}</li>`;
}

/** Of a parameter or a header. */
function exampleValues(context: HtmlContext, given: readonly Example[]): Content {
  const { text } = context;
  const examples = given.map((example) => ({ ...example, isNamed: isNamedExample(example) }));
  if (examples.some(saysMore)) {
    return html`<dl class="values" aria-label="${text.examples}">${examples.map((one) => describedExample(context, one))}</dl>`;
  }
  if (examples.length === 0) return undefined;
  return html`<p class="facts-line">${examples.length > 1 ? text.examples : text.example} ${examples.map(valueCodes)}</p>`;
}

type NamedExample = Example & { readonly isNamed: boolean };

function saysMore(example: NamedExample): boolean {
  return Boolean(exampleTitle(example) || example.description || example.externalUrl || example.missing);
}

function describedExample(context: HtmlContext, example: NamedExample): Html {
  const { externalUrl, summary, name, missing, description } = example;
  const title = exampleTitle(example);
  const about = [
    title && html`<span dir="auto">${showInvisibles(title)}</span>`,
    ' ',
    summary && givenName(example) !== undefined && html`<code class="field-type">${quotedName(name)}</code>`,
    missingNote(context, missing),
    proseBlock(context, description),
  ];
  return html`<dt>${valueCodes(example)}${externalUrl && externalLink(context, externalUrl)}</dt><dd>${about}</dd>`;
}

/** As it is sent, and what that says where the two differ. */
function valueCodes({ text: written, value }: Example): Content {
  const words = new Set([
    ...(written === undefined ? [] : [showInvisibles(written)]),
    ...(value === undefined ? [] : [valueWords(value)]),
  ]);
  return [...words].map((one) => html`<code>${one}</code> `);
}

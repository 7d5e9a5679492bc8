import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { SchemaNode, SchemaRow } from '../../schema/tree.ts';
import { keepLines } from '../own-line.ts';
import { rowGroups } from '../schema-rows.ts';
import { countFields, holdsFields, nodeName, rowLabel, saysFacts } from '../schema-words.ts';
import { schemaIdName, schemaUrl } from '../urls.ts';
import type { HtmlContext } from './context.ts';
import { factsOf, flags, markAt, phrases, schemaLink, typeLabel } from './facts.ts';
import { attribute, type Content, type Html, html } from './html.ts';

/** A row with no more than so many fields below it shows them without a press, where it is one to fill in. */
const FEW_FIELDS = 8;

/**
 * What a schema holds: its properties, items and branches. The line that names it is its parent's.
 *
 * @param isTop - the first level of a body: what is required opens by itself
 */
export function schemaFields(context: HtmlContext, node: SchemaNode, isTop = false): Content {
  const { api, text } = context;
  const { items } = node;
  return [
    node.includes.map((id) => {
      const words = fill(text.includes, { name: showInvisibles(schemaIdName(api, id)) });
      return html`<p class="cut">${schemaLink(context, id, words)}</p>`;
    }),
    rowGroups(api, node, text).map(({ title, phrases: told, tag, rows }) => [
      title !== undefined && html`<p class="branches-title">${title}</p>`,
      phrases(told),
      html`<ul class="fields">${rows.map((row) => schemaRow(context, row, tag, isTop && row.required))}</ul>`,
    ]),
    items &&
      saysFacts(items) &&
      html`<div class="items" id="${items.id}"><p class="branches-title">${text.eachItem}${markAt(context, items.id)}</p>${factsOf(context, items)}</div>`,
    items && holdsFields(items) && schemaFields(context, items, isTop),
    node.cut !== undefined &&
      node.name !== undefined &&
      html`<p class="cut">${node.cut === 'recursion' ? text.recursive : text.moreFields} ${schemaLink(context, node.name)}</p>`,
  ];
}

/**
 * @param tag - the property that a discriminator reads
 * @param isOpen - whether what lies below shows without a press, where it is short
 */
function schemaRow(context: HtmlContext, row: SchemaRow, tag: string | undefined, isOpen: boolean): Html {
  const { id } = row.node;
  const { kind, words, facts } = ownLine(context, row, tag, () => writeLine(context, row, tag));
  return html`<li class="field" id="${id}"><div class="field-head"><a class="${kind}" href="#${id}">${words}</div>${facts}${below(context, row.node, isOpen)}</li>`;
}

/** What a row says of itself, apart from its id. */
interface RowLine {
  readonly kind: 'field-name' | 'field-label';
  readonly words: Html;
  readonly facts: Html;
}

const ownLine = keepLines<RowLine>((line, id) => line.facts.markup.includes(id));

function writeLine(context: HtmlContext, row: SchemaRow, tag: string | undefined): RowLine {
  const { node } = row;
  const { words, isCode, isWhole = false } = rowLabel(row, context.text);
  const isTested = row.kind === 'not' || row.kind === 'if';
  const more = [
    !isWhole && typeLabel(context, node, words),
    discriminatorTags(context, row, tag),
    flags(context, { ...node.schema, required: row.required }),
    markAt(context, node.id),
    origin(context, row),
  ];
  return {
    kind: isCode ? 'field-name' : 'field-label',
    words: html`${words}</a> ${more}`,
    facts: html`${isWhole ? undefined : factsOf(context, node, { label: words, isTested })}`,
  };
}

function discriminatorTags({ text }: HtmlContext, { tags }: SchemaRow, tag: string | undefined): Content {
  if (tag === undefined || !tags) return undefined;
  const [before = '', after = ''] = text.discriminatorIs.split('{property}');
  const values = tags.map((value) => html` <code>${showInvisibles(value)}</code>`);
  return html` <span class="field-type">${before}<code>${showInvisibles(tag)}</code>${after}${values}</span>`;
}

function origin({ api, space, locale, text }: HtmlContext, { from }: SchemaRow): Content {
  if (from === undefined) return undefined;
  const words = fill(text.originOf, { name: showInvisibles(schemaIdName(api, from)) });
  return html` <a class="origin"${attribute('href', schemaUrl(space, locale, api, from))}>${words}</a>`;
}

function below(context: HtmlContext, node: SchemaNode, isOpen: boolean): Content {
  if (!holdsFields(node)) return undefined;
  const count = countFields(node);
  const fields = schemaFields(context, node);
  if (count <= 1) return fields;
  const { api, text } = context;
  const title = nodeName(api, node);
  const summary = title === undefined ? text.showFieldsUnnamed : fill(text.showFields, { name: title });
  return html`<details class="deep"${attribute('open', isOpen && count <= FEW_FIELDS)}><summary>${summary}</summary>${fields}</details>`;
}

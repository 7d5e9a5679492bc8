import { writeNumber } from '../../i18n/numbers.ts';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { SchemaId } from '../../model/schema-object.ts';
import type { SchemaNode } from '../../schema/tree.ts';
import type { ChangeMark } from '../change-marks.ts';
import { entryUrl, markWords } from '../change-words.ts';
import { type FactOptions, type ListedValue, type SchemaFacts, schemaFacts } from '../schema-facts.ts';
import { type Phrase, typeParts } from '../schema-words.ts';
import { schemaIdName, schemaUrl } from '../urls.ts';
import type { HtmlContext } from './context.ts';
import { attribute, type Content, type Html, html } from './html.ts';

/** Short facts in one line; nothing of none. */
export function phrases(list: readonly Phrase[]): Content {
  if (list.length === 0) return undefined;
  const shown = list.map(({ before, code, after }, index): Content => {
    return [index > 0 && ' · ', before, code !== undefined && html`<code>${code}</code>`, after];
  });
  return html`<p class="facts">${shown}</p>`;
}

/** A type in words; a named schema leads to its page. @param label - what the line calls the value already */
export function typeLabel({ api, space, locale, text }: HtmlContext, node: SchemaNode, label?: string): Html {
  const parts = typeParts(api, node, text, label).map(({ text: words, schema }): Content => {
    const href = schema === undefined ? undefined : schemaUrl(space, locale, api, schema);
    return href === undefined ? words : html`<a href="${href}">${words}</a>`;
  });
  return html`<span class="field-type">${parts}</span>`;
}

export interface Flagged {
  readonly required?: boolean | undefined;
  readonly deprecated?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly writeOnly?: boolean | undefined;
}

/** Words after a name and its type, a space before each, so that they stay apart where text is copied or read out. */
export function flags({ text }: Pick<HtmlContext, 'text'>, flagged: Flagged): Content {
  const { required, deprecated, readOnly, writeOnly } = flagged;
  return [
    required && html` <span class="flag flag-required">${text.required}</span>`,
    deprecated && html` <span class="flag flag-deprecated">${text.deprecated}</span>`,
    readOnly && html` <span class="flag">${text.readOnly}</span>`,
    writeOnly && html` <span class="flag">${text.writeOnly}</span>`,
  ];
}

/** That a recent version brought an element or changed it; it leads to the changelog. */
export function changeMark(context: Omit<HtmlContext, 'marks'>, mark: ChangeMark | undefined): Content {
  if (!mark) return undefined;
  const { api, space, locale, text } = context;
  const words = markWords(mark, text);
  const name =
    mark.name === '' ? undefined : fill(text.changes.markOf, { mark: words, name: showInvisibles(mark.name) });
  const href = entryUrl(space, locale, api, mark.entry);
  return html` <a class="flag flag-mark"${attribute('href', href)}${attribute('aria-label', name)}>${words}</a>`;
}

/** The mark of what has an id on the page. */
export function markAt(context: HtmlContext, id: string | undefined): Content {
  return context.marks && id !== undefined && changeMark(context, context.marks.get(id));
}

/** The name of a schema, leading to its page. */
export function schemaLink({ api, space, locale }: HtmlContext, id: SchemaId, words?: string): Html {
  const href = attribute('href', schemaUrl(space, locale, api, id));
  return html`<a${href}>${words ?? showInvisibles(schemaIdName(api, id))}</a>`;
}

export interface FactsOptions extends Omit<FactOptions, 'text'> {
  /** What the ids of headings in its description begin with; below the node's own id when left out. */
  readonly place?: string | undefined;
}

/** What a value is and may be: descriptions, constraints, listed values, examples. */
export function factsOf(context: HtmlContext, node: SchemaNode, { place, ...options }: FactsOptions = {}): Content {
  const facts = schemaFacts(context.api, node, { ...options, text: context.text });
  return [
    facts.map((one, index) => descriptions(context, one, index === 0 ? (place ?? `${node.id}==`) : undefined)),
    facts.map((one) => details(context, one, node)),
  ];
}

function descriptions(context: HtmlContext, { from, title, description }: SchemaFacts, place?: string): Content {
  const { api, text, prose, foreign } = context;
  return [
    from !== undefined &&
      (title || description) &&
      html`<p class="facts">${schemaLink(context, from, fill(text.originOf, { name: showInvisibles(schemaIdName(api, from)) }))}</p>`,
    title && html`<p class="field-title" dir="auto">${title}</p>`,
    description && html`<div class="prose field-text"${foreign(description)}>${prose(description, place)}</div>`,
  ];
}

function details(context: HtmlContext, facts: SchemaFacts, node: SchemaNode): Content {
  const { api, text, locale, safeUrl } = context;
  const { phrases: words, values, valuesOn, examples, externalDocs } = facts;
  const docs = externalDocs && safeUrl(externalDocs.url);
  return [
    phrases(words),
    valueList(context, values),
    valuesOn !== undefined &&
      html`<p class="facts">${schemaLink(
        context,
        valuesOn,
        fill(text.valueCount, {
          count: writeNumber(node.schema.enum?.length ?? 0, locale),
          name: showInvisibles(schemaIdName(api, valuesOn)),
        }),
      )}</p>`,
    examples.length > 0 &&
      html`<p class="facts">${examples.length > 1 ? text.examples : text.example}${examples.map((example) => html` <code>${example}</code>`)}</p>`,
    externalDocs &&
      (docs === undefined
        ? html`<p class="facts" dir="auto">${showInvisibles([externalDocs.description, externalDocs.url].filter(Boolean).join(' '))}</p>`
        : html`<p class="facts"><a href="${docs}" rel="noopener noreferrer nofollow" dir="auto">${showInvisibles(externalDocs.description ?? text.externalDocs)}</a></p>`),
  ];
}

/** A longer list of values shows its beginning, and the rest by a press or a link to one of them. */
const MOST_VALUES = 40;
const FIRST_VALUES = 20;

function valueList(context: HtmlContext, all: readonly ListedValue[]): Content {
  const { text, locale } = context;
  if (all.length <= MOST_VALUES) return valuesOf(context, all, text.allowed);
  const label = fill(text.moreValues, { count: writeNumber(all.length - FIRST_VALUES, locale) });
  const rest = valuesOf(context, all.slice(FIRST_VALUES), '');
  return [
    valuesOf(context, all.slice(0, FIRST_VALUES), text.allowed),
    html`<details class="deep"><summary>${label}</summary>${rest}</details>`,
  ];
}

/** @param label - what they are; nothing where it is said already */
function valuesOf(context: HtmlContext, values: readonly ListedValue[], label: string): Content {
  if (values.length === 0) return undefined;
  const { prose, foreign } = context;
  const after = ({ id, name }: ListedValue): Content => [name && ` ${name}`, markAt(context, id)];
  if (!values.some(({ description }) => description)) {
    const shown = values.map((value) => {
      return html` <code${attribute('id', value.id)}>${value.words}</code>${after(value)}`;
    });
    return html`<p class="facts">${label}${shown}</p>`;
  }
  const rows = values.map((value) => {
    const { description = '' } = value;
    const told = description === '' ? undefined : prose(description);
    return html`<dt${attribute('id', value.id)}><code>${value.words}</code>${after(value)}</dt><dd class="prose"${description !== '' && foreign(description)}>${told}</dd>`;
  });
  return html`<dl class="values"${attribute('aria-label', label || context.text.allowed)}>${rows}</dl>`;
}

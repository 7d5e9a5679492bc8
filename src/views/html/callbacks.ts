import { showInvisibles } from '../../model/invisibles.ts';
import type { SchemaNode } from '../../schema/tree.ts';
import { operationTitle } from '../operation-title.ts';
import type { CallbackView } from '../operation-view.ts';
import type { PageExamples } from '../page-examples.ts';
import { quotedName } from '../quoted-name.ts';
import type { HtmlContext } from './context.ts';
import { type ExampleContext, exampleList } from './examples.ts';
import { markAt } from './facts.ts';
import { type HeadingLevel, placeLink, sectionHeading, titledSection } from './heading.ts';
import { type Content, type Html, html } from './html.ts';
import { methodLabel } from './method.ts';
import { operationFacts } from './operation-facts.ts';
import { missingNote } from './prose.ts';
import { requestFields } from './request-fields.ts';
import { responseRows } from './responses.ts';
import { authorization } from './security.ts';
import { serverFields } from './servers.ts';

interface CallbackOptions {
  readonly trees: readonly SchemaNode[];
  readonly examples: PageExamples['callbacks'];
  /** Of the heading above. */
  readonly level: HeadingLevel;
}

/** Requests that the API sends on account of this one. */
export function callbackRows(
  context: HtmlContext & ExampleContext,
  callbacks: readonly CallbackView[],
  options: CallbackOptions,
): Content {
  return callbacks.map(({ callback, id, inner }) => {
    const name = html`<code class="field-name">${quotedName(callback.name)}</code>`;
    const { expression } = callback;
    if (!inner) {
      const path = expression && html`<code class="path">${showInvisibles(expression)}</code>`;
      return html`<div class="response callback" id="${id}"><p class="endpoint">${name} ${path}</p>${missingNote(context, callback.missing)}</div>`;
    }
    const { operation } = inner;
    const summary = operation.summary?.trim();
    const title = summary && summary === operationTitle(operation) ? showInvisibles(summary) : undefined;
    const line = [
      title && html`<span class="response-title" dir="auto">${title}</span>`,
      ' ',
      operation.deprecated && html`<span class="flag flag-deprecated">${context.text.deprecated}</span>`,
    ];
    const head = [
      placeLink(context, id, quotedName(callback.name)),
      context.marks?.has(id) && html`<p class="page-mark">${markAt(context, id)}</p>`,
      html`<p class="endpoint">${methodLabel(operation.method)} <code class="path">${showInvisibles(expression)}</code></p>`,
      title && html`<p class="callback-title" dir="auto">${title}</p>`,
      operationFacts(context, operation, title === undefined ? '' : (summary ?? ''), inner.view.prefix),
    ];
    return html`<details class="response callback" id="${id}" open><summary>${name} ${line}</summary>${head}${callbackSections(context, inner, options)}</details>`;
  });
}

function callbackSections(
  context: HtmlContext & ExampleContext,
  { operation, view }: NonNullable<CallbackView['inner']>,
  options: CallbackOptions,
): Content {
  const { text } = context;
  const { trees, examples } = options;
  const level = options.level === 2 ? 3 : 4;
  const { request = [], responses = [] } = examples.get(operation) ?? {};
  const section = (name: string, title: string, content: Content): Html => {
    return titledSection(view.prefix + name, title, content, { level });
  };
  const listed = [
    { name: 'request-examples', title: text.payloadExamples, list: request },
    { name: 'response-examples', title: text.answerExamples, list: responses },
  ].filter(({ list }) => list.length > 0);
  return [
    operation.security.length > 0 && section('authorization', text.authorization, authorization(context, view.ways)),
    requestFields(context, view, { trees, requestBody: operation.requestBody, bodyTitle: text.payload, level }),
    view.responses.length > 0 &&
      section('responses', text.expectedAnswers, responseRows(context, view.responses, trees, level)),
    listed.map(({ name, title, list }) => {
      const id = view.prefix + name;
      return html`<section class="examples">${sectionHeading(id, title, { level })}${exampleList(context, list, id)}</section>`;
    }),
    operation.servers.length > 0 && section('servers', text.servers, serverFields(context, view.servers)),
    callbackRows(context, view.callbacks, { ...options, level }),
  ];
}

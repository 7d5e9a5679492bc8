import { showInvisibles } from '../../model/invisibles.ts';
import { plainText } from '../../model/plain-text.ts';
import type { SchemaNode } from '../../schema/tree.ts';
import { operationTitle } from '../operation-title.ts';
import type { LinkView, ResponseView } from '../operation-view.ts';
import { quotedName } from '../quoted-name.ts';
import { valueWords } from '../schema-words.ts';
import { findOperation, operationUrl } from '../urls.ts';
import { bodies } from './bodies.ts';
import type { HtmlContext } from './context.ts';
import { markAt } from './facts.ts';
import { type HeadingLevel, placeLink, sectionHeading } from './heading.ts';
import { attribute, type Content, type Html, html } from './html.ts';
import { methodLabel } from './method.ts';
import { parameterFields } from './parameters.ts';
import { pathLabel } from './path.ts';
import { missingNote, proseBlock } from './prose.ts';
import { serverFields } from './servers.ts';

/** The answers to a request, the first of them open. @param level - of the heading above */
export function responseRows(
  context: HtmlContext,
  responses: readonly ResponseView[],
  trees: readonly SchemaNode[],
  level: HeadingLevel,
): Content {
  return responses.map((view, index) => responseRow(context, view, trees, level === 2 ? 3 : 4, index === 0));
}

function responseRow(
  context: HtmlContext,
  { response, id, headers, content, links }: ResponseView,
  trees: readonly SchemaNode[],
  level: HeadingLevel,
  isOpen: boolean,
): Html {
  const { marks, text } = context;
  const { summary, description, missing } = response;
  const status = showInvisibles(response.status);
  const { title, isWhole } = titleOf(response);
  const named = title !== '' && html`<span class="response-title${isWhole && ' is-whole'}" dir="auto">${title}</span>`;
  const line = html`<span class="status status-${response.status.charAt(0)}">${status}</span> ${named}`;
  const link = placeLink(context, id, status);
  const holdsMore = headers.length + content.length + links.length > 0 || missing !== undefined;
  if (!holdsMore && (title === '' || isWhole)) {
    return html`<p class="response response-line" id="${id}">${line}${markAt(context, id)}${link}</p>`;
  }
  const below = [
    link,
    marks?.has(id) && html`<p class="page-mark">${markAt(context, id)}</p>`,
    missingNote(context, missing),
    summary && !isWhole && html`<p class="response-summary" dir="auto">${showInvisibles(summary)}</p>`,
    !isWhole && proseBlock(context, description, '', `${id}==`),
    headers.length > 0 && [
      sectionHeading(`${id}-headers`, text.responseHeaders, { level }),
      parameterFields(context, headers, trees),
    ],
    bodies(context, content, trees),
    links.length > 0 && [sectionHeading(`${id}-links`, text.links, { level }), linkFields(context, links)],
  ];
  return html`<details class="response" id="${id}"${attribute('open', isOpen)}><summary>${line}</summary>${below}</details>`;
}

/** One line for the closed row; where it is all there is to say, nothing repeats it below. */
function titleOf({ summary, description }: ResponseView['response']): { title: string; isWhole: boolean } {
  const words = (summary ?? description ?? '').trim();
  const title = plainText(words);
  const isWhole = title === words && (summary === undefined || description === undefined);
  return { title: showInvisibles(title), isWhole };
}

/** What requests may follow from an answer, and what of it they take. */
function linkFields(context: HtmlContext, links: readonly LinkView[]): Html {
  const rows = links.map(({ link, id, servers }) => {
    const { missing, description } = link;
    const below = [
      missingNote(context, missing),
      proseBlock(context, description, 'field-text', `${id}==`),
      takenValues(context, link),
      servers.length > 0 && serverFields(context, servers),
    ];
    return html`<li class="field" id="${id}"><div class="field-head"><a class="field-name" href="#${id}">${quotedName(link.name)}</a> ${linkTarget(context, link)}${markAt(context, id)}</div>${below}</li>`;
  });
  return html`<ul class="fields">${rows}</ul>`;
}

function linkTarget({ api, space, locale }: HtmlContext, link: LinkView['link']): Content {
  const operation = link.operation === undefined ? undefined : findOperation(api, link.operation);
  if (operation) {
    const href = operationUrl(space, locale, api, operation);
    const { method, path } = operation;
    return html`<a href="${href}" dir="auto">${showInvisibles(operationTitle(operation))}</a> <span class="operations-path">${methodLabel(method)} ${pathLabel(path)}</span>`;
  }
  const name = link.operation ?? link.target;
  return name && html`<code class="field-type">${showInvisibles(name)}</code>`;
}

function takenValues({ text }: HtmlContext, { parameters, requestBody }: LinkView['link']): Content {
  if (parameters.length === 0 && requestBody === undefined) return undefined;
  const rows = parameters.map(({ name, value }) => {
    return html`<dt><code>${quotedName(name)}</code></dt><dd><code>${valueWords(value)}</code></dd>`;
  });
  const body =
    requestBody !== undefined && html`<dt>${text.requestBody}</dt><dd><code>${valueWords(requestBody)}</code></dd>`;
  return html`<dl class="values">${rows}${body}</dl>`;
}

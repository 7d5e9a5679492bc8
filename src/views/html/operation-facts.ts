import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { isJoin } from '../../model/line-joins.ts';
import type { Operation } from '../../model/operation.ts';
import { badgeWords } from '../badges.ts';
import { groupOfTag } from '../groups.ts';
import { proseSummary } from '../operation-title.ts';
import { quotedName } from '../quoted-name.ts';
import { groupUrl } from '../urls.ts';
import type { HtmlContext } from './context.ts';
import { externalLink } from './external-link.ts';
import { type Content, html } from './html.ts';
import { MAIN_TEXT, proseBlock } from './prose.ts';

/** Why an operation goes, and when: sentences that stand as those of their script do. */
function ending({ text }: HtmlContext, reason = '', date = ''): string {
  const last = date && fill(text.sunset, { date: showInvisibles(date) });
  return showInvisibles(reason) + (reason && last && !isJoin(reason, last) ? ' ' : '') + last;
}

/**
 * What an operation says of itself: its text, its path's, its id and tags, and where there is more.
 *
 * @param title - of the page, which is not said again
 * @param prefix - what the ids begin with, where it is not the page's own operation
 */
export function operationFacts(context: HtmlContext, operation: Operation, title: string, prefix = ''): Content {
  const { text } = context;
  const { description, pathSummary, pathDescription, externalDocs, costs, deprecation, sunset } = operation;
  const badges = badgeWords(operation, text);
  const summary = proseSummary(operation, title);
  return [
    badges.length > 0 &&
      html`<p class="badges">${badges.map((badge) => html`<span class="flag" dir="auto">${showInvisibles(badge)}</span> `)}</p>`,
    (deprecation || sunset) && html`<p class="note-line ending" dir="auto">${ending(context, deprecation, sunset)}</p>`,
    proseBlock(context, description, 'lead', prefix + MAIN_TEXT),
    summary !== description?.trim() && proseBlock(context, summary, 'lead'),
    (pathSummary || pathDescription) &&
      html`<div class="prose lead path-text"><p class="note-line">${text.pathText}</p>${pathSummary && html`<p dir="auto">${showInvisibles(pathSummary)}</p>`}${proseBlock(context, pathDescription)}</div>`,
    costs && html`<p class="note-line costs" dir="auto">${costs === true ? text.costs : showInvisibles(costs)}</p>`,
    externalDocs &&
      html`<p class="more-link">${text.externalDocs}${text.colon}${externalLink(context, externalDocs.url, { label: externalDocs.description })}</p>`,
    idAndTags(context, operation),
  ];
}

function idAndTags({ api, space, locale, text }: HtmlContext, { operationId, tags }: Operation): Content {
  if (!operationId && tags.length === 0) return undefined;
  const listed = tags.map((tag, index) => {
    const group = groupOfTag(api, tag);
    const name = quotedName(group?.title ?? tag);
    const url = group && groupUrl(space, locale, api, group);
    return [
      index > 0 && text.listComma,
      url ? html`<a href="${url}" dir="auto">${name}</a>` : html`<span dir="auto">${name}</span>`,
    ];
  });
  const rows = [
    operationId && html`<div><dt>${text.operationId}</dt><dd><code>${showInvisibles(operationId)}</code></dd></div>`,
    tags.length > 0 && html`<div><dt>${text.tags}</dt><dd>${listed}</dd></div>`,
  ];
  return html`<dl class="operation-facts">${rows}</dl>`;
}

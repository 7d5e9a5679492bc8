import { writeNumber } from '../../i18n/numbers.ts';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { SchemaId } from '../../model/schema-object.ts';
import { operationTitle } from '../operation-title.ts';
import { isUsed, schemaUse } from '../schema-use.ts';
import { operationUrl, webhookUrl } from '../urls.ts';
import type { HtmlContext } from './context.ts';
import { schemaLink } from './facts.ts';
import { titledSection } from './heading.ts';
import { type Content, html } from './html.ts';
import { methodLabel } from './method.ts';

/** More of each kind are only counted. */
const MOST = 50;

/** Where a schema is used directly: operations, webhooks and other schemas. */
export function schemaUsers(context: HtmlContext, id: SchemaId): Content {
  const { api, space, locale, text } = context;
  if (!isUsed(api, id)) return undefined;
  const { operations, webhooks, schemas } = schemaUse(api, id);
  const requests = [
    ...operations.map((operation) => ({ operation, url: operationUrl(space, locale, api, operation) })),
    ...webhooks.map((webhook) => ({ operation: webhook.operation, url: webhookUrl(space, locale, api, webhook) })),
  ];
  const rows = requests.slice(0, MOST).map(({ operation, url }) => {
    const title = showInvisibles(operationTitle(operation));
    return html`<li><a href="${url}"><span class="operations-path">${methodLabel(operation.method)} <span dir="auto">${title}</span></span></a></li>`;
  });
  const holders = schemas.slice(0, MOST).map((schema) => html`<li>${schemaLink(context, schema)}</li>`);
  const more = (count: number): Content =>
    count > MOST && html`<p class="facts">${fill(text.usedByMore, { count: writeNumber(count - MOST, locale) })}</p>`;
  const lists = [
    rows.length > 0 && html`<ul class="operations">${rows}</ul>`,
    more(requests.length),
    holders.length > 0 && html`<ul class="schema-list">${holders}</ul>`,
    more(schemas.length),
  ];
  return titledSection('used-by', text.usedBy, lists);
}

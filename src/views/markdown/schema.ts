import { writeNumber } from '../../i18n/numbers.ts';
import { fill } from '../../i18n/translate.ts';
import { escapeInvisibles } from '../../model/invisibles.ts';
import type { SchemaId } from '../../model/schema-object.ts';
import { schemaSheets, sheetTree } from '../../schema/paged.ts';
import { schemaChanges } from '../change-marks.ts';
import { operationTitle } from '../operation-title.ts';
import { schemaExample } from '../schema-example.ts';
import { schemaUse } from '../schema-use.ts';
import { changelogOf, operationUrl, schemaIdName, schemaUrl, webhookUrl } from '../urls.ts';
import { pageChanges } from './changelog.ts';
import { type Block, code, fenced, heading, item, join, line, list, plain } from './encode.ts';
import { flags, schemaLink, schemaText, typeWords } from './facts.ts';
import { schemaFields } from './fields.ts';
import { type TwinContext, toPage } from './twin.ts';

/**
 * How much of the named schemas inside a schema its copy repeats, far less than its page does: each has a copy of its
 * own, and a link costs a program nothing.
 */
const LIMIT = { rows: 60, bytes: 20_000 };

/** As many users of a schema as its page names. */
const MOST_USERS = 50;

/** The Markdown copy of a schema's page. @param sheet - which of its pages, from 1 */
export function schemaMarkdown(page: TwinContext, id: SchemaId, sheet: number): string {
  const { api } = page;
  const name = schemaIdName(api, id);
  const node = sheetTree(api.schemas, id, sheet, LIMIT);
  const changes = schemaChanges(changelogOf(page.space, api), id, node);
  const twin = { ...page, marks: changes?.marks };
  const isFirst = sheet === 1;
  const title = isFirst ? plain(name) : `${plain(name)} (${sheet})`;
  return join([
    heading(1, title + flags(twin, { deprecated: node.schema.deprecated })),
    ...line(typeWords(twin, { ...node, name: undefined } as typeof node)),
    ...pageChanges(twin, changes),
    ...(isFirst ? schemaText(twin, node, { isWhole: true }) : []),
    ...sheetList(twin, id, sheet),
    ...schemaFields(twin, node),
    ...(isFirst ? example(twin, id) : []),
    ...(isFirst ? users(twin, id) : []),
  ]);
}

function example({ api, text }: TwinContext, id: SchemaId): Block[] {
  const json = schemaExample(api, id);
  return [heading(2, text.example), { text: fenced(escapeInvisibles(json), 'json') }];
}

/** The other pages of a schema that is too large for one. */
function sheetList(twin: TwinContext, id: SchemaId, sheet: number): Block[] {
  const { api, space, locale, text } = twin;
  const sheets = schemaSheets(api.schemas, id);
  if (sheets.length < 2) return [];
  const rows = sheets.map(({ first, last }, index) => {
    const words = fill(text.sheetRange, { first, last });
    const number = index + 1;
    return item(line(number === sheet ? plain(words) : toPage(twin, words, schemaUrl(space, locale, api, id, number))));
  });
  return [...line(text.sheets), ...list(rows)];
}

/** Where a schema is used directly: operations, webhooks and other schemas. */
function users(twin: TwinContext, id: SchemaId): Block[] {
  const { api, space, locale, text } = twin;
  const { operations, webhooks, schemas } = schemaUse(api, id);
  const requests = [
    ...operations.map((operation) => ({ operation, url: operationUrl(space, locale, api, operation) })),
    ...webhooks.map((webhook) => ({ operation: webhook.operation, url: webhookUrl(space, locale, api, webhook) })),
  ];
  if (requests.length + schemas.length === 0) return [];
  const more = (count: number): Block[] =>
    count > MOST_USERS ? line(fill(text.usedByMore, { count: writeNumber(count - MOST_USERS, twin.locale) })) : [];
  return [
    heading(2, text.usedBy),
    ...list(
      requests
        .slice(0, MOST_USERS)
        .map(({ operation, url }) => item(line(toPage(twin, operationTitle(operation), url), code(operation.method)))),
    ),
    ...more(requests.length),
    ...list(schemas.slice(0, MOST_USERS).map((one) => item(line(schemaLink(twin, one))))),
    ...more(schemas.length),
  ];
}

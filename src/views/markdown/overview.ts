import { writeNumber } from '../../i18n/numbers.ts';
import { fill } from '../../i18n/translate.ts';
import type { Tag } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import { badgeWords } from '../badges.ts';
import { groupCount } from '../group-count.ts';
import { emptyGroups, groupTitle, type OperationGroup, placedGroups } from '../groups.ts';
import { operationTitle, webhookTitle } from '../operation-title.ts';
import { quotedName } from '../quoted-name.ts';
import {
  changelogOf,
  changelogUrl,
  groupUrl,
  hasGroupPages,
  hasSchemasPage,
  namedSchemas,
  operationUrl,
  schemasUrl,
  schemaUrl,
  webhookUrl,
} from '../urls.ts';
import { type Block, code, heading, item, join, line, link, list, plain } from './encode.ts';
import { missing } from './facts.ts';
import { serverList } from './request.ts';
import { schemeItem } from './security.ts';
import { fact, outbound, type TwinContext, toPage } from './twin.ts';

/** The Markdown copy of an API's overview. */
export function overviewMarkdown(twin: TwinContext): string {
  const { api, space, locale, text, prose, described = [] } = twin;
  const { missingPathItems = [], webhooks = [] } = api;
  const empty = emptyGroups(api);
  const count = namedSchemas(api).length;
  return join([
    heading(1, plain(api.title)),
    ...line(fill(text.apiVersion, { version: plain(api.version) })),
    ...(api.summary ? line(plain(api.summary)) : []),
    ...(api.description ? prose(api.description) : []),
    ...apiFacts(twin),
    ...(described.length > 0
      ? fact(
          text,
          text.download,
          described.map(({ format, url }) => link(format.toUpperCase(), twin.address(url))).join(text.listComma),
        )
      : []),
    ...(changelogOf(space, api) ? line(toPage(twin, text.changes.title, changelogUrl(space, locale, api))) : []),
    ...(api.servers.length > 0 ? [heading(2, text.servers), ...serverList(twin, api.servers)] : []),
    ...(api.securitySchemes.length > 0
      ? [heading(2, text.authorization), ...list(api.securitySchemes.map((scheme) => schemeItem(twin, scheme)))]
      : []),
    ...placedGroups(api).flatMap(({ group, depth }) => groupSection(twin, group, depth)),
    ...(webhooks.length > 0
      ? [
          heading(2, text.webhooks),
          ...line(text.webhooksHint),
          ...(hasGroupPages(api) ? [] : requestList(twin, { operations: [], others: [], webhooks })),
        ]
      : []),
    ...(missingPathItems.length > 0
      ? [
          heading(2, text.missingPaths),
          ...list(
            missingPathItems.map((one) =>
              item([
                ...line(one.method && code(one.method), code(quotedName(one.name))),
                ...missing(twin, one.missing),
              ]),
            ),
          ),
        ]
      : []),
    ...(empty.length > 0
      ? [heading(2, text.emptyTags), ...line(empty.map((name) => plain(quotedName(name))).join(text.listComma))]
      : []),
    ...(count > 0
      ? [
          heading(2, text.schemas),
          ...(hasSchemasPage(api)
            ? line(
                toPage(
                  twin,
                  fill(text.allSchemas, { count: writeNumber(count, locale) }),
                  schemasUrl(space, locale, api),
                ),
              )
            : schemaList(twin)),
        ]
      : []),
  ]);
}

/** Who made an API, what binds its users, and where there is more. */
function apiFacts(twin: TwinContext): Block[] {
  const { api, text } = twin;
  const { contact, license, termsOfService, externalDocs } = api;
  const ways = [
    contact?.name && plain(contact.name),
    contact?.email && outbound(twin, `mailto:${contact.email}`, contact.email),
    contact?.url && outbound(twin, contact.url),
  ].filter((one) => one !== undefined && one !== '');
  return [
    ...(externalDocs ? fact(text, text.externalDocs, outbound(twin, externalDocs.url, externalDocs.description)) : []),
    ...(ways.length > 0 ? fact(text, text.contact, ways.join(' · ')) : []),
    ...(license
      ? fact(
          text,
          text.license,
          [
            license.url ? outbound(twin, license.url, license.name) : plain(license.name),
            license.identifier && code(license.identifier),
          ]
            .filter(Boolean)
            .join(' '),
        )
      : []),
    ...(termsOfService ? fact(text, text.termsOfService, outbound(twin, termsOfService)) : []),
  ];
}

function groupSection(twin: TwinContext, group: OperationGroup, depth: number): Block[] {
  const { api, space, locale, text } = twin;
  const title = groupTitle(group, text);
  const count = groupCount(group, text, locale);
  return [
    heading(Math.min(4, 2 + depth), plain(title)),
    ...(group.tag ? tagText(twin, group.tag) : []),
    ...(hasGroupPages(api)
      ? line(count !== undefined && toPage(twin, count, groupUrl(space, locale, api, group)))
      : requestList(twin, group)),
  ];
}

/** What a tag says of itself, below its title. */
function tagText(twin: TwinContext, tag: Tag): Block[] {
  const { text, prose } = twin;
  const { name, summary, kind, description, externalDocs } = tag;
  return [
    ...line(summary !== undefined && summary !== name && code(name), kind !== undefined && code(kind)),
    ...(description ? prose(description) : []),
    ...(externalDocs ? fact(text, text.externalDocs, outbound(twin, externalDocs.url, externalDocs.description)) : []),
  ];
}

/** Links to the copies of operations and webhooks. */
function requestList(
  twin: TwinContext,
  { operations, others, webhooks }: Pick<OperationGroup, 'operations' | 'others' | 'webhooks'>,
): Block[] {
  const { api, space, locale, text } = twin;
  const flags = (one: Operation): string =>
    [...(one.deprecated ? [text.deprecated] : []), ...badgeWords(one, text).map(plain)]
      .map((word) => `· ${word}`)
      .join(' ');
  return list([
    ...[...operations, ...others].map((operation) =>
      item(
        line(
          toPage(twin, operationTitle(operation), operationUrl(space, locale, api, operation)),
          code(`${operation.method} ${operation.path}`),
          flags(operation),
        ),
      ),
    ),
    ...webhooks.map((webhook) =>
      item(
        line(
          toPage(twin, webhookTitle(webhook), webhookUrl(space, locale, api, webhook)),
          code(`${webhook.operation.method} ${webhook.name}`),
          flags(webhook.operation),
        ),
      ),
    ),
  ]);
}

/** The Markdown copy of the page with one group's operations. */
export function groupMarkdown(twin: TwinContext, group: OperationGroup): string {
  const { api, space, locale, text } = twin;
  const inner = group.groups.map((one) =>
    item(line(toPage(twin, groupTitle(one, text), groupUrl(space, locale, api, one)), groupCount(one, text, locale))),
  );
  return join([
    heading(1, plain(groupTitle(group, text))),
    ...(group.tag ? tagText(twin, group.tag) : []),
    ...list(inner),
    ...requestList(twin, group),
  ]);
}

/** The Markdown copy of the page with all schemas. */
export function schemaListMarkdown(twin: TwinContext): string {
  return join([heading(1, twin.text.schemas), ...schemaList(twin)]);
}

function schemaList(twin: TwinContext): Block[] {
  const { api, space, locale } = twin;
  return list(
    namedSchemas(api).map(({ id, name }) => item(line(toPage(twin, name, schemaUrl(space, locale, api, id))))),
  );
}

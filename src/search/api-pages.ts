import type { SiteMessages } from '../i18n/en.ts';
import { fill } from '../i18n/translate.ts';
import type { Api } from '../model/api.ts';
import { showInvisibles } from '../model/invisibles.ts';
import type { Operation, Webhook } from '../model/operation.ts';
import { plainText } from '../model/plain-text.ts';
import type { SchemaId } from '../model/schema-object.ts';
import { schemaSheets, sheetTree } from '../schema/paged.ts';
import { badgeWords } from '../views/badges.ts';
import { changelogPlan } from '../views/changelog.ts';
import { groupTitle, placedGroups } from '../views/groups.ts';
import { operationTitle, webhookTitle } from '../views/operation-title.ts';
import { pageView } from '../views/operation-view.ts';
import { schemeId, schemeWords } from '../views/security-words.ts';
import {
  changelogOf,
  changelogUrl,
  groupUrl,
  localeRoot,
  namedSchemas,
  operationUrl,
  referenceUrl,
  schemaUrl,
  type UrlSpace,
  webhookUrl,
} from '../views/urls.ts';
import type { SearchPage, SearchRow } from './entries.ts';
import { type Depth, operationRows, schemaRows } from './rows.ts';

/** An API of so few operations has all its fields found at them. */
const FEW_OPERATIONS = 40;
/** As much of a description is searched. */
const LONGEST_TEXT = 300;

/** What was found out of a page when it was made: its places, by its address. */
export type KnownRows = (url: string) => readonly SearchRow[] | undefined;

/** How much of an operation's fields is found at it. */
export function depthOf(api: Api): Depth {
  return api.operations.length <= FEW_OPERATIONS ? 'all' : 'roots';
}

export interface ApiPlace {
  readonly space: UrlSpace;
  readonly locale: string;
  readonly text: SiteMessages;
  /** Spares the work of laying a page out again. */
  readonly known?: KnownRows;
}

/** Everything that is found of one API in one language. */
export function apiPages(api: Api, place: ApiPlace): SearchPage[] {
  const { space, locale, text } = place;
  const root = localeRoot(space, locale).length;
  const below = (url: string): string => url.slice(root);
  const overview = referenceUrl(space, locale, api);
  const base = { api: api.id, tags: [], deprecated: false, rows: [] };
  return [
    ...api.operations.map((one) => requestPage(api, one, { ...place, url: operationUrl(space, locale, api, one) })),
    ...(api.webhooks ?? []).map((one) => requestPage(api, one, { ...place, url: webhookUrl(space, locale, api, one) })),
    {
      ...base,
      kind: 'overview' as const,
      title: showInvisibles(api.title),
      path: below(overview),
      text: words(api.summary ?? api.description),
    },
    ...changelogPages(api, place).map((page) => ({ ...base, kind: 'overview' as const, ...page })),
    ...placedGroups(api).map(({ group }) => ({
      ...base,
      kind: 'group' as const,
      title: showInvisibles(groupTitle(group, text)),
      path: below(groupUrl(space, locale, api, group)),
      text: words(group.tag?.description ?? group.tag?.summary),
    })),
    ...api.securitySchemes.map((scheme) => {
      const { before, code = '', after = '' } = schemeWords(scheme, text);
      return {
        ...base,
        kind: 'scheme' as const,
        title: showInvisibles(scheme.id),
        path: `${below(overview)}#${schemeId(api, scheme)}`,
        text: words(`${before}${code}${after} ${scheme.description ?? ''}`),
      };
    }),
    ...namedSchemas(api).flatMap(({ id, name }) => schemaPages(api, id, name, place)),
  ];
}

/** The changelog, found by its versions too. */
function changelogPages(api: Api, { space, locale, text }: ApiPlace): Pick<SearchPage, 'title' | 'path' | 'text'>[] {
  const changelog = changelogOf(space, api);
  if (!changelog) return [];
  const root = localeRoot(space, locale).length;
  return changelogPlan(changelog).sheets.map(({ sections }, index) => {
    const about = fill(text.changes.about, { title: showInvisibles(api.title) });
    const versions = sections.map(({ step }) => showInvisibles(step.version)).join(' ');
    return {
      title: text.changes.title + (index === 0 ? '' : ` (${index + 1})`),
      path: changelogUrl(space, locale, api, index + 1).slice(root),
      text: `${about} ${versions}`.slice(0, LONGEST_TEXT),
    };
  });
}

function requestPage(
  api: Api,
  request: Operation | Webhook,
  { space, locale, text: messages, known, url }: ApiPlace & { readonly url: string },
): SearchPage {
  const isWebhook = 'operation' in request;
  const operation = isWebhook ? request.operation : request;
  const rows =
    known?.(url) ?? operationRows(pageView(api.schemas, operation, isWebhook ? 'api' : 'reader'), depthOf(api));
  return {
    kind: isWebhook ? 'webhook' : 'operation',
    api: api.id,
    title: showInvisibles(isWebhook ? webhookTitle(request) : operationTitle(operation)),
    path: url.slice(localeRoot(space, locale).length),
    method: showInvisibles(operation.method),
    endpoint: showInvisibles(isWebhook ? request.name : operation.path),
    ...(operation.operationId === undefined ? {} : { name: showInvisibles(operation.operationId) }),
    tags: [...operation.tags, ...badgeWords(operation, messages)],
    text: words([operation.summary, operation.description, operation.deprecation].filter(Boolean).join('\n\n')),
    deprecated: operation.deprecated,
    rows,
  };
}

function schemaPages(api: Api, id: SchemaId, name: string, place: ApiPlace): SearchPage[] {
  const schema = api.schemas[id];
  const { description, deprecated = false } = typeof schema === 'object' ? schema : {};
  const found = knownSheets(api, id, place);
  const sheets = found.length > 0 ? found : laidOutSheets(api, id, place);
  return sheets.map(({ url, rows }, index) => ({
    kind: 'schema',
    api: api.id,
    title: index === 0 ? showInvisibles(name) : `${showInvisibles(name)} (${index + 1})`,
    path: url.slice(localeRoot(place.space, place.locale).length),
    tags: [],
    text: words(description),
    deprecated,
    rows,
  }));
}

/** One of the pages of a schema. */
interface Sheet {
  readonly url: string;
  readonly rows: readonly SearchRow[];
}

/** Those that told of themselves when they were made: then all of them did. */
function knownSheets(api: Api, id: SchemaId, { space, locale, known }: ApiPlace): Sheet[] {
  const sheets: Sheet[] = [];
  for (;;) {
    const url = schemaUrl(space, locale, api, id, sheets.length + 1);
    const rows = url === undefined ? undefined : known?.(url);
    if (url === undefined || rows === undefined) return sheets;
    sheets.push({ url, rows });
  }
}

function laidOutSheets(api: Api, id: SchemaId, { space, locale }: ApiPlace): Sheet[] {
  return schemaSheets(api.schemas, id).flatMap((_, index) => {
    const url = schemaUrl(space, locale, api, id, index + 1);
    return url === undefined ? [] : [{ url, rows: schemaRows(sheetTree(api.schemas, id, index + 1)) }];
  });
}

function words(text: string | undefined): string {
  return text === undefined ? '' : showInvisibles(plainText(text.slice(0, 2 * LONGEST_TEXT), LONGEST_TEXT));
}

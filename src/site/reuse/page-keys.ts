import type { Api } from '../../model/api.ts';
import type { Operation, Webhook } from '../../model/operation.ts';
import { referencesIn } from '../../model/references.ts';
import type { Schema, SchemaId } from '../../model/schema-object.ts';
import { sharedParameters } from '../../request/mark-shared.ts';
import { findResource } from '../../sandbox/resource.ts';
import { navigation } from '../../views/navigation.ts';
import { neighbours } from '../../views/neighbours.ts';
import { operationTitle } from '../../views/operation-title.ts';
import { schemaUse } from '../../views/schema-use.ts';
import { findOperation, namedSchemas, operationUrl, schemaUrl, webhookUrl } from '../../views/urls.ts';
import { hasFavicon, readLogo } from '../logo.ts';
import type { ReferencePage } from '../reference-pages.ts';
import { currentRun } from '../run.ts';
import type { SiteData } from '../site-data.ts';
import { urlSpace } from '../url-space.ts';
import { contentHash } from './content-hash.ts';
import { remember } from './remember.ts';

/** The pages that are about one thing of a description. */
export type OwnPage = Extract<ReferencePage, { kind: 'operation' | 'webhook' | 'schema' }>;

/**
 * Tells all that a page and the files that go with it depend on but the code that makes them: two builds in which the
 * keys of a page are the same give the same bytes.
 *
 * @returns nothing for pages that are made anew each time, and where nothing is reused
 */
export function pageKey(site: SiteData, page: ReferencePage): string | undefined {
  if (!currentRun()?.lastBuild || !isOwn(page)) return undefined;
  const sheet = page.kind === 'schema' ? page.sheet : 1;
  return textHash([ownKey(site, page), sheet, linkedTitles(page), shellOf(site), aroundOf(site, page)]);
}

/** The keys of all pages of a language, in their order; `null` for one without. */
export function pageKeys(site: SiteData, locale: string, pages: readonly ReferencePage[]): readonly (string | null)[] {
  return remember(`pages ${locale}`, siteKey(site), () =>
    // A list may show something of all pages.
    pages.map((page) => (isOwn(page) ? pageKey(site, page) : siteKey(site)) ?? null),
  );
}

/** The same for a file that holds the copies of several pages, one after the other. */
export function copiesKey(site: SiteData, pages: readonly ReferencePage[]): string | undefined {
  if (!currentRun()?.lastBuild || !pages.every(isOwn)) return undefined;
  return textHash(pages.map((page) => [ownKey(site, page), linkedTitles(page)]));
}

const siteKeys = new WeakMap<SiteData, string>();

/**
 * Tells all that pages of the reference are made of but the code: all descriptions, and the site with everything but
 * the text of guides. Where it is as it was, so are the keys of all these pages, which take longer to work out.
 */
export function siteKey(site: SiteData): string | undefined {
  if (!currentRun()?.lastBuild || site.models === undefined) return undefined;
  const key = siteKeys.get(site) ?? textHash([withoutTexts(site), shellOf(site)]);
  siteKeys.set(site, key);
  return key;
}

/** The site without its descriptions, its guides and its folders. */
function withoutTexts(
  site: SiteData,
): Omit<SiteData, 'apis' | 'translations' | 'guides' | 'publicDir' | 'downloadDir'> {
  const { apis: _a, translations: _t, guides: _g, publicDir: _p, downloadDir: _d, ...rest } = site;
  return rest;
}

/** Tells all that a page says of its own thing: what of it can be worked out without the pages around. */
export function contentKey(site: SiteData, page: OwnPage): string | undefined {
  return currentRun()?.lastBuild && ownKey(site, page);
}

function ownKey(site: SiteData, page: OwnPage): string {
  const keys = keysOf(site, page.locale, page.api);
  return page.kind === 'schema' ? keys.schema(page.id) : keys.request(requestOf(page));
}

function isOwn(page: ReferencePage): page is OwnPage {
  return page.kind === 'operation' || page.kind === 'webhook' || page.kind === 'schema';
}

/** A page about a request. */
export type RequestPage = Exclude<OwnPage, { kind: 'schema' }>;

export function requestOf(page: RequestPage): Operation | Webhook {
  return page.kind === 'operation' ? page.operation : page.webhook;
}

interface ApiKeys {
  readonly request: (request: Operation | Webhook) => string;
  readonly schema: (id: SchemaId) => string;
}

const known = new WeakMap<Api, Map<string, ApiKeys>>();

/** @param api - in the language */
function keysOf(site: SiteData, locale: string, api: Api): ApiKeys {
  const byLocale = known.get(api) ?? new Map<string, ApiKeys>();
  known.set(api, byLocale);
  const keys = byLocale.get(locale) ?? makeKeys(site, locale, api);
  byLocale.set(locale, keys);
  return keys;
}

function makeKeys(site: SiteData, locale: string, api: Api): ApiKeys {
  const frame = `${frameOf(site)} ${api.id} ${locale}`;
  const write = writer(site, locale);
  const schemas = new Map<SchemaId, { readonly hash: string; readonly refs: ReadonlySet<SchemaId> }>();
  const schemaFacts = (id: SchemaId) => {
    let facts = schemas.get(id);
    if (!facts) {
      const schema: Schema | undefined = Object.hasOwn(api.schemas, id) ? api.schemas[id] : undefined;
      const text = schema === undefined ? '' : write(schema);
      facts = { hash: textHash([id, text]), refs: referencesIn(schema, new Set()) };
      schemas.set(id, facts);
    }
    return facts;
  };
  /** The schemas that can be reached from somewhere. */
  const reach = (start: Iterable<SchemaId>): string[] => {
    const reached = new Set(start);
    for (const id of reached) for (const next of schemaFacts(id).refs) reached.add(next);
    return [...reached].sort().map((id) => schemaFacts(id).hash);
  };
  const requests = new Map<Operation | Webhook, string>();
  const ofSchemas = new Map<SchemaId, string>();
  return {
    request: (request) => {
      let key = requests.get(request);
      if (key === undefined) {
        // What an answer does to a collection is told by other operations too.
        const resource = 'operation' in request ? undefined : findResource(api, request);
        const all = reach(referencesIn(request, new Set()));
        key = textHash([frame, write(request), write(resource ?? null), ...all]);
        requests.set(request, key);
      }
      return key;
    },
    schema: (id) => {
      const key = ofSchemas.get(id) ?? textHash([frame, id, ...reach([id])]);
      ofSchemas.set(id, key);
      return key;
    },
  };
}

/**
 * The text of a value of a description in a language. Of texts that the language's overlay leaves out it says so, since
 * pages do.
 */
function writer(site: SiteData, locale: string): (value: unknown) => string {
  const list = Object.hasOwn(site.untranslated, locale) ? site.untranslated[locale] : undefined;
  if (!list || locale === site.options.defaultLocale) return (value) => JSON.stringify(value);
  const untranslated = new Set(list);
  return (value) =>
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'string' ? (untranslated.has(inner) ? '+' : '-') + inner : inner,
    );
}

const frames = new WeakMap<SiteData, string>();

/**
 * What all files of the reference may show besides what they are about: the site with everything but the guides, and
 * the titles and the inside of operations, webhooks and schemas.
 */
function frameOf(site: SiteData): string {
  let frame = frames.get(site);
  if (frame === undefined) {
    const { apis, translations } = site;
    const { models: _, untranslated, ...rest } = withoutTexts(site);
    const inLanguages = Object.entries(translations).map(([locale, translated]) => [
      locale,
      writer(site, locale)(translated.map(outlineOf)),
    ]);
    frame = textHash([rest, Object.keys(untranslated), apis.map(outlineOf), inLanguages]);
    frames.set(site, frame);
  }
  return frame;
}

/** What files show of an API and of its other operations and schemas. */
function outlineOf(api: Api): object {
  const { operations, webhooks = [], schemas: _, ...rest } = api;
  const line = ({ key, operationId, method, path, deprecated, badges, tags }: Operation) =>
    [key, operationId ?? null, method, path, deprecated, badges ?? null, tags] as const;
  return {
    ...rest,
    operations: operations.map(line),
    webhooks: webhooks.map(({ name, operation }) => [name, ...line(operation)]),
    schemas: namedSchemas(api),
    shared: [...sharedParameters(api)],
  };
}

/** The titles of the operations and schemas that the text of a page leads to. */
function linkedTitles(page: OwnPage): readonly unknown[] {
  const { api } = page;
  if (page.kind !== 'schema') {
    const linked = [...operationsIn(requestOf(page), new Set())].sort();
    return linked.map((key) => [key, titleOf(findOperation(api, key))]);
  }
  const { operations, webhooks, schemas } = schemaUse(api, page.id);
  return [
    operations.map((one) => [one.key, operationTitle(one)]),
    webhooks.map(({ operation }) => [operation.key, operationTitle(operation)]),
    schemas,
  ];
}

function titleOf(operation: Operation | undefined): string | null {
  return operation ? operationTitle(operation) : null;
}

/** The operations that links name. */
function operationsIn(value: unknown, keys: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const item of value) operationsIn(item, keys);
  else if (value !== null && typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) {
      if (key === 'operation' && typeof child === 'string') keys.add(child);
      else if (typeof child === 'object') operationsIn(child, keys);
    }
  }
  return keys;
}

const shells = new WeakMap<SiteData, string>();

/** What every page has around its text, besides the navigation. */
function shellOf(site: SiteData): string {
  let shell = shells.get(site);
  if (shell === undefined) {
    const guides = site.guides.map(({ parts: _, ...guide }) => guide);
    shell = textHash([guides, readLogo(site) ?? null, hasFavicon(site)]);
    shells.set(site, shell);
  }
  return shell;
}

/** What the interface calls things is told by the code and by `messages`. */
const TITLES = {
  guides: '',
  overview: '',
  otherOperations: '',
  operations: '',
  webhooks: '',
  schemas: '',
  changelog: '',
  reference: '',
  allApis: String,
  allOperations: String,
  allGroups: String,
};

/** What stands around one page: the navigation as it is there, and the pages before and after. */
function aroundOf(site: SiteData, page: OwnPage): unknown {
  const { locale, api } = page;
  const space = urlSpace(site, locale);
  const input = { space, locale, guides: [], titles: TITLES };
  const url =
    page.kind === 'operation'
      ? operationUrl(space, locale, api, page.operation)
      : page.kind === 'webhook'
        ? webhookUrl(space, locale, api, page.webhook)
        : (schemaUrl(space, locale, api, page.id, page.sheet) ?? '');
  return [navigation(input, url), neighbours(page, input)];
}

function textHash(parts: readonly unknown[]): string {
  return contentHash(JSON.stringify(parts));
}

import { hash } from 'node:crypto';
import type { Api } from '../../model/api.ts';
import type { Operation, Webhook } from '../../model/operation.ts';
import type { Schema, SchemaId } from '../../model/schema-object.ts';
import { sharedParameters } from '../../request/mark-shared.ts';
import { findResource } from '../../sandbox/resource.ts';
import { operationTitle, webhookTitle } from '../../views/operation-title.ts';
import { referencesIn, schemaUse } from '../../views/schema-use.ts';
import { namedSchemas } from '../../views/urls.ts';
import { hasFavicon, readLogo } from '../logo.ts';
import type { ReferencePage } from '../reference-pages.ts';
import { currentRun } from '../run.ts';
import type { SiteData } from '../site-data.ts';

/**
 * Tells all that the files of a page depend on but the code that makes them: two builds in which the keys of a page
 * are the same give the same bytes.
 *
 * @returns nothing for pages that are made anew each time, and where nothing is reused
 */
export function pageKey(site: SiteData, page: ReferencePage): string | undefined {
  if (!currentRun()?.lastBuild) return undefined;
  switch (page.kind) {
    case 'operation':
      return keysOf(site, page.locale, page.api).request(page.operation);
    case 'webhook':
      return keysOf(site, page.locale, page.api).request(page.webhook);
    case 'schema':
      return `${keysOf(site, page.locale, page.api).schema(page.id)} ${page.sheet}`;
    default:
      return undefined;
  }
}

/** The same for a file that holds several pages, one after the other. */
export function pagesKey(site: SiteData, pages: readonly ReferencePage[]): string | undefined {
  const keys = pages.map((page) => pageKey(site, page));
  return keys.includes(undefined) ? undefined : textHash(keys);
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
      facts = {
        hash: textHash([id, schema === undefined ? '' : write(schema)]),
        refs: referencesIn(schema, new Set()),
      };
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
  return {
    request: (request) => {
      const made = requests.get(request);
      if (made !== undefined) return made;
      // What an answer does to a collection is told by other operations too.
      const resource = 'operation' in request ? undefined : findResource(api, request);
      const all = reach(referencesIn(request, new Set()));
      const key = textHash([frame, write(request), write(resource ?? null), ...all]);
      requests.set(request, key);
      return key;
    },
    schema: (id) => {
      const { operations, webhooks, schemas: holders } = schemaUse(api, id);
      const users = [operations.map((one) => one.key), webhooks.map((one) => one.operation.key), holders];
      return textHash([frame, id, write(users), ...reach([id])]);
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
 * What pages of the reference show besides what they are about: the site with everything but the text of guides and
 * the inside of operations, webhooks and schemas.
 */
function frameOf(site: SiteData): string {
  let frame = frames.get(site);
  if (frame === undefined) {
    const { apis, translations, guides, untranslated, publicDir: _, downloadDir: _also, ...rest } = site;
    const inLanguages = Object.entries(translations).map(([locale, translated]) => [
      locale,
      translated.map((api) => writer(site, locale)(outlineOf(api))),
    ]);
    frame = textHash([
      JSON.stringify(rest),
      JSON.stringify(Object.keys(untranslated)),
      JSON.stringify(guides.map(({ parts: _parts, ...guide }) => guide)),
      JSON.stringify(apis.map(outlineOf)),
      JSON.stringify(inLanguages),
      readLogo(site) ?? '',
      String(hasFavicon(site)),
    ]);
    frames.set(site, frame);
  }
  return frame;
}

/** What pages show of an API and of its other operations and schemas. */
function outlineOf(api: Api): object {
  const { operations, webhooks = [], schemas: _, ...rest } = api;
  const line = ({ key, operationId, method, path, deprecated, tags }: Operation) =>
    [key, operationId ?? null, method, path, deprecated, tags] as const;
  return {
    ...rest,
    operations: operations.map((one) => [...line(one), operationTitle(one)]),
    webhooks: webhooks.map((one) => [...line(one.operation), webhookTitle(one), one.name]),
    schemas: namedSchemas(api),
    shared: [...sharedParameters(api)],
  };
}

function textHash(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts));
}

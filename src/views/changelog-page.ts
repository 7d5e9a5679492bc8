import type { ChangePiece } from '../changes/change-words.ts';
import type { Changelog, ToldChange, VersionStep } from '../changes/changelog.ts';
import type { SiteMessages } from '../i18n/en.ts';
import { writeNumber } from '../i18n/numbers.ts';
import { fill } from '../i18n/translate.ts';
import type { Api } from '../model/api.ts';
import { showInvisibles } from '../model/invisibles.ts';
import type { Operation, Webhook } from '../model/operation.ts';
import { schemaSheets, sheetTree } from '../schema/paged.ts';
import { around } from './around.ts';
import { anchorsOf, type ChangeAnchors, changedRequests, changeName } from './change-marks.ts';
import { operationPlaces, schemaPlaces } from './change-places.ts';
import { operationWay, wayOf } from './change-way.ts';
import { changeSentence, placeSteps } from './change-words.ts';
import {
  type ChangeEntry,
  type ChangeGroup,
  type ChangelogSection,
  type ChangelogSheet,
  changelogPlan,
  countChanges,
} from './changelog.ts';
import { operationTitle, webhookTitle } from './operation-title.ts';
import { pageView, serverViews } from './operation-view.ts';
import { schemeId } from './security-words.ts';
import {
  changelogUrl,
  operationUrl,
  referenceUrl,
  schemaIdName,
  schemaUrl,
  type UrlSpace,
  webhookUrl,
} from './urls.ts';

/** An operation as the changelog names it. */
export interface NamedRequest {
  /** `POST`; empty for a webhook that is no more. */
  readonly method: string;
  /** The path, or the name of the webhook. */
  readonly path: string;
  /** Where it still exists. */
  readonly page?: { readonly title: string; readonly url: string };
}

export interface EntryView {
  readonly id: string;
  readonly change: ToldChange;
  /** `Added` */
  readonly kind: string;
  /** That it breaks programs, or may. */
  readonly effect?: string;
  /** The operation that came or went. */
  readonly request?: NamedRequest;
  /** The way to the place below what the group is about, and where it still shows. */
  readonly steps: readonly ChangePiece[];
  readonly url?: string;
  readonly sentence: readonly ChangePiece[];
  /** In requests or in answers alone. */
  readonly direction?: string;
  /** The first operations that show the schema, and the words around them. */
  readonly reach?: { readonly before: string; readonly requests: readonly NamedRequest[]; readonly after: string };
}

export interface GroupView {
  readonly id: string;
  /** Nothing where an operation is its heading. */
  readonly title?: string;
  readonly url?: string;
  readonly request?: NamedRequest;
  readonly entries: readonly EntryView[];
}

export interface SectionView {
  readonly id: string;
  readonly title: string;
  readonly comparedWith: string;
  /** `3 added`, those of nothing left out; empty where nothing changed. */
  readonly counts: readonly string[];
  readonly groups: readonly GroupView[];
}

export interface ChangelogView {
  readonly sections: readonly SectionView[];
  /** The pages of a long one, those around this. */
  readonly sheets: readonly { readonly number: number; readonly words: string; readonly url: string }[];
  /** The oldest version that is known, on the last page. */
  readonly oldest?: string;
}

interface Context {
  readonly api: Api;
  readonly space: UrlSpace;
  readonly locale: string;
  readonly text: SiteMessages;
}

/** One page of the changelog of an API. @param sheet - from 1 */
export function changelogView(changelog: Changelog, sheet: number, context: Context): ChangelogView {
  const { api, space, locale, text } = context;
  const { sheets } = changelogPlan(changelog);
  const oldest = changelog.steps.at(-1)?.before;
  const numbered = sheets.map((one, index) => ({ one, number: index + 1 }));
  const shown = around(numbered, numbered[sheet - 1]);
  return {
    sections: (sheets[sheet - 1]?.sections ?? []).map((section) => sectionView(section, context)),
    sheets:
      sheets.length > 1
        ? shown.map(({ one, number }) => ({
            number,
            words: rangeWords(one, number, text),
            url: changelogUrl(space, locale, api, number),
          }))
        : [],
    ...(sheet === sheets.length && oldest !== undefined ? { oldest: showInvisibles(oldest) } : {}),
  };
}

function rangeWords({ sections }: ChangelogSheet, number: number, text: SiteMessages): string {
  const first = sections[0]?.step.version;
  const last = sections.at(-1)?.step.version;
  if (first === undefined || last === undefined) return String(number);
  const range =
    first === last
      ? showInvisibles(first)
      : fill(text.sheetRange, { first: showInvisibles(first), last: showInvisibles(last) });
  return `${number} · ${range}`;
}

/** What a version is called. The same number twice tells of changes that were made without a new one. */
export function versionTitle({ version, before }: VersionStep, { changes }: SiteMessages): string {
  const shown = showInvisibles(version);
  return version === before ? fill(changes.revision, { version: shown }) : shown;
}

function sectionView({ id, step, isContinued, groups }: ChangelogSection, context: Context): SectionView {
  const { text, locale } = context;
  const { changes: words } = text;
  const title = versionTitle(step, text);
  const counts = countChanges(step);
  const count = (name: keyof typeof counts, sentence: string): string[] =>
    counts[name] === 0 ? [] : [fill(sentence, { count: writeNumber(counts[name], locale) })];
  return {
    id,
    title: isContinued ? fill(words.continued, { version: title }) : title,
    comparedWith: fill(words.comparedWith, { version: showInvisibles(step.before) }),
    counts: [
      ...count('added', words.addedCount),
      ...count('changed', words.changedCount),
      ...count('removed', words.removedCount),
      ...count('breaking', words.breakingCount),
    ],
    groups: groups.map((group) => groupView(group, context)),
  };
}

function groupView({ id, kind, subject, entries }: ChangeGroup, context: Context): GroupView {
  const { api, space, locale, text } = context;
  const { changes: words } = text;
  const inside = (urlOf: (change: ToldChange) => string | undefined): EntryView[] =>
    entries.map((entry) => entryView(entry, urlOf(entry.change), context));
  switch (kind) {
    case 'new operations':
    case 'removed operations': {
      const title = kind === 'new operations' ? words.newOperations : words.removedOperations;
      const rows = inside(() => undefined).map((entry) => ({
        ...entry,
        request: namedRequest(entry.change.place.operation ?? '', context),
      }));
      return { id, title, entries: rows };
    }
    case 'operation': {
      const request = namedRequest(subject, context);
      const found = changedRequests(api).get(operationWay(subject));
      const anchors = found && request.page ? requestAnchors(api, found) : undefined;
      return { id, request, entries: inside(({ place }) => anchored(request.page?.url, anchors?.get(wayOf(place)))) };
    }
    case 'schema': {
      const url = schemaUrl(space, locale, api, subject);
      const places = url === undefined ? undefined : schemaAnchors(api, subject);
      const urlOf = ({ place }: ToldChange): string | undefined => {
        const found = places?.get(wayOf(place));
        return found && anchored(schemaUrl(space, locale, api, subject, found.sheet), found.id);
      };
      const title = showInvisibles(schemaIdName(api, subject));
      return { id, title, ...(url === undefined ? {} : { url }), entries: inside(urlOf) };
    }
    case 'whole':
      return { id, title: words.whole, entries: inside((change) => wholeUrl(change, context)) };
  }
}

function anchored(url: string | undefined, id: string | undefined): string | undefined {
  if (url === undefined || id === undefined) return undefined;
  return id === '' ? url : `${url}#${id}`;
}

function entryView({ id, change }: ChangeEntry, url: string | undefined, context: Context): EntryView {
  const { text } = context;
  const { changes: words } = text;
  const effect = { breaking: words.breaking, risky: words.risky, compatible: undefined }[change.effect];
  const direction = change.direction && { request: words.inRequests, response: words.inResponses }[change.direction];
  const isOfSchema = change.place.schema !== undefined;
  const reach = isOfSchema ? reachView(change, context) : undefined;
  return {
    id,
    change,
    kind: { added: words.added, changed: words.changed, removed: words.removed }[change.kind],
    ...(effect === undefined ? {} : { effect }),
    steps: placeSteps(change, text),
    ...(url === undefined ? {} : { url }),
    sentence: changeSentence(change, text),
    ...(isOfSchema && direction !== undefined ? { direction } : {}),
    ...(reach ? { reach } : {}),
  };
}

function reachView({ operations = [], reach = 0 }: ToldChange, context: Context): EntryView['reach'] {
  if (operations.length === 0) return undefined;
  const { reaches, reachesMore } = context.text.changes;
  const more = reach - operations.length;
  const sentence = more > 0 ? fill(reachesMore, { count: writeNumber(more, context.locale) }) : reaches;
  const [before = '', after = ''] = sentence.split('{operations}');
  return { before, requests: operations.map((name) => namedRequest(name, context)), after };
}

/** @param name - as changes have it: `POST /pets`, `webhook petLost` */
function namedRequest(name: string, { api, space, locale }: Context): NamedRequest {
  const request = changedRequests(api).get(operationWay(name));
  const [, method = '', path = ''] = /^(\S*) (.*)$/s.exec(name) ?? ['', '', name];
  if (!request) return { method: method === 'webhook' ? '' : method, path };
  return 'operation' in request
    ? {
        method: request.operation.method,
        path: request.name,
        page: { title: showInvisibles(webhookTitle(request)), url: webhookUrl(space, locale, api, request) },
      }
    : {
        method: request.method,
        path: request.path,
        page: { title: showInvisibles(operationTitle(request)), url: operationUrl(space, locale, api, request) },
      };
}

function wholeUrl({ place: { path } }: ToldChange, { api, space, locale }: Context): string | undefined {
  const [what, name, inner] = path;
  const overview = referenceUrl(space, locale, api);
  if (what === 'security scheme') {
    const scheme = api.securitySchemes.find(({ id }) => id === name);
    return scheme && anchored(overview, schemeId(api, scheme));
  }
  const found = serverViews(api.servers).find(({ server }) => server.url === name);
  const variable = found?.variables.find((one) => one.variable.name === inner);
  return anchored(overview, variable?.id ?? found?.id);
}

/** Made once for the page and its copy. */
const kept = new WeakMap<Operation | Webhook, ChangeAnchors>();

function requestAnchors(api: Api, request: Operation | Webhook): ChangeAnchors {
  const known = kept.get(request);
  if (known) return known;
  const isWebhook = 'operation' in request;
  const sender = isWebhook ? 'api' : 'reader';
  const view = pageView(api.schemas, isWebhook ? request.operation : request, sender);
  const anchors = anchorsOf(operationPlaces(view, changeName(request), sender));
  kept.set(request, anchors);
  return anchors;
}

type SchemaAnchors = ReadonlyMap<string, { readonly sheet: number; readonly id: string }>;

const keptSchemas = new WeakMap<Api, Map<string, SchemaAnchors>>();

function schemaAnchors(api: Api, id: string): SchemaAnchors {
  const bySchema = keptSchemas.get(api) ?? new Map<string, SchemaAnchors>();
  keptSchemas.set(api, bySchema);
  const known = bySchema.get(id);
  if (known) return known;
  const anchors = new Map<string, { sheet: number; id: string }>();
  for (const index of schemaSheets(api.schemas, id).keys()) {
    const node = sheetTree(api.schemas, id, index + 1);
    for (const [way, place] of anchorsOf(schemaPlaces(node, id))) {
      if (!anchors.has(way)) anchors.set(way, { sheet: index + 1, id: place });
    }
  }
  bySchema.set(id, anchors);
  return anchors;
}

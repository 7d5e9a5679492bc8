import { fill } from '../../i18n/translate.ts';
import type { Operation, Webhook } from '../../model/operation.ts';
import type { HttpRequest } from '../../request/http-request.ts';
import { sampleRequest } from '../../request/sample-request.ts';
import { staticSamples } from '../../samples/static-samples.ts';
import type { Language } from '../../samples/targets.ts';
import type { SchemaNode } from '../../schema/tree.ts';
import { badgeWords } from '../badges.ts';
import { operationChanges } from '../change-marks.ts';
import { groupOfTag } from '../groups.ts';
import { operationTitle, proseSummary, webhookTitle } from '../operation-title.ts';
import type { CallbackView } from '../operation-view.ts';
import type { PageExamples, PageSample } from '../page-examples.ts';
import { quotedName } from '../quoted-name.ts';
import { requestPage } from '../request-page.ts';
import { changelogOf, groupUrl } from '../urls.ts';
import { examples, responses, shownCode } from './answers.ts';
import { pageChanges } from './changelog.ts';
import { type Block, code, fenced, heading, join, line, plain } from './encode.ts';
import { flags, markText, missing } from './facts.ts';
import { requestFields, serverList } from './request.ts';
import { authorization } from './security.ts';
import { fact, outbound, type TwinContext, toPage } from './twin.ts';

/** The Markdown copy of an operation's page. @param languages - those that its page has samples in */
export async function operationMarkdown(
  page: TwinContext,
  operation: Operation,
  languages: readonly Language[],
): Promise<string> {
  const { api, text } = page;
  const title = operationTitle(operation);
  const { request, isShortened } = sampleRequest(api, operation);
  const { view, examples: shown } = requestPage(api, operation);
  const changes = operationChanges(changelogOf(page.space, api), operation, view);
  const twin = { ...page, marks: changes?.marks };
  return join([
    ...head(twin, operation, title, `${operation.method} ${operation.path}`),
    ...pageChanges(twin, changes),
    heading(2, text.authorization + markText(twin, 'authorization')),
    ...authorization(twin, operation),
    ...requestFields(twin, view, view.trees, { requestBody: operation.requestBody, title: text.requestBody, level: 2 }),
    ...section(text.responses, responses(twin, view.responses, view.trees, 3)),
    ...section(text.callbacks, callbacks(twin, view.callbacks, view.trees, shown.callbacks)),
    heading(2, text.servers),
    ...serverList(twin, operation.servers),
    heading(2, text.request),
    ...(await samples(twin, operation, request, languages)),
    ...(isShortened ? line(text.sampleShortened) : []),
    ...authorSamples(twin, shown.samples),
    ...section(text.requestExamples, examples(twin, shown.request, 3)),
    ...section(text.responseExamples, examples(twin, shown.responses, 3)),
  ]);
}

/** The Markdown copy of a webhook's page: a request that the API sends, so there is no sample to run. */
export function webhookMarkdown(page: TwinContext, webhook: Webhook): string {
  const { api, text } = page;
  const { operation } = webhook;
  const { view, examples: shown } = requestPage(api, operation, 'api');
  const changes = operationChanges(changelogOf(page.space, api), webhook, view);
  const twin = { ...page, marks: changes?.marks };
  return join([
    ...head(twin, operation, webhookTitle(webhook), `${operation.method} ${webhook.name}`, text.webhookHint),
    ...pageChanges(twin, changes),
    ...(operation.security.length > 0 ? section(text.authorization, authorization(twin, operation)) : []),
    ...requestFields(twin, view, view.trees, { requestBody: operation.requestBody, title: text.payload, level: 2 }),
    ...section(text.expectedAnswers, responses(twin, view.responses, view.trees, 3)),
    ...section(text.callbacks, callbacks(twin, view.callbacks, view.trees, shown.callbacks)),
    ...section(text.servers, serverList(twin, operation.servers)),
    ...authorSamples(twin, shown.samples),
    ...section(text.payloadExamples, examples(twin, shown.request, 3)),
    ...section(text.answerExamples, examples(twin, shown.responses, 3)),
  ]);
}

function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length > 0 ? [heading(2, title), ...blocks] : [];
}

function head(twin: TwinContext, operation: Operation, title: string, endpoint: string, hint?: string): Block[] {
  return [
    heading(1, plain(title) + flags(twin, { deprecated: operation.deprecated })),
    ...line(code(endpoint)),
    ...(hint ? line(hint) : []),
    ...ownText(twin, operation, title),
  ];
}

/** What an operation says of itself: its text, its path's, its id and tags, and where there is more. */
function ownText(twin: TwinContext, operation: Operation, title: string, isInner = false): Block[] {
  const { api, space, locale, text, prose } = twin;
  const { description, pathSummary, pathDescription, operationId, externalDocs, costs, deprecation, sunset } =
    operation;
  const summary = proseSummary(operation, title);
  const tags = operation.tags.map((name) => {
    const group = groupOfTag(api, name);
    return toPage(twin, quotedName(group?.title ?? name), group && groupUrl(space, locale, api, group));
  });
  return [
    ...line(badgeWords(operation, text).map(plain).join(' · ')),
    ...line(deprecation && plain(deprecation), sunset && fill(text.sunset, { date: plain(sunset) })),
    ...(description ? prose(description, isInner) : []),
    ...(summary && summary !== description?.trim() ? prose(summary, isInner) : []),
    ...(pathSummary || pathDescription ? line(text.pathText) : []),
    ...(pathSummary ? line(plain(pathSummary)) : []),
    ...(pathDescription ? prose(pathDescription, isInner) : []),
    ...(costs ? line(costs === true ? text.costs : plain(costs)) : []),
    ...(externalDocs ? fact(text, text.externalDocs, outbound(twin, externalDocs.url, externalDocs.description)) : []),
    ...(operationId ? fact(text, text.operationId, code(operationId)) : []),
    ...(tags.length > 0 ? fact(text, text.tags, tags.join(text.listComma)) : []),
  ];
}

async function samples(
  twin: TwinContext,
  operation: Operation,
  request: HttpRequest,
  languages: readonly Language[],
): Promise<Block[]> {
  const all = await staticSamples(languages, request, operation, twin.api.clients ?? []);
  return all.flatMap(({ language, variants }) => [
    ...(variants.length === 0 ? line(`${language.label}${twin.text.colon}${twin.text.sampleUnsaid}`) : []),
    ...variants.flatMap(({ library, code: source }) => [
      heading(3, variants.length > 1 ? `${language.label} · ${library}` : language.label),
      { text: fenced(source, language.id) },
    ]),
  ]);
}

function authorSamples(twin: TwinContext, given: readonly PageSample[]): Block[] {
  return given.flatMap(({ lang, label, code: shown, number }) => [
    heading(3, `${twin.text.authorSamples} · ${plain(label ?? lang)}`),
    ...shownCode(twin, shown, number, lang.toLowerCase()),
  ]);
}

/** Requests that the API sends on account of this one. */
function callbacks(
  twin: TwinContext,
  views: readonly CallbackView[],
  trees: readonly SchemaNode[],
  shown: PageExamples['callbacks'],
): Block[] {
  const { text } = twin;
  return views.flatMap(({ callback, inner }) => {
    const name = code(quotedName(callback.name));
    if (!inner) {
      return [
        heading(3, name),
        ...(callback.expression ? line(code(callback.expression)) : []),
        ...missing(twin, callback.missing),
      ];
    }
    const { operation, view } = inner;
    const summary = operation.summary?.trim();
    const title = summary && summary === operationTitle(operation) ? summary : '';
    const { request = [], responses: given = [] } = shown.get(operation) ?? {};
    const part = (words: string, blocks: readonly Block[]): Block[] =>
      blocks.length > 0 ? [heading(4, words), ...blocks] : [];
    return [
      heading(3, `${name} ${plain(title)}`.trim() + flags(twin, { deprecated: operation.deprecated })),
      ...line(code(`${operation.method} ${callback.expression}`)),
      ...ownText(twin, operation, title),
      ...(operation.security.length > 0 ? part(text.authorization, authorization(twin, operation)) : []),
      ...requestFields(twin, view, trees, { requestBody: operation.requestBody, title: text.payload, level: 4 }),
      ...part(text.expectedAnswers, responses(twin, view.responses, trees, 5)),
      ...part(text.payloadExamples, examples(twin, request, 5)),
      ...part(text.answerExamples, examples(twin, given, 5)),
      ...(operation.servers.length > 0 ? part(text.servers, serverList(twin, operation.servers)) : []),
      ...callbacks(twin, view.callbacks, trees, shown),
    ];
  });
}

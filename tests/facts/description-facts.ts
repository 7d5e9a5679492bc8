import { Collector, objectsAt, type Version } from './collect.ts';
import { child, Documents, entries, isFields, type Place, textAt } from './document.ts';
import type { Subject } from './fact.ts';
import { takeParameter, takeRequestBody, takeResponses, takeSecurity, takeServers } from './part-facts.ts';
import { DEPRECATED } from './schema-facts.ts';
import { takeSwaggerParameters, takeSwaggerResponses, takeSwaggerServers } from './swagger-facts.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** Everything a description says that its readers must find, page by page. */
export function descriptionFacts(file: string): Subject[] {
  const documents = new Documents(file);
  const { root } = documents;
  const version = versionOf(root);
  const context: Context = { documents, root, version };
  const operations = entries(child(root, 'paths')).flatMap(([path, item]) =>
    path.startsWith('/') ? itemSubjects(context, path, item, 'operation') : [],
  );
  const webhooks = entries(child(root, version === '3.1' ? 'webhooks' : 'x-webhooks')).flatMap(([name, item]) =>
    itemSubjects(context, name, item, 'webhook'),
  );
  return [...operations, ...webhooks, apiSubject(context)];
}

interface Context {
  readonly documents: Documents;
  readonly root: Place;
  readonly version: Version;
}

function versionOf(root: Place): Version {
  if (child(root, 'swagger')) return '2.0';
  return /^3\.0/.test(textAt(root, 'openapi') ?? '') ? '3.0' : '3.1';
}

interface Method {
  readonly method: string;
  readonly place: Place;
}

function methodsOf(item: Place): Method[] {
  const fixed = METHODS.flatMap((name) => {
    const place = child(item, name);
    return place && isFields(place.value) ? [{ method: name.toUpperCase(), place }] : [];
  });
  return [...fixed, ...objectsAt(item, 'additionalOperations').map(([method, place]) => ({ method, place }))];
}

function itemSubjects(context: Context, path: string, written: Place, kind: 'operation' | 'webhook'): Subject[] {
  const collector = new Collector(context.documents, context.version);
  const target = collector.resolve(written);
  // A path item may say more beside its reference.
  const items = target && target !== written ? [written, target] : [written];
  const seen = new Set<string>();
  return items.flatMap((item) =>
    methodsOf(item).flatMap(({ method, place }): Subject[] => {
      if (seen.has(method)) return [];
      seen.add(method);
      const operation = collector.resolve(place);
      if (!operation) return [];
      const own = new Collector(context.documents, context.version);
      takeOperation(context, own, item, operation, kind);
      if (kind === 'operation') own.words('operation.path', operation, [path]);
      return [{ kind, method, path, facts: own.facts }];
    }),
  );
}

function takeOperation(
  context: Context,
  collector: Collector,
  item: Place,
  operation: Place,
  of: 'operation' | 'webhook' | 'callback',
  callers: readonly unknown[] = [],
): void {
  const { root, version } = context;
  collector.value(`${of}.operationId`, operation, 'operationId');
  for (const key of ['summary', 'description']) {
    collector.prose(`${of}.${key}`, operation, key);
    if (version === '3.1' || version === '3.0') collector.prose(`path.${key}`, item, key);
  }
  if (child(operation, 'deprecated')?.value === true) collector.words(`${of}.deprecated`, operation, DEPRECATED);
  for (const [, tag] of entries(child(operation, 'tags'))) {
    collector.words(`${of}.tag`, tag, [String(tag.value), ...tagTitles(root, String(tag.value))], {
      shared: of !== 'callback',
    });
  }
  const docs = child(operation, 'externalDocs');
  collector.url(`${of}.externalDocs`, docs, 'url');
  collector.prose(`${of}.externalDocs.description`, docs, 'description');
  for (const key of ['x-codeSamples', 'x-code-samples']) {
    for (const [, sample] of entries(child(operation, key))) {
      collector.value(`${of}.codeSample`, sample, 'source');
      for (const name of textAt(sample, 'label') ? ['label'] : ['lang'])
        collector.value(`${of}.codeSample`, sample, name);
    }
  }
  const parameters = parametersOf(collector, item, operation);
  if (version === '2.0') {
    const own = (key: string): Place | undefined => child(operation, key) ?? child(root, key);
    takeSwaggerParameters(collector, parameters, own('consumes'));
    takeSwaggerResponses(collector, child(operation, 'responses'), own('produces'));
    takeSwaggerServers(collector, root, own('schemes'));
    takeSecurity(collector, own('security'), child(root, 'securityDefinitions'));
    return;
  }
  for (const parameter of parameters) takeParameter(collector, parameter);
  takeRequestBody(collector, child(operation, 'requestBody'));
  takeResponses(collector, child(operation, 'responses'));
  const schemes = child(child(root, 'components'), 'securitySchemes');
  // Of requests that the API sends only what they say themselves: the rest is about requests to the API.
  const isSent = of !== 'operation';
  takeServers(
    collector,
    child(operation, 'servers') ?? child(item, 'servers') ?? (isSent ? undefined : child(root, 'servers')),
  );
  takeSecurity(collector, child(operation, 'security') ?? (isSent ? undefined : child(root, 'security')), schemes);
  for (const [name, written] of entries(child(operation, 'callbacks'))) {
    takeCallback(context, collector, name, written, [...callers, operation.value]);
  }
}

/** A tag may go by its `summary` (3.2) or its `x-displayName`. */
function tagTitles(root: Place, name: string): string[] {
  const tag = entries(child(root, 'tags')).find(([, one]) => textAt(one, 'name') === name)?.[1];
  return ['summary', 'x-displayName'].flatMap((key) => textAt(tag, key) ?? []);
}

/** The path's and the operation's, of which one may replace another by name and place. */
function parametersOf(collector: Collector, item: Place, operation: Place): Place[] {
  const merged = new Map<string, Place>();
  for (const holder of [item, operation]) {
    for (const [, written] of entries(child(holder, 'parameters'))) {
      const place = collector.resolve(written);
      if (place) merged.set(`${textAt(place, 'in')} ${textAt(place, 'name')}`, written);
    }
  }
  return [...merged.values()];
}

/** Callbacks of callbacks are taken as deep as a page shows them. */
const MAX_CALLERS = 3;

/** @param callers - the operations whose callbacks lead here, the outermost first */
function takeCallback(
  context: Context,
  collector: Collector,
  name: string,
  written: Place,
  callers: readonly unknown[],
): void {
  if (callers.length > MAX_CALLERS) return;
  collector.words('callback.name', written, [name]);
  const callback = collector.resolve(written);
  for (const [expression, one] of entries(callback)) {
    if (expression.startsWith('x-')) continue;
    collector.words('callback.expression', one, [expression]);
    const item = collector.resolve(one);
    if (!item) continue;
    for (const { method, place } of methodsOf(item)) {
      collector.words('callback.method', place, [new RegExp(`\\b${method}\\b`)]);
      const operation = collector.resolve(place);
      if (operation && !callers.includes(operation.value)) {
        takeOperation(context, collector, item, operation, 'callback', callers);
      }
    }
  }
}

function apiSubject({ documents, root, version }: Context): Subject {
  const collector = new Collector(documents, version);
  const info = child(root, 'info');
  collector.prose('info.title', info, 'title');
  collector.value('info.version', info, 'version');
  for (const key of ['summary', 'description']) collector.prose(`info.${key}`, info, key);
  collector.url('info.termsOfService', info, 'termsOfService');
  const contact = child(info, 'contact');
  collector.prose('info.contact.name', contact, 'name');
  for (const key of ['email', 'url']) collector.url(`info.contact.${key}`, contact, key);
  const license = child(info, 'license');
  for (const key of ['name', 'identifier']) collector.prose(`info.license.${key}`, license, key);
  collector.url('info.license.url', license, 'url');
  takeDocs(collector, 'info.externalDocs', child(root, 'externalDocs'));
  if (version === '2.0') takeSwaggerServers(collector, root, child(root, 'schemes'));
  else takeServers(collector, child(root, 'servers'));
  for (const [, tag] of entries(child(root, 'tags'))) {
    const name = textAt(tag, 'name');
    if (name) collector.words('tag.name', tag, [name, ...tagTitles(root, name)]);
    for (const key of ['description', 'summary']) collector.prose(`tag.${key}`, tag, key);
    takeDocs(collector, 'tag.externalDocs', child(tag, 'externalDocs'));
  }
  for (const [, group] of entries(child(root, 'x-tagGroups'))) collector.prose('tag.group', group, 'name');
  return { kind: 'api', method: '', path: '', facts: collector.facts };
}

function takeDocs(collector: Collector, kind: string, docs: Place | undefined): void {
  collector.url(kind, docs, 'url');
  collector.prose(`${kind}.description`, docs, 'description');
}

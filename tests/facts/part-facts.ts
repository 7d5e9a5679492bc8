// Parameters, bodies, responses, servers and security of OpenAPI 3; `swagger-facts.ts` has what 2.0 writes otherwise.
import { type Collector, type Direction, isTrue, objectsAt } from './collect.ts';
import { child, entries, isFields, type Place, parseDescription, textAt } from './document.ts';
import { DEPRECATED, REQUIRED, takeSchema } from './schema-facts.ts';

const DEFAULT_STYLE: { readonly [place: string]: string } = {
  path: 'simple',
  header: 'simple',
  query: 'form',
  cookie: 'form',
};

export function takeParameter(collector: Collector, written: Place, direction: Direction = 'request'): void {
  const place = collector.resolve(written);
  const name = textAt(place, 'name');
  if (!place || name === undefined) return;
  const where = { row: name };
  collector.add('parameter.name', place, { kind: 'row' }, where);
  takeIn(collector, place);
  takeReferenceText(collector, 'parameter.description', written, place, where);
  if (isTrue(place, 'required')) collector.words('parameter.required', place, REQUIRED, where);
  if (isTrue(place, 'deprecated')) collector.words('parameter.deprecated', place, DEPRECATED, where);
  const style = textAt(place, 'style');
  if (style !== undefined && style !== DEFAULT_STYLE[textAt(place, 'in') ?? ''])
    collector.value('parameter.style', place, 'style', where);
  takeSchema(collector, child(place, 'schema'), { of: 'parameter', row: name, direction, depth: 1 });
  takeExamples(collector, 'parameter.example', place, name);
  for (const [type, media] of objectsAt(place, 'content')) {
    collector.words('parameter.mediaType', media, [type], where);
    takeSchema(collector, child(media, 'schema'), { of: 'parameter', row: name, direction, depth: 1 });
    takeExamples(collector, 'parameter.example', media, name);
  }
}

const PLACE_WORDS: { readonly [place: string]: RegExp } = {
  path: /\bpath|路径/i,
  query: /\bquery|查询/i,
  querystring: /\bquery ?string|查询/i,
  header: /\bheader|请求头|标头|头/i,
  cookie: /\bcookie/i,
};

export function takeIn(collector: Collector, place: Place): void {
  const words = PLACE_WORDS[textAt(place, 'in') ?? ''];
  if (words) collector.words('parameter.in', place, [words]);
}

/** A reference may carry a description of its own, which replaces that of its target (3.1). */
function takeReferenceText(
  collector: Collector,
  kind: string,
  written: Place,
  target: Place | undefined,
  where: { row?: string; shared?: boolean } = {},
): void {
  const own = written !== target && collector.version === '3.1' ? textAt(written, 'description') : undefined;
  collector.prose(kind, own === undefined ? target : written, 'description', where);
}

export function takeHeader(collector: Collector, name: string, written: Place, direction: Direction): void {
  const place = collector.resolve(written);
  collector.add('header.name', written, { kind: 'row' }, { row: name });
  if (!place) return;
  takeReferenceText(collector, 'header.description', written, place, { row: name });
  if (isTrue(place, 'required')) collector.words('header.required', place, REQUIRED, { row: name });
  if (isTrue(place, 'deprecated')) collector.words('header.deprecated', place, DEPRECATED, { row: name });
  takeSchema(collector, child(place, 'schema'), { of: 'header', row: name, direction, depth: 1 });
  takeExamples(collector, 'header.example', place, name);
  for (const [type, media] of objectsAt(place, 'content')) {
    collector.words('header.mediaType', media, [type], { row: name });
    takeSchema(collector, child(media, 'schema'), { of: 'header', row: name, direction, depth: 1 });
  }
}

/** `example` and `examples` of a parameter, a header or a media type. */
function takeExamples(collector: Collector, kind: string, place: Place, row?: string, isJson = false): void {
  const value = (at: Place | undefined): void => {
    if (at) collector.leaves(kind, isJson ? parsed(at) : at, { ...(row === undefined ? {} : { row }) });
  };
  value(child(place, 'example'));
  for (const [name, written] of entries(child(place, 'examples'))) {
    if (Array.isArray(child(place, 'examples')?.value)) {
      value(written);
      continue;
    }
    const example = collector.resolve(written);
    collector.words(`${kind}.name`, written, [name], { ...(row === undefined ? {} : { row }) });
    collector.prose(`${kind}.summary`, example, 'summary', { ...(row === undefined ? {} : { row }) });
    collector.prose(`${kind}.description`, example, 'description', { ...(row === undefined ? {} : { row }) });
    for (const key of ['value', 'dataValue', 'serializedValue']) value(child(example, key));
    for (const key of ['externalValue']) collector.url(`${kind}.externalValue`, example, key);
  }
}

/** JSON that was written as a string is shown as what it says. */
function parsed(place: Place): Place {
  if (typeof place.value !== 'string' || !/^\s*[[{]/.test(place.value)) return place;
  try {
    return { ...place, value: parseDescription(place.value, 'example.json') };
  } catch {
    return place;
  }
}

export function takeContent(collector: Collector, place: Place | undefined, of: Direction): void {
  for (const [type, written] of entries(child(place, 'content'))) {
    collector.words(`${of}.mediaType`, written, [type]);
    const media = collector.resolve(written);
    if (!media || !isFields(media.value)) continue;
    collector.prose(`${of}.mediaType.description`, media, 'description');
    for (const key of ['schema', 'itemSchema'])
      takeSchema(collector, child(media, key), { of, direction: of, depth: 1 });
    takeExamples(collector, `${of}.example`, media, undefined, /\bjson\b/i.test(type));
    for (const [name, one] of entries(child(media, 'encoding'))) takeEncoding(collector, one, name, of);
    for (const [, one] of entries(child(media, 'prefixEncoding'))) takeEncoding(collector, one, undefined, of);
    const items = child(media, 'itemEncoding');
    if (items) takeEncoding(collector, items, undefined, of);
  }
}

function takeEncoding(collector: Collector, place: Place, name: string | undefined, direction: Direction): void {
  if (name !== undefined) collector.words('encoding.name', place, [name]);
  const types = textAt(place, 'contentType');
  for (const type of types?.split(',') ?? []) collector.words('encoding.contentType', place, [type.trim()]);
  collector.value('encoding.style', place, 'style');
  for (const [header, one] of entries(child(place, 'headers'))) takeHeader(collector, header, one, direction);
  for (const [inner, one] of entries(child(place, 'encoding'))) takeEncoding(collector, one, inner, direction);
}

export function takeRequestBody(collector: Collector, written: Place | undefined): void {
  const place = collector.resolve(written);
  if (!written || !place) return;
  takeReferenceText(collector, 'request.description', written, place);
  if (isTrue(place, 'required')) collector.words('request.required', place, REQUIRED);
  takeContent(collector, place, 'request');
}

export function takeResponses(collector: Collector, responses: Place | undefined): void {
  for (const [status, written] of entries(responses)) {
    if (status.startsWith('x-')) continue;
    collector.words('response.status', written, [status, ...(status === 'default' ? [/默认/] : [])]);
    const place = collector.resolve(written);
    if (!place) continue;
    takeReferenceText(collector, 'response.description', written, place);
    collector.prose('response.summary', place, 'summary');
    for (const [name, header] of entries(child(place, 'headers'))) takeHeader(collector, name, header, 'response');
    takeContent(collector, place, 'response');
    for (const [name, link] of entries(child(place, 'links'))) takeLink(collector, name, link);
  }
}

function takeLink(collector: Collector, name: string, written: Place): void {
  const place = collector.resolve(written);
  collector.words('link.name', written, [name]);
  if (!place) return;
  collector.prose('link.description', place, 'description');
  for (const [parameter, value] of entries(child(place, 'parameters'))) {
    collector.words('link.parameter', value, [parameter]);
    collector.leaves('link.parameter', value);
  }
  const body = child(place, 'requestBody');
  if (body) collector.leaves('link.requestBody', body);
}

export function takeServers(collector: Collector, servers: Place | undefined): void {
  for (const [, place] of entries(servers)) {
    collector.url('server.url', place, 'url', { shared: true });
    for (const key of ['description', 'name']) collector.prose(`server.${key}`, place, key, { shared: true });
    for (const [name, variable] of objectsAt(place, 'variables')) {
      collector.words('server.variable', variable, [name], { shared: true });
      collector.value('server.variable.default', variable, 'default', { shared: true });
      collector.prose('server.variable.description', variable, 'description', { shared: true });
      for (const [, one] of entries(child(variable, 'enum')))
        collector.words('server.variable.enum', one, [String(one.value)], { shared: true });
    }
  }
}

const SCHEME_WORDS: { readonly [type: string]: readonly RegExp[] } = {
  apiKey: [/api.?key/i, /密钥/],
  oauth2: [/oauth/i],
  openIdConnect: [/open.?id/i],
  mutualTLS: [/mutual.?tls|mtls/i, /双向/],
  basic: [/basic/i],
};

export function takeSecurity(collector: Collector, requirements: Place | undefined, schemes: Place | undefined): void {
  const where = { shared: true };
  for (const [, alternative] of entries(requirements)) {
    for (const [id, scopes] of entries(alternative)) {
      collector.words('security.name', scopes, [id], where);
      for (const [, scope] of entries(scopes)) collector.words('security.scope', scope, [String(scope.value)], where);
      const scheme = collector.resolve(child(schemes, id));
      if (!scheme) continue;
      const type = textAt(scheme, 'type') ?? '';
      const words = SCHEME_WORDS[type];
      if (words) collector.words('security.type', scheme, words, where);
      for (const key of ['scheme', 'bearerFormat', 'name']) {
        const text = textAt(scheme, key);
        if (text)
          collector.words(
            `security.${key}`,
            scheme,
            key === 'scheme' ? [new RegExp(`\\b${escaped(text)}\\b`, 'i')] : [text],
            where,
          );
      }
      collector.prose('security.description', scheme, 'description', where);
      for (const key of ['openIdConnectUrl', 'oauth2MetadataUrl']) collector.url(`security.${key}`, scheme, key, where);
      for (const [, flow] of objectsAt(scheme, 'flows')) takeFlow(collector, flow);
      if (type === 'oauth2') takeFlow(collector, scheme);
    }
  }
}

function takeFlow(collector: Collector, flow: Place): void {
  const where = { shared: true };
  for (const key of ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl']) {
    collector.url(`security.${key}`, flow, key, where);
  }
  for (const [name, scope] of entries(child(flow, 'scopes'))) {
    if (typeof scope.value !== 'string' || name.startsWith('x-')) continue;
    collector.words('security.flow.scope', scope, [name], where);
    if (scope.value.trim())
      collector.add('security.flow.scope.description', scope, { kind: 'prose', text: scope.value }, where);
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

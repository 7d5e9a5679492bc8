import type { OpenAPIV2 } from 'openapi-types';
import type { JsonEntry, JsonNode } from '../../model/json-text.ts';
import { isObject, makeArray, makeEntry, makeObject, makeText, type ObjectNode, reader, textOf } from './node.ts';
import type { Site } from './steps.ts';

const root = reader<OpenAPIV2.Document>();

/** The host with what some authors write around it taken off. */
function hostOf(node: ObjectNode): string {
  return (root.text(node, 'host') ?? '')
    .trim()
    .replace(/^(?:[a-z][a-z\d+.-]*:)?\/\//i, '')
    .replace(/\/+$/, '');
}

function basePathOf(node: ObjectNode): string {
  const path = (root.text(node, 'basePath') ?? '').trim().replace(/\/+$/, '');
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}

/**
 * The servers that `schemes`, `host` and `basePath` stand for. Without a host the API lies beside the description,
 * at a relative address. Without a scheme it is the one that the description came by, which a file doesn't have:
 * then it is https.
 */
function makeServers(schemes: readonly JsonNode[], node: ObjectNode, from: JsonNode): JsonNode {
  const host = hostOf(node);
  const path = basePathOf(node);
  const at = root.value(node, 'host') ?? root.value(node, 'basePath') ?? from;
  const names = [...new Map(schemes.map((scheme) => [textOf(scheme) ?? '', scheme])).entries()].filter(
    ([name]) => name,
  );
  const urls: { url: string; at: JsonNode }[] =
    host === ''
      ? [{ url: path || '/', at }]
      : names.length > 0
        ? names.map(([name, scheme]) => ({ url: `${name}://${host}${path}`, at: scheme }))
        : [{ url: `https://${host}${path}`, at }];
  const items = urls.map((one) => makeObject([makeEntry('url', makeText(one.url, one.at), one.at)], one.at));
  return makeArray(items, from);
}

/** The servers of the description; nothing where it says nothing of them. */
export function makeRootServers(node: ObjectNode): JsonEntry | undefined {
  const first = root.entry(node, 'schemes') ?? root.entry(node, 'host') ?? root.entry(node, 'basePath');
  if (!first) return undefined;
  return makeEntry('servers', makeServers(root.list(node, 'schemes') ?? [], node, first.value), first.keySpan);
}

/** The servers of an operation with schemes of its own. */
export function makeOperationServers(schemes: JsonEntry, site: Site): JsonEntry | undefined {
  const { value } = schemes;
  if (value.kind !== 'array' || value.items.length === 0 || !isObject(site.root) || hostOf(site.root) === '')
    return undefined;
  return makeEntry('servers', makeServers(value.items, site.root, value), schemes.keySpan);
}

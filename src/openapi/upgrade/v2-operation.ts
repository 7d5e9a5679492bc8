import type { OpenAPIV2 } from 'openapi-types';
import type { JsonEntry, JsonNode } from '../../model/json-text.ts';
import type { Spot } from '../spot.ts';
import {
  isObject,
  makeArray,
  makeEntry,
  type ObjectNode,
  reader,
  referenceEntry,
  textOf,
  withEntries,
} from './node.ts';
import type { MediaScope, Site, Step } from './steps.ts';
import { isOfBody, makeChoice, makeForm } from './v2-body.ts';
import { makeOperationServers } from './v2-servers.ts';

const operation = reader<OpenAPIV2.OperationObject>();
const pathItem = reader<OpenAPIV2.PathItemObject>();
const parameter = reader<OpenAPIV2.ParameterObject>();
const response = reader<OpenAPIV2.ResponseObject>();

interface Part {
  /** As written here: the parameter itself, or a reference to it. */
  readonly written: JsonNode;
  readonly spot: Spot;
  readonly node: ObjectNode;
}

/** The parameters of a list that make up the body, and the others. */
function partition(items: readonly JsonNode[], site: Site): { parts: Part[]; others: JsonNode[] } {
  const parts: Part[] = [];
  const others: JsonNode[] = [];
  for (const [index, written] of items.entries()) {
    const spot = site.follow(written, 'parameters', String(index));
    if (spot && isObject(spot.node) && isOfBody(spot.node)) parts.push({ written, spot, node: spot.node });
    else others.push(written);
  }
  return { parts, others };
}

/** A node for use here: itself, or a copy of where its reference leads, read with what holds here. */
function here({ written, spot }: Part, site: Site): JsonNode {
  return written === spot.node ? written : site.borrow(spot);
}

function makeBody(parts: readonly Part[], site: Site): JsonEntry | undefined {
  const wholes = parts.filter(({ node }) => parameter.text(node, 'in') === 'body');
  const fields = parts.filter((part) => !wholes.includes(part));
  const [whole] = wholes;
  if (whole && parts.length === 1) {
    const value = site.isShared('consumes') && referenceEntry(whole.written) ? whole.written : here(whole, site);
    return makeEntry('requestBody', value, whole.written);
  }
  const first = parts[0];
  if (!first) return undefined;
  const nodes = fields.map((part) => here(part, site)).filter(isObject);
  const at = isObject(first.written) ? first.written : first.node;
  const form = nodes.length > 0 ? makeForm(nodes, site, at) : undefined;
  if (wholes.length === 0) return form && makeEntry('requestBody', form, at);
  // The standard allows none of this, which a check tells. A reader still sees all that its author wrote.
  return makeEntry('requestBody', makeChoice(wholes, form, site, at), at);
}

/** The parts of the path that the operation doesn't have under the same name, then its own. */
function withoutOverridden(ofPath: readonly Part[], own: readonly Part[]): Part[] {
  const key = ({ node }: Part): string => `${parameter.text(node, 'in')} ${parameter.text(node, 'name')}`;
  const names = new Set(own.map(key));
  return [...ofPath.filter((part) => !names.has(key(part))), ...own];
}

/** A shared response has the media types of the operation that refers to it. */
function responsesHere(entry: JsonEntry, site: Site): JsonEntry {
  if (site.isShared('produces') || !isObject(entry.value)) return entry;
  const entries = entry.value.entries.map((one) => {
    if (!referenceEntry(one.value)) return one;
    const spot = site.follow(one.value, 'responses', one.key);
    if (!spot || !isObject(spot.node)) return one;
    const hasBody = response.entry(spot.node, 'schema') ?? response.entry(spot.node, 'examples');
    return hasBody ? { ...one, value: site.borrow(spot) } : one;
  });
  return { ...entry, value: withEntries(entry.value, entries) };
}

/** @see OpenAPI 2.0, "Operation Object" */
export const upgradeOperation: Step = (node, site) => {
  const { parts, others } = partition(operation.list(node, 'parameters') ?? [], site);
  const ofPath = partition(site.scope.bodies, site).parts;
  const body = makeBody(withoutOverridden(ofPath, parts), site);
  const entries = operation.without(node, 'consumes', 'produces', 'schemes').map((entry) => {
    if (entry.key === 'parameters' && parts.length > 0) {
      return { ...entry, value: makeArray(others, entry.value) };
    }
    return entry.key === 'responses' ? responsesHere(entry, site) : entry;
  });
  const schemes = operation.entry(node, 'schemes');
  const servers = schemes && makeOperationServers(schemes, site);
  return withEntries(node, [...entries, ...(body ? [body] : []), ...(servers ? [servers] : [])]);
};

/** What parts of a body a path item holds moves into each of its operations, by their scope. */
export const upgradePathItem: Step = (node, site) => {
  const entry = pathItem.entry(node, 'parameters');
  if (entry?.value.kind !== 'array') return node;
  const { parts, others } = partition(entry.value.items, site);
  if (parts.length === 0) return node;
  const value = makeArray(others, entry.value);
  return withEntries(
    node,
    node.entries.map((one) => (one === entry ? { ...one, value } : one)),
  );
};

/** The outer list itself where the inner one says the same or nothing. */
function innerList(inner: readonly JsonNode[] | undefined, outer: readonly JsonNode[]): readonly JsonNode[] {
  const isSame = inner?.length === outer.length && inner.every((node, at) => textOf(node) === textOf(outer[at]));
  return inner === undefined || isSame ? outer : inner;
}

/** What holds inside an operation; `outer` itself where it says nothing of its own. */
export function scopeOfOperation(node: ObjectNode, outer: MediaScope): MediaScope {
  const consumes = innerList(operation.list(node, 'consumes'), outer.consumes);
  const produces = innerList(operation.list(node, 'produces'), outer.produces);
  return consumes === outer.consumes && produces === outer.produces ? outer : { ...outer, consumes, produces };
}

/** What holds inside a path item. */
export function scopeOfPathItem(node: ObjectNode, outer: MediaScope, site: Site): MediaScope {
  const { parts } = partition(pathItem.list(node, 'parameters') ?? [], site);
  return parts.length === 0 ? outer : { ...outer, bodies: parts.map(({ written }) => written) };
}

import type { OpenAPIV2, OpenAPIV3 } from 'openapi-types';
import type { JsonEntry } from '../../model/json-text.ts';
import { isObject, makeEntry, makeObject, makeText, reader, rename, textOf, withEntries } from './node.ts';
import type { Site, Step, Steps } from './steps.ts';
import { isOfBody, upgradeBody } from './v2-body.ts';
import { upgradeOperation, upgradePathItem } from './v2-operation.ts';
import { upgradeHeader, upgradeParameter } from './v2-parameter.ts';
import { upgradeResponse } from './v2-response.ts';
import { makeRootServers } from './v2-servers.ts';

const root = reader<OpenAPIV2.Document & { components?: unknown; servers?: unknown }>();
const scheme = reader<OpenAPIV2.SecuritySchemeOauth2AccessCode | OpenAPIV2.SecuritySchemeApiKey>();
const schema = reader<OpenAPIV2.SchemaObject & { format?: unknown }>();
const parameter = reader<OpenAPIV2.ParameterObject>();

/** Where the parts of a description of 2.0 stand since OpenAPI 3.0. */
export const MOVED: ReadonlyMap<KnownSection, keyof OpenAPIV3.ComponentsObject> = new Map([
  ['definitions', 'schemas'],
  ['parameters', 'parameters'],
  ['responses', 'responses'],
  ['securityDefinitions', 'securitySchemes'],
]);

type KnownSection = 'definitions' | 'parameters' | 'responses' | 'securityDefinitions';

/** `parameters` holds request bodies too, and parts of forms, which nothing can refer to since OpenAPI 3.0. */
function sectionsOf(entry: JsonEntry, site: Site): JsonEntry[] {
  if (entry.key !== 'parameters' || !isObject(entry.value)) {
    return [rename(entry, MOVED.get(entry.key as KnownSection) ?? entry.key)];
  }
  const placed = entry.value.entries.map((one) => {
    const node = site.follow(one.value, 'parameters', one.key)?.node ?? one.value;
    return { one, ofBody: isOfBody(node), isForm: isObject(node) && parameter.text(node, 'in') === 'formData' };
  });
  const parameters = placed.filter(({ ofBody }) => !ofBody).map(({ one }) => one);
  const bodies = placed.filter(({ ofBody, isForm }) => ofBody && !isForm).map(({ one }) => one);
  const section = (key: string, entries: readonly JsonEntry[]): JsonEntry[] =>
    entries.length > 0 ? [makeEntry(key, makeObject(entries, entry.value), entry.keySpan)] : [];
  return [...section('parameters', parameters), ...section('requestBodies', bodies)];
}

const upgradeDescription: Step = (node, site) => {
  const sections = node.entries.filter(({ key }) => MOVED.has(key as KnownSection));
  const first = sections[0];
  const written = root.value(node, 'components');
  const inside = [...(isObject(written) ? written.entries : []), ...sections.flatMap((one) => sectionsOf(one, site))];
  const servers = root.entry(node, 'servers') ? undefined : makeRootServers(node);
  const kept = root
    .without(node, 'definitions', 'parameters', 'responses', 'securityDefinitions', 'components')
    .filter(({ key }) => !['host', 'basePath', 'schemes', 'consumes', 'produces'].includes(key))
    .map((one) => (one.key === 'swagger' ? { ...one, key: 'openapi', value: makeText('3.0.4', one.value) } : one));
  const components = first ? [makeEntry('components', makeObject(inside, written ?? first.value), first.keySpan)] : [];
  return withEntries(node, [...kept, ...(servers ? [servers] : []), ...components]);
};

const FLOWS: ReadonlyMap<string | undefined, string> = new Map([
  ['application', 'clientCredentials'],
  ['accessCode', 'authorizationCode'],
  ['implicit', 'implicit'],
  ['password', 'password'],
]);

/** @see OpenAPI 2.0, "Security Scheme Object" */
const upgradeSecurityScheme: Step = (node) => {
  const type = scheme.entry(node, 'type');
  if (type && textOf(type.value) === 'basic') {
    const http = [
      { ...type, value: makeText('http', type.value) },
      makeEntry('scheme', makeText('basic', type.value), type.keySpan),
    ];
    return withEntries(
      node,
      node.entries.flatMap((one) => (one === type ? http : one)),
    );
  }
  const flow = scheme.entry(node, 'flow');
  const kind = FLOWS.get(flow && textOf(flow.value));
  if (!flow || kind === undefined) return node;
  const ofFlow = node.entries.filter(({ key }) => ['authorizationUrl', 'tokenUrl', 'scopes'].includes(key));
  const flows = makeObject([makeEntry(kind, makeObject(ofFlow, flow.value), flow.keySpan)], flow.value);
  const kept = scheme.without(node, 'flow', 'authorizationUrl', 'tokenUrl', 'scopes');
  return withEntries(node, [...kept, makeEntry('flows', flows, flow.keySpan)]);
};

/** Of a discriminator, 2.0 tells the name alone; `file` is a type of its own there. */
const upgradeSchema: Step = (node) => {
  const entries = node.entries.flatMap((entry): JsonEntry[] => {
    const text = textOf(entry.value);
    if (entry.key === 'discriminator' && text !== undefined) {
      return [{ ...entry, value: makeObject([makeEntry('propertyName', entry.value, entry.keySpan)], entry.value) }];
    }
    if (entry.key === 'type' && text === 'file') {
      const format = schema.entry(node, 'format')
        ? []
        : [makeEntry('format', makeText('binary', entry.value), entry.keySpan)];
      return [{ ...entry, value: makeText('string', entry.value) }, ...format];
    }
    if (entry.key === 'x-example' && !schema.entry(node, 'example')) return [rename(entry, 'example')];
    // A part of a parameter that became a schema.
    return entry.key === 'collectionFormat' ? [] : [entry];
  });
  return withEntries(node, entries);
};

/** Swagger 2.0 → OpenAPI 3.0, by the parts it is made of. */
export const V2_TO_V3: Steps = {
  description: upgradeDescription,
  pathItem: upgradePathItem,
  operation: upgradeOperation,
  parameter: upgradeParameter,
  requestBody: upgradeBody,
  response: upgradeResponse,
  header: upgradeHeader,
  securityScheme: upgradeSecurityScheme,
  schema: upgradeSchema,
};

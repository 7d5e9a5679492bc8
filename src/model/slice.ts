import type { Api } from './api.ts';
import type { MediaType } from './media-type.ts';
import type { Operation, Response } from './operation.ts';
import { referencesIn } from './references.ts';
import type { Resource } from './resource.ts';
import type { Schema, SchemaId, SchemaObject, Schemas } from './schema-object.ts';

/**
 * The part of an API that one console, one sandbox call or one page of samples needs: an `Api` with a
 * single operation, the schemas it can reach and the security schemes it names. Where the author wrote
 * things is dropped.
 */
export function sliceApi(api: Api, operation: Operation): Api {
  const sent = withoutSources(withoutAnswerers(operation));
  const named = new Set(operation.security.flatMap((need) => need.schemes.map((scheme) => scheme.id)));
  return {
    id: api.id,
    ...(api.edition ? { edition: api.edition } : {}),
    title: api.title,
    version: api.version,
    servers: withoutSources(api.servers),
    tags: [],
    operations: [sent],
    ...(api.clients ? { clients: api.clients } : {}),
    securitySchemes: withoutSources(api.securitySchemes.filter((scheme) => named.has(scheme.id))),
    schemas: reachedFrom(api.schemas, sent),
  };
}

/** The schemas that can be reached from a value. */
function reachedFrom(schemas: Schemas, start: unknown): Schemas {
  const reached: { [id: SchemaId]: Schema } = Object.create(null);
  const keep = (ids: Iterable<SchemaId>): void => {
    for (const id of ids) {
      const schema = schemas[id];
      if (schema === undefined || id in reached) continue;
      const { bare, refs } = bareSchema(schema);
      reached[id] = bare;
      keep(refs);
    }
  };
  keep(referencesIn(start, new Set()));
  return reached;
}

/** A schema without where its author wrote it. */
export function bareSchemaOf(schema: Schema): Schema {
  return bareSchema(schema).bare;
}

interface BareSchema {
  readonly bare: Schema;
  readonly refs: ReadonlySet<SchemaId>;
}

/** Most operations of an API reach the same schemas. */
const bareSchemas = new WeakMap<SchemaObject, BareSchema>();

function bareSchema(schema: Schema): BareSchema {
  if (typeof schema === 'boolean') return { bare: schema, refs: new Set() };
  const known = bareSchemas.get(schema) ?? { bare: withoutSources(schema), refs: referencesIn(schema, new Set()) };
  bareSchemas.set(schema, known);
  return known;
}

/** What answers are like: the part of a slice that no request is made from. */
export interface Answers {
  readonly responses: readonly Response[];
  /** Those that only answers refer to. */
  readonly schemas: Schemas;
  /** What the operation does to a collection, which a slice alone doesn't tell. */
  readonly resource?: Resource;
}

/**
 * A slice in two parts. The first makes requests: its responses keep their statuses, descriptions and the names of
 * media types alone. The second is for who answers or reads answers.
 */
export function splitSlice(slice: Api): { readonly request: Api; readonly answers: Answers } {
  const [operation] = slice.operations;
  if (!operation) return { request: slice, answers: { responses: [], schemas: {} } };
  const responses = operation.responses.map(({ status, summary, description, content }) => ({
    status,
    ...(summary ? { summary } : {}),
    ...(description ? { description } : {}),
    headers: [],
    content: content.map(({ name }) => ({ name, examples: [] })),
  }));
  const sent = { ...operation, responses };
  const request = { ...slice, operations: [sent], schemas: reachedFrom(slice.schemas, sent) };
  const others = Object.entries(slice.schemas).filter(([id]) => !(id in request.schemas));
  return { request, answers: { responses: operation.responses, schemas: Object.fromEntries(others) } };
}

/** The slice that `splitSlice` parted. */
export function joinSlice(request: Api, { responses, schemas }: Answers): Api {
  return {
    ...request,
    operations: request.operations.map((operation) => ({ ...operation, responses })),
    schemas: { ...request.schemas, ...schemas },
  };
}

/** Callbacks and links say what happens after the request, and no request is made from them, nor from what is missing. */
function withoutAnswerers(operation: Operation): Operation {
  const {
    callbacks: _callbacks,
    codeSamples: _codeSamples,
    missingParameters: _parameters,
    missingRequestBody: _body,
    ...sent
  } = operation;
  return { ...sent, responses: operation.responses.map(({ links: _links, ...response }) => response) };
}

/** A copy of a part of an API, whose keys are ours alone: what descriptions name is listed in arrays. */
function withoutSources<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(withoutSources) as Part;
  if (part === null || typeof part !== 'object') return part;
  const kept = Object.entries(part).filter(([key, value]) => key !== 'source' && value !== undefined);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutSources(value)])) as Part;
}

/** Follows references until a schema that says something itself; `true` when the chain leads nowhere. */
export function resolveSchema(schemas: Schemas, schema: Schema): Schema {
  let current = schema;
  for (let steps = 0; steps < 100; steps += 1) {
    if (typeof current === 'boolean' || current.ref === undefined) return current;
    current = schemas[current.ref] ?? true;
  }
  return true;
}

const SEQUENTIAL =
  /^text\/event-stream$|^(?:application|text)\/(?:x-)?(?:jsonl|ndjson|jsonlines|json-lines|json-?seq)$|^application\/stream\+json$|\+(?:jsonl|ndjson|json-seq)$/;

/** Whether answers of this media type come as a sequence of items that are read as they arrive. */
export function isSequential(mediaType: Pick<MediaType, 'name'>): boolean {
  const [name = ''] = mediaType.name.toLowerCase().split(';');
  return SEQUENTIAL.test(name.trim());
}

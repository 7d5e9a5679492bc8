import type { Encoding, MediaType } from '../model/media-type.ts';
import type { Callback, Link, MissingParameter, Operation, Response } from '../model/operation.ts';
import type { Header, Parameter, ParameterIn } from '../model/parameter.ts';
import type { Schema, Schemas } from '../model/schema-object.ts';
import type { SecurityRequirement } from '../model/security-scheme.ts';
import type { Server, ServerVariable } from '../model/server.ts';
import { type Direction, idStep, type SchemaNode, schemaTrees, type TreeRoot } from '../schema/tree.ts';
import type { Weight } from '../schema/weight.ts';
import { mediaGroups } from './media-groups.ts';
import { slug } from './slugs.ts';

/** The place of a schema's tree in `PageView.trees`. */
export type TreeNumber = number;

/** A parameter or a header with its id on the page. */
export interface FieldView {
  readonly field: Parameter | Header;
  readonly id: string;
  readonly tree: TreeNumber;
}

/** Media types that say the same of one body. */
export interface MediaView {
  /** Each with an id, so that a link to one holds when another joins it. */
  readonly names: readonly { readonly name: string; readonly id: string }[];
  readonly media: MediaType;
  readonly whole?: TreeNumber;
  /** Of one item of a stream. */
  readonly item?: TreeNumber;
  readonly encodings: readonly EncodingView[];
}

export interface EncodingView {
  readonly encoding: Encoding;
  readonly id: string;
  /** Of an item without a name: its place from 0; none for all items after those. */
  readonly position?: number;
  readonly headers: readonly FieldView[];
  readonly inside: readonly EncodingView[];
}

export interface ResponseView {
  readonly response: Response;
  readonly id: string;
  readonly headers: readonly FieldView[];
  readonly content: readonly MediaView[];
  readonly links: readonly LinkView[];
}

export interface LinkView {
  readonly link: Link;
  readonly id: string;
  readonly servers: readonly ServerView[];
}

export interface ServerView {
  readonly server: Server;
  readonly id: string;
  readonly variables: readonly { readonly variable: ServerVariable; readonly id: string }[];
}

/** One way to authorize: all of its schemes together. */
export interface WayView {
  readonly id: string;
  readonly schemes: readonly { readonly name: string; readonly scopes: readonly string[]; readonly id: string }[];
}

export interface CallbackView {
  readonly callback: Callback;
  readonly id: string;
  /** Nothing where a reference leads to none. */
  readonly inner?: { readonly operation: Operation; readonly view: OperationView };
}

/** A parameter of which only a reference that leads nowhere is there. */
export interface MissingField extends MissingParameter {
  readonly id: string;
}

/** What a page shows of an operation's request and answers, with the id of each part. */
export interface OperationView {
  /** What the ids of its sections begin with. */
  readonly prefix: string;
  readonly ways: readonly WayView[];
  readonly servers: readonly ServerView[];
  readonly parameters: readonly { readonly place: ParameterIn; readonly fields: readonly FieldView[] }[];
  readonly ignored: readonly FieldView[];
  readonly missing: readonly MissingField[];
  /** The reference for a body that leads nowhere. */
  readonly missingBody?: string;
  readonly body: readonly MediaView[];
  readonly responses: readonly ResponseView[];
  readonly callbacks: readonly CallbackView[];
}

const PLACES: readonly ParameterIn[] = ['path', 'query', 'querystring', 'header', 'cookie'];

/** Which way the bodies go: of a webhook the API sends the request. */
export type Sender = 'reader' | 'api';

export interface PageView extends OperationView {
  readonly trees: readonly SchemaNode[];
}

/** Headings that every operation may have, by the end of their ids. */
const SECTIONS = [
  ...['authorization', 'request-body', 'responses', 'callbacks', 'servers', 'request'],
  ...['request-examples', 'response-examples', 'author-samples'],
  ...[...PLACES, 'missing', 'ignored'].map((place) => `parameters-${place}`),
];

/**
 * Lays out what a page says of an operation. Ids are unique on the page, and all schemas share its room. An id
 * tells its thing by names alone, so that it stays when a neighbour is added.
 *
 * @param prefix - set before every id where the page has several operations: `create-chat.`
 * @param limit - its room for schemas, where it is not a whole page
 */
export function pageView(
  schemas: Schemas,
  operation: Operation,
  sender: Sender = 'reader',
  prefix = '',
  limit?: Weight,
): PageView {
  const layout = new PageLayout();
  const view = layout.operation(operation, prefix, sender);
  return { ...view, trees: schemaTrees(schemas, layout.trees, limit, layout.ids) };
}

/** The servers of an API with their ids on its overview. */
export function serverViews(servers: readonly Server[]): ServerView[] {
  return new PageLayout().servers(servers, 'servers');
}

class PageLayout {
  readonly ids = new Set<string>();
  readonly trees: TreeRoot[] = [];

  operation(operation: Operation, prefix: string, sender: Sender): OperationView {
    const sent = sender === 'reader' ? 'request' : 'both';
    const answered = sender === 'reader' ? 'response' : 'both';
    const { parameters, ignoredParameters = [], requestBody, responses, callbacks = [] } = operation;
    const { missingParameters = [], missingRequestBody } = operation;
    for (const section of SECTIONS) this.ids.add(prefix + section);
    return {
      prefix,
      ways: operation.security.map((way) => this.way(way, `${prefix}authorization`)),
      servers: this.servers(operation.servers, `${prefix}servers`),
      parameters: PLACES.flatMap((place) => {
        const fields = this.fields(
          parameters.filter((parameter) => parameter.in === place),
          prefix + place,
          sent,
        );
        return fields.length > 0 ? [{ place, fields }] : [];
      }),
      ignored: this.fields(ignoredParameters, `${prefix}ignored`, sent),
      missing: missingParameters.map((one) => ({ ...one, id: this.id(`${prefix}missing`, one.name) })),
      ...(missingRequestBody === undefined ? {} : { missingBody: missingRequestBody }),
      body: this.content(requestBody?.content ?? [], `${prefix}body`, sent),
      responses: responses.map((response) => this.response(response, prefix, answered)),
      callbacks: callbacks.flatMap((callback) => this.callback(callback, prefix)),
    };
  }

  way({ schemes }: SecurityRequirement, prefix: string): WayView {
    const id = this.id(prefix, schemes.map((scheme) => scheme.id).join('+'));
    return {
      id,
      schemes: schemes.map(({ id: name, scopes }) => ({
        name,
        scopes,
        id: schemes.length === 1 ? id : this.id(id, name),
      })),
    };
  }

  servers(servers: readonly Server[], prefix: string): ServerView[] {
    return servers.map((server) => {
      const id = this.id(prefix, slug(server.url.replace(/^https?:\/\//, '')));
      return {
        server,
        id,
        variables: server.variables.map((variable) => ({ variable, id: this.id(id, variable.name) })),
      };
    });
  }

  callback(callback: Callback, prefix: string): CallbackView[] {
    // Nearly all are sent by POST.
    const id = (method = 'POST'): string =>
      this.id(
        `${prefix}callback-${idStep(callback.name)}${method === 'POST' ? '' : `-${idStep(method.toLowerCase())}`}`,
      );
    return [
      ...callback.operations.map((operation): CallbackView => {
        const own = id(operation.method);
        return { callback, id: own, inner: { operation, view: this.operation(operation, `${own}-`, 'api') } };
      }),
      ...(callback.missing === undefined ? [] : [{ callback, id: id() }]),
    ];
  }

  response(response: Response, prefix: string, direction: Direction): ResponseView {
    const id = this.id(`${prefix}response-${idStep(response.status)}`);
    for (const section of ['headers', 'links']) this.ids.add(`${id}-${section}`);
    return {
      response,
      id,
      headers: this.fields(response.headers, `${id}-header`, direction),
      content: this.content(response.content, id, direction),
      links: (response.links ?? []).map((link) => {
        const own = this.id(`${id}-link`, link.name);
        return { link, id: own, servers: this.servers(link.server ? [link.server] : [], own) };
      }),
    };
  }

  fields(list: readonly (Parameter | Header)[], prefix: string, direction: Direction): FieldView[] {
    const rows = list.map((field) => ({ field, id: this.id(prefix, field.name) }));
    return rows.map(({ field, id }) => {
      const schema = field.content ? (field.content.schema ?? field.content.itemSchema) : field.schema;
      return { field, id, tree: this.tree(schema ?? true, id, direction, field.description) };
    });
  }

  content(content: readonly MediaType[], prefix: string, direction: Direction): MediaView[] {
    const groups = mediaGroups(content, ['examples']);
    // Ids below the one that most readers mean name no media type. JSON stays that when others are added.
    const main = groups.find(({ names }) => names.some(isJson)) ?? groups[0];
    this.ids.add(prefix);
    return groups.map((group) => {
      const { names, media } = group;
      const ids = names.map((name) => ({ name, id: this.id(`${prefix}-${slug(name)}`) }));
      const id = group === main ? prefix : (ids[0]?.id ?? prefix);
      const { schema, itemSchema, encoding = [], prefixEncoding = [], itemEncoding } = media;
      return {
        names: ids,
        media,
        ...(schema === undefined ? {} : { whole: this.tree(schema, id, direction) }),
        ...(itemSchema === undefined ? {} : { item: this.tree(itemSchema, this.id(`${id}-item`), direction) }),
        encodings: this.encodings(
          { encoding, prefixEncoding, ...(itemEncoding ? { itemEncoding } : {}) },
          id,
          direction,
        ),
      };
    });
  }

  encodings(
    {
      encoding = [],
      prefixEncoding = [],
      itemEncoding,
    }: Pick<Encoding, 'encoding' | 'prefixEncoding' | 'itemEncoding'>,
    prefix: string,
    direction: Direction,
  ): EncodingView[] {
    const view = (one: Encoding, name: string): EncodingView => {
      const id = this.id(`${prefix}-part-${idStep(name)}`);
      return {
        encoding: one,
        id,
        headers: this.fields(one.headers, id, direction),
        inside: this.encodings(one, id, direction),
      };
    };
    return [
      ...encoding.map((one) => view(one, one.name ?? '')),
      ...prefixEncoding.map((one, position) => ({ ...view(one, String(position + 1)), position })),
      ...(itemEncoding ? [view(itemEncoding, 'each')] : []),
    ];
  }

  /** @param beside - what the page says of it besides its schema */
  tree(schema: Schema, id: string, direction: Direction, beside = ''): TreeNumber {
    this.trees.push({ schema, id, direction, beside });
    return this.trees.length - 1;
  }

  /** Only what has the same name twice gets a number. */
  id(above: string, name?: string): string {
    const plain = name === undefined ? above : `${above}.${idStep(name)}`;
    let id = plain;
    for (let number = 2; this.ids.has(id); number += 1) id = `${plain}-${number}`;
    this.ids.add(id);
    return id;
  }
}

function isJson(mediaType: string): boolean {
  return /^application\/(?:[^;]*\+)?json\b/i.test(mediaType.trim());
}

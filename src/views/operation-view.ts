import type { Encoding, MediaType } from '../model/media-type.ts';
import type { Callback, MissingParameter, Operation, Response } from '../model/operation.ts';
import type { Header, Parameter, ParameterIn } from '../model/parameter.ts';
import type { Schema, Schemas } from '../model/schema-object.ts';
import { type Direction, type SchemaNode, schemaTrees, type TreeRoot } from '../schema/tree.ts';
import { mediaGroups } from './media-groups.ts';

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
  readonly names: readonly string[];
  readonly media: MediaType;
  readonly whole?: TreeNumber;
  /** Of one item of a stream. */
  readonly item?: TreeNumber;
  readonly encodings: readonly EncodingView[];
}

export interface EncodingView {
  readonly encoding: Encoding;
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

/** Lays out what one page says of an operation. Ids are unique on the page, and all schemas share its room. */
export function pageView(schemas: Schemas, operation: Operation, sender: Sender = 'reader'): PageView {
  const layout = new PageLayout();
  const view = layout.operation(operation, '', sender);
  return { ...view, trees: schemaTrees(schemas, layout.trees) };
}

class PageLayout {
  readonly ids = new Set<string>();
  readonly trees: TreeRoot[] = [];

  /** @param prefix - set before every id: nothing for the page's own operation */
  operation(operation: Operation, prefix: string, sender: Sender): OperationView {
    const sent = sender === 'reader' ? 'request' : 'both';
    const answered = sender === 'reader' ? 'response' : 'both';
    const { parameters, ignoredParameters = [], requestBody, responses, callbacks = [] } = operation;
    const { missingParameters = [], missingRequestBody } = operation;
    return {
      parameters: PLACES.flatMap((place) => {
        const fields = this.fields(
          parameters.filter((parameter) => parameter.in === place),
          prefix + place,
          sent,
        );
        return fields.length > 0 ? [{ place, fields }] : [];
      }),
      ignored: this.fields(ignoredParameters, `${prefix}ignored`, sent),
      missing: missingParameters.map((one) => ({ ...one, id: this.id(`${prefix}missing.${one.name}`) })),
      ...(missingRequestBody === undefined ? {} : { missingBody: missingRequestBody }),
      body: this.content(requestBody?.content ?? [], `${prefix}body`, sent),
      responses: responses.map((response) => this.response(response, prefix, answered)),
      callbacks: callbacks.flatMap((callback) => this.callback(callback, prefix)),
    };
  }

  callback(callback: Callback, prefix: string): CallbackView[] {
    const id = (): string => this.id(`${prefix}callback-${callback.name}`);
    return [
      ...callback.operations.map((operation): CallbackView => {
        const own = id();
        return { callback, id: own, inner: { operation, view: this.operation(operation, `${own}-`, 'api') } };
      }),
      ...(callback.missing === undefined ? [] : [{ callback, id: id() }]),
    ];
  }

  response(response: Response, prefix: string, direction: Direction): ResponseView {
    const id = this.id(`${prefix}response-${response.status}`);
    return {
      response,
      id,
      headers: this.fields(response.headers, `${id}-header`, direction),
      content: this.content(response.content, id, direction),
    };
  }

  fields(list: readonly (Parameter | Header)[], prefix: string, direction: Direction): FieldView[] {
    const rows = list.map((field) => ({ field, id: this.id(`${prefix}.${field.name}`) }));
    return rows.map(({ field, id }) => {
      const schema = field.content ? (field.content.schema ?? field.content.itemSchema) : field.schema;
      return { field, id, tree: this.tree(schema ?? true, id, direction, field.description) };
    });
  }

  content(content: readonly MediaType[], prefix: string, direction: Direction): MediaView[] {
    return mediaGroups(content, ['examples']).map(({ names, media }, index) => {
      const id = index === 0 ? prefix : `${prefix}-${index + 1}`;
      const { schema, itemSchema, encoding = [], prefixEncoding = [], itemEncoding } = media;
      return {
        names,
        media,
        ...(schema === undefined ? {} : { whole: this.tree(schema, id, direction) }),
        ...(itemSchema === undefined ? {} : { item: this.tree(itemSchema, `${id}-item`, direction) }),
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
    const view = (one: Encoding, name: string): EncodingView => ({
      encoding: one,
      headers: this.fields(one.headers, `${prefix}-part-${name}`, direction),
      inside: this.encodings(one, `${prefix}-part-${name}`, direction),
    });
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

  /** HTML ids hold no white space; a second use of one gets a number. */
  id(wanted: string): string {
    const plain = wanted.replace(/\s+/g, '-');
    let id = plain;
    for (let number = 2; this.ids.has(id); number += 1) id = `${plain}-${number}`;
    this.ids.add(id);
    return id;
  }
}

import { type JsonText, parseJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Schema } from '../model/schema-object.ts';
import { kindOfMedia } from '../request/media-kind.ts';
import { everyPart, partsType } from '../schema/schema-parts.ts';
import { validateJson } from '../schema/validate.ts';
import type { Call, Fault } from './call.ts';
import { unreadable, violationFault } from './fault.ts';
import { formValue } from './read-form.ts';
import { multipartValue } from './read-multipart.ts';
import { scalarValue } from './scalar-value.ts';

/** A body read back into the value that it was written from. */
export interface ReadBody {
  /** Left out where a body is bytes or markup, of which a schema says nothing that can be looked at here. */
  readonly value?: { readonly text: JsonText; readonly schema: Schema };
  /** Why it can't be read. */
  readonly faults: readonly Fault[];
}

/**
 * Reads a body the way its media type writes it: JSON, JSON lines, a form, parts, text.
 *
 * @param media - what the operation has for the media type that was sent
 * @param sent - the Content-Type of the request
 */
export function readBody(call: Call, media: MediaType, sent: string): ReadBody {
  const { api, body } = call;
  const schema = media.schema ?? true;
  switch (kindOfMedia({ ...media, name: sent }, api.schemas)) {
    case 'json':
      return { value: { text: body, schema }, faults: notJson(body) };
    case 'lines':
      return readLines(body, media, sent);
    case 'form':
      return { value: { text: formValue(api.schemas, media, body), schema }, faults: [] };
    case 'multipart':
      return multipartValue(call, media, sent);
    case 'xml':
      if (/^\ufeff?\s*</.test(body)) return { faults: [] };
      return { faults: [unreadable('The body is not XML: it does not begin with a tag.')] };
    case 'text': {
      // Of text that stands for an object, such as YAML or CSV, a schema tells nothing that can be seen here.
      const type = partsType(everyPart(api.schemas, schema));
      if (type === undefined || type === 'object' || type === 'array') return { faults: [] };
      return { value: { text: scalarValue(api.schemas, schema, body), schema }, faults: [] };
    }
    case 'binary':
      return { faults: [] };
  }
}

function notJson(text: string): Fault[] {
  if (parseJson(text).kind !== 'problem') return [];
  return validateJson({}, true, text).map((violation) => violationFault(violation, 'body'));
}

/** Each line is an item; together they are the list that a `schema` describes. */
function readLines(body: string, media: MediaType, sent: string): ReadBody {
  // A record of a JSON sequence may have several lines.
  const lines = body.split(/seq/i.test(sent) ? '\u001e' : '\n').filter((line) => line.trim() !== '');
  const faults = lines.flatMap((line, index) =>
    notJson(line).map((fault) => ({ ...fault, pointer: `/${index}`, param: `[${index}]` })),
  );
  const schema = media.itemSchema === undefined ? (media.schema ?? true) : { items: media.itemSchema };
  return { value: { text: `[${lines.join()}]`, schema }, faults };
}

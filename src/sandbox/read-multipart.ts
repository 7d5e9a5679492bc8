import { type JsonText, parseJson, quoteJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { pointerStep } from '../schema/violation.ts';
import type { Call, Fault } from './call.ts';
import { unreadable } from './fault.ts';
import { inMediaRange } from './media-range.ts';
import type { ReadBody } from './read-body.ts';
import { type Field, fieldsValue } from './read-form.ts';

interface Part {
  readonly name?: string;
  /** Its Content-Type; empty where it has none. */
  readonly type: string;
  readonly isFile: boolean;
  readonly text: string;
}

/**
 * Reads the parts of a body into the object, or for parts without names the list, that they were written from.
 * A file stands there as its text, which no schema has much to say about; its media type is looked at.
 *
 * @see RFC 2046, section 5.1; RFC 7578
 */
export function multipartValue(call: Call, media: MediaType, sent: string): ReadBody {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(sent) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return { faults: [unreadable('The Content-Type of the body names no boundary.')] };
  const parts = partsOf(call.bytes ?? new TextEncoder().encode(call.body), boundary);
  if (!parts) return { faults: [unreadable(`The body has no closing boundary --${boundary}--.`)] };
  const schema = media.schema ?? true;
  if (parts.some(({ name }) => name === undefined)) {
    const whole = media.itemSchema === undefined || media.schema !== undefined ? schema : { items: media.itemSchema };
    return { value: { text: `[${parts.map(partValue).join()}]`, schema: whole }, faults: [] };
  }
  const fields = parts.map((part): Field => {
    const { name = '', text } = part;
    // Plain text is what the schema takes it for.
    return part.isFile || isJsonType(part.type) ? { name, text, json: partValue(part) } : { name, text };
  });
  return {
    value: { text: fieldsValue(call.api.schemas, media, fields), schema },
    faults: parts.flatMap((part) => partFaults(media, part)),
  };
}

function partValue({ type, text, isFile }: Part): JsonText {
  const isJson = isJsonType(type) && !isFile;
  return isJson && parseJson(text).kind !== 'problem' ? text : quoteJson(text);
}

function partFaults({ encoding }: MediaType, { name = '', type, text, isFile }: Part): Fault[] {
  const about = { place: 'body', pointer: pointerStep(name), param: name } as const;
  const allowed = encoding?.find((one) => one.name === name)?.contentType?.split(',') ?? [];
  if (type && allowed.length > 0 && !allowed.some((range) => inMediaRange(range, type))) {
    const message = `The part '${name}' must be sent as ${allowed.map((range) => range.trim()).join(' or ')}, not ${type}.`;
    return [{ ...about, code: 'content-type', message }];
  }
  if (!isFile && isJsonType(type) && parseJson(text).kind === 'problem') {
    return [{ ...about, code: 'not-json', message: `The part '${name}' is not valid JSON.` }];
  }
  return [];
}

/** Bytes are looked at as Latin-1, where each is one character, so that texts can be searched and cut. */
function partsOf(bytes: Uint8Array, boundary: string): Part[] | undefined {
  const whole = `\r\n${latin1(bytes)}`;
  const end = whole.indexOf(`\r\n--${boundary}--`);
  if (end < 0) return undefined;
  return whole
    .slice(0, end)
    .split(`\r\n--${boundary}`)
    .slice(1)
    .map((piece) => {
      const start = piece.indexOf('\r\n\r\n');
      const head = utf8(start < 0 ? piece : piece.slice(0, start));
      const header = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
      const disposition = header('Content-Disposition');
      const [, quoted, plain] = /;\s*name=(?:"([^"]*)"|([^\s;"]+))/i.exec(disposition) ?? [];
      const name = (quoted ?? plain)?.replaceAll('%22', '"').replaceAll('%0D%0A', '\r\n');
      return {
        ...(name === undefined ? {} : { name }),
        type: header('Content-Type'),
        isFile: /;\s*filename\*?=/i.test(disposition),
        text: start < 0 ? '' : utf8(piece.slice(start + 4)),
      };
    });
}

const CHUNK = 8192;

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}

function utf8(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}

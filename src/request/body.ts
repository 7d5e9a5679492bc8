import { parseJson, printJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import type { RequestBody } from '../model/operation.ts';
import type { Schemas } from '../model/schema-object.ts';
import { encodeForm, writeForm } from './form.ts';
import type { HttpBody } from './http-request.ts';
import { bodyKind } from './media-kind.ts';
import { isJsonType, sentMediaType } from './media-type-name.ts';
import { chooseBoundary } from './multipart.ts';
import { writeParts } from './parts.ts';
import type { BodyValue, ValueProblem } from './values.ts';

/**
 * The body that is sent, and what is wrong with it.
 *
 * @param described - what the operation takes; a body it doesn't describe is sent all the same
 * @param boundary - between parts, where none of them holds it; left out, the same for everyone
 */
export function buildBody(
  schemas: Schemas,
  described: RequestBody | undefined,
  value: BodyValue | undefined,
  boundary?: string,
): { body?: HttpBody; problems: ValueProblem[] } {
  if (!value) return { problems: described?.required ? [problem('required-missing')] : [] };
  // Half a surrogate pair has no bytes in UTF-8; every client puts U+FFFD there, or fails.
  const text = value.text.toWellFormed();
  const { mediaType } = value;
  const media = mediaOf(described, mediaType);
  const [file] = value.files ?? [];
  switch (bodyKind(mediaType, media?.schema ?? media?.itemSchema, schemas)) {
    case 'form':
      return buildForm(text, mediaType, media);
    case 'multipart':
      return buildMultipart(schemas, { ...value, text }, media, boundary);
    case 'binary':
      if (file) return { body: { kind: 'file', mediaType, file: { at: '', name: file.name } }, problems: [] };
      break;
    default:
      break;
  }
  const body: HttpBody = { kind: 'text', mediaType, text };
  const node = isJsonType(mediaType) ? parseJson(text) : undefined;
  if (node?.kind !== 'problem') return { body, problems: [] };
  return { body, problems: [problem('not-json', `${node.line}:${node.column}`)] };
}

/** The media type of an operation's body that is sent under this name. */
export function mediaOf(described: RequestBody | undefined, mediaType: string): MediaType | undefined {
  return described?.content.find(({ name }) => sentMediaType(name) === mediaType);
}

function problem(code: ValueProblem['code'], found?: string): ValueProblem {
  return { kind: 'problem', code, field: { kind: 'body' }, ...(found === undefined ? {} : { found }) };
}

/** A text that is no JSON object is a form already. */
function buildForm(
  text: string,
  mediaType: string,
  media: MediaType | undefined,
): { body: HttpBody; problems: ValueProblem[] } {
  const written = writeForm(text, media?.encoding ?? [], encodeForm);
  const body = { kind: 'text', mediaType, text } as const;
  if (!written) {
    const node = parseJson(text);
    const isMeant = node.kind === 'problem' && /^\s*\{/.test(text);
    return { body, problems: isMeant ? [problem('not-json', `${node.line}:${node.column}`)] : [] };
  }
  if ('refused' in written) return { body, problems: [problem('no-form-for-shape', written.refused)] };
  return { body: { ...body, ...written }, problems: [] };
}

function buildMultipart(
  schemas: Schemas,
  { mediaType, text, files = [] }: BodyValue,
  media: MediaType | undefined,
  boundary: string | undefined,
): { body?: HttpBody; problems: ValueProblem[] } {
  const node = parseJson(text);
  if (node.kind === 'problem') return { problems: [problem('not-json', `${node.line}:${node.column}`)] };
  if (node.kind !== 'object' && node.kind !== 'array') return { problems: [problem('body-shape', printJson(node))] };
  const { parts, refused } = writeParts(schemas, media, node, files);
  const body = {
    kind: 'multipart',
    // A boundary that the description names is none of these parts'.
    mediaType: mediaType.replace(/\s*;\s*boundary=("[^"]*"|[^;]*)/i, ''),
    boundary: chooseBoundary(parts, boundary),
    parts,
  } as const;
  return { body, problems: refused.map((name) => problem('no-form-for-shape', name)) };
}

import { parseJson } from '../model/json-text.ts';
import type { RequestBody } from '../model/operation.ts';
import type { HttpBody } from './http-request.ts';
import type { BodyValue, ValueProblem } from './values.ts';

/** Whether a media type holds JSON: `application/json`, `text/json`, or any with the suffix `+json`. */
export function isJsonType(mediaType: string): boolean {
  return /^(?:application|text)\/json(?:\s*;|$)|^[\w.!#$&^-]+\/[\w.!#$&^-]*\+json(?:\s*;|$)/i.test(mediaType.trim());
}

/** The media type to send where the description has a range that JSON or plain text is in. */
export function sentMediaType(name: string): string {
  if (/^text\/\*/.test(name)) return 'text/plain';
  return /^(?:application|\*)\/\*/.test(name) ? 'application/json' : name;
}

/**
 * The body that is sent, and what is wrong with it.
 *
 * @param described - what the operation takes; a body it doesn't describe is sent all the same
 */
export function buildBody(
  described: RequestBody | undefined,
  value: BodyValue | undefined,
): { body?: HttpBody; problems: ValueProblem[] } {
  const field = { kind: 'body' } as const;
  if (!value) return { problems: described?.required ? [{ kind: 'problem', code: 'required-missing', field }] : [] };
  // Half a surrogate pair has no bytes in UTF-8; every client puts U+FFFD there, or fails.
  const body: HttpBody = { kind: 'text', mediaType: sentMediaType(value.mediaType), text: value.text.toWellFormed() };
  const node = isJsonType(body.mediaType) ? parseJson(body.text) : undefined;
  if (node?.kind !== 'problem') return { body, problems: [] };
  return { body, problems: [{ kind: 'problem', code: 'not-json', field, found: `${node.line}:${node.column}` }] };
}

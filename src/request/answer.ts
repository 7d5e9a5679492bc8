import { jsonEntry, parseJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Operation } from '../model/operation.ts';
import { isSequential } from '../model/slice.ts';
import { isHeaderValue } from './header-text.ts';
import type { HttpBody } from './http-request.ts';
import { isJsonType } from './media-type-name.ts';

/** What the request asks to get. */
export interface ExpectedAnswer {
  /** Left out where plain `application/json` is all there is. */
  readonly accept?: string;
  readonly stream: boolean;
  readonly json: boolean;
}

/**
 * Which of the good answers' media types to ask for: with `"stream": true` in a JSON body one that comes in
 * pieces, else the first that comes whole.
 */
export function chooseAnswer(operation: Operation, body: HttpBody | undefined): ExpectedAnswer {
  const types = goodAnswers(operation);
  const pieces = types.find(isSequential);
  const whole = types.find((type) => !isSequential(type));
  const chosen = asksForStream(body) ? (pieces ?? whole) : (whole ?? pieces);
  if (!chosen) return { stream: false, json: false };
  const stream = isSequential(chosen);
  const json = isJsonType(chosen.name);
  const plain = types.length === 1 && /^(?:application\/json|\*\/\*)$/i.test(chosen.name);
  return plain || !isHeaderValue(chosen.name) ? { stream, json } : { accept: chosen.name, stream, json };
}

/** The media types of the answers that mean success, each once; `default` stands in where none is listed. */
function goodAnswers(operation: Operation): MediaType[] {
  const good = operation.responses.filter((response) => /^2/.test(response.status));
  const answers = good.length > 0 ? good : operation.responses.filter((response) => response.status === 'default');
  const types = answers.flatMap((response) => response.content);
  return types.filter((type, at) => types.findIndex((other) => other.name === type.name) === at);
}

function asksForStream(body: HttpBody | undefined): boolean {
  if (body?.kind !== 'text' || !isJsonType(body.mediaType)) return false;
  const node = parseJson(body.text);
  const entry = node.kind === 'problem' ? undefined : jsonEntry(node, 'stream');
  return entry?.kind === 'boolean' && entry.value;
}

import { type JsonText, parseJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import { bodyPieces, chooseBoundary } from '../request/multipart.ts';
import { writeParts } from '../request/parts.ts';
import type { Answer, Call } from './call.ts';
import { paced } from './stream.ts';

/** An answer in parts, each sent on its own, since most that do so send parts as they become ready. */
export function multipartPieces(call: Call, media: MediaType, value: JsonText): Pick<Answer, 'mediaType' | 'body'> {
  const node = parseJson(value);
  if (node.kind !== 'object' && node.kind !== 'array') return { mediaType: media.name, body: value };
  const { parts } = writeParts(call.api.schemas, media, node, []);
  const boundary = chooseBoundary(parts);
  const pieces = bodyPieces({ kind: 'multipart', mediaType: media.name, boundary, parts });
  const texts = pieces.filter((piece) => typeof piece === 'string');
  return { mediaType: `${media.name}; boundary=${boundary}`, body: paced(texts, call.settings.seed) };
}

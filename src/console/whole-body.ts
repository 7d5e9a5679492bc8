import { mediaEssence } from '../sandbox/media-range.ts';
import { type BodyForm, bodyForm, textDecoder } from './body-form.ts';

/** A body that was read to its end before it is shown. */
export type WholeBody = { readonly kind: 'empty' } | TextBody | BlobBody;

export interface TextBody {
  readonly kind: 'text';
  readonly text: string;
  /** It should be JSON, by its type or, where it came without one, by how it begins. */
  readonly json: boolean;
  /** What the answer called it, without parameters; empty where it said nothing. */
  readonly type: string;
  /** Its bytes, to be saved. */
  readonly blob: Blob;
}

export interface BlobBody {
  readonly kind: 'image' | 'audio' | 'video' | 'pdf' | 'binary';
  /** Of a type that we know to be what `kind` says, or of none that a browser acts on. */
  readonly blob: Blob;
  readonly type: string;
}

/** Bytes decoded at once. */
const PIECE = 262_144;

/** @param type - the header's value, parameters and all */
export async function wholeBody(blob: Blob, type: string | null): Promise<WholeBody> {
  if (blob.size === 0) return { kind: 'empty' };
  const form = bodyForm(type);
  const essence = mediaEssence(type ?? '');
  const asBytes = (kind: BlobBody['kind']): BlobBody => ({
    kind,
    type: essence,
    // Blobs take a type that was checked, never the header's own text; what is only saved needs none.
    blob: blob.slice(0, blob.size, kind === 'binary' || kind === 'pdf' ? BYTES : essence),
  });
  const asText = (text: string, json: boolean): TextBody => ({
    kind: 'text',
    text,
    json,
    type: essence,
    blob: blob.slice(0, blob.size, BYTES),
  });
  if (form === undefined) {
    const text = await decode(blob, type, { fatal: true }).catch(() => '\0');
    return text.includes('\0') ? asBytes('binary') : asText(text, /^\s*[{[]/.test(text));
  }
  if (isBlobForm(form)) return asBytes(form);
  const text = await decode(blob, type);
  // Servers that know no type say plain text; no text holds this.
  return form === 'text' && text.includes('\0') ? asBytes('binary') : asText(text, form === 'json');
}

const BYTES = 'application/octet-stream';

function isBlobForm(form: BodyForm): form is BlobBody['kind'] {
  return form !== 'json' && form !== 'text';
}

/** Piece by piece, since a long body would hold the page up. */
async function decode(blob: Blob, type: string | null, options?: TextDecoderOptions): Promise<string> {
  const pieces: string[] = [];
  let decoder: TextDecoder | undefined;
  for (let at = 0; at < blob.size; at += PIECE) {
    const piece = new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer());
    decoder ??= textDecoder(type, piece, options);
    pieces.push(decoder.decode(piece, { stream: true }));
  }
  pieces.push(decoder?.decode() ?? '');
  return pieces.join('');
}

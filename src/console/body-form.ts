import { isJsonType } from '../request/media-type-name.ts';
import { mediaEssence } from '../sandbox/media-range.ts';

/** How a body is shown. Markup is shown as its source, never as a page (security rule C8). */
export type BodyForm = 'json' | 'text' | 'image' | 'audio' | 'video' | 'pdf' | 'binary';

/** Only what browsers show without running anything: SVG is text. */
const MEDIA: readonly (readonly [form: BodyForm, types: RegExp])[] = [
  ['image', /^image\/(png|jpeg|gif|webp|avif|bmp)$/],
  ['audio', /^audio\/(mpeg|mp3|mp4|aac|ogg|opus|webm|flac|x-flac|wav|wave|x-wav|vnd\.wave|x-m4a)$/],
  ['video', /^video\/(mp4|webm|ogg|quicktime)$/],
  ['pdf', /^application\/pdf$/],
];
const TEXT =
  /^(text\/.+|application\/(xml|.+\+xml|yaml|x-yaml|.+\+yaml|toml|javascript|ecmascript|graphql|x-www-form-urlencoded|sql|x-sh)|image\/svg\+xml)$/;

/**
 * @param contentType - the header's value, parameters and all
 * @returns `undefined` when the header says nothing
 */
export function bodyForm(contentType: string | null): BodyForm | undefined {
  const name = mediaEssence(contentType ?? '');
  if (name === '') return undefined;
  if (isJsonType(name)) return 'json';
  if (TEXT.test(name)) return 'text';
  return MEDIA.find(([, types]) => types.test(name))?.[0] ?? 'binary';
}

/** Bytes that are looked at for what a text says of its own charset. */
const HEAD = 1024;
const MARKS: readonly (readonly [charset: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * For text in the charset that its byte order mark tells, or else the header, or else the text itself where it is XML
 * or HTML; UTF-8 where none is known.
 *
 * @param start - the first bytes of the body, as many as are there
 * @see Encoding Standard, "decode"; RFC 7303, section 3; HTML, "determining the character encoding"
 */
export function textDecoder(contentType: string | null, start: Uint8Array, options?: TextDecoderOptions): TextDecoder {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => start[at] === byte))?.[0];
  const named = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1];
  try {
    return new TextDecoder(marked ?? named ?? ownCharset(contentType, start), options);
  } catch {
    return new TextDecoder('utf-8', options);
  }
}

function ownCharset(contentType: string | null, start: Uint8Array): string | undefined {
  const name = mediaEssence(contentType ?? '');
  const isXml = /[/+]xml$/.test(name);
  if (!isXml && name !== 'text/html') return undefined;
  const said = isXml
    ? /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/
    : /<meta\s[^>]*?charset\s*=\s*["']?([\w.:-]+)/i;
  return said.exec(new TextDecoder('latin1').decode(start.subarray(0, HEAD)))?.[1];
}

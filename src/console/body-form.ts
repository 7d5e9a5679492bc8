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

/** For text in the charset that the header names, UTF-8 where it names none that is known. */
export function textDecoder(contentType: string | null): TextDecoder {
  const label = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1];
  try {
    return new TextDecoder(label ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}

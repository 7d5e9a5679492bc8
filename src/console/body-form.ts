import { isJsonType } from '../request/media-type-name.ts';

/** How a body is shown. Markup is shown as its source, never as a page (security rule C8). */
export type BodyForm = 'json' | 'text' | 'image' | 'binary';

const RASTER = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;
const TEXT =
  /^(text\/.+|application\/(xml|.+\+xml|yaml|javascript|ecmascript|x-www-form-urlencoded|sql)|image\/svg\+xml)$/;

/**
 * @param contentType - the header's value, parameters and all
 * @returns `undefined` when the header says nothing
 */
export function bodyForm(contentType: string | null): BodyForm | undefined {
  const [essence = ''] = (contentType ?? '').split(';');
  const name = essence.trim().toLowerCase();
  if (name === '') return undefined;
  if (isJsonType(name)) return 'json';
  if (TEXT.test(name)) return 'text';
  return RASTER.test(name) ? 'image' : 'binary';
}

/**
 * Decodes text by the charset the header names, UTF-8 where it names none.
 *
 * @param bytes - the whole body
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  return textDecoder(contentType).decode(bytes);
}

/** Whether bytes that came without a type are UTF-8 text. */
export function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

/** The decoder for the charset that the header names. */
export function textDecoder(contentType: string | null): TextDecoder {
  const label = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1];
  try {
    return new TextDecoder(label ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}

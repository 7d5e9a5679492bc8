import { bodyForm, decodeText, isText } from './body-form.ts';

/** A body that was read to its end before it is shown. */
export type WholeBody =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string; readonly json: boolean }
  | { readonly kind: 'image' | 'binary'; readonly blob: Blob };

/** @param type - the header's value, parameters and all */
export async function wholeBody(blob: Blob, type: string | null): Promise<WholeBody> {
  if (blob.size === 0) return { kind: 'empty' };
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const form = bodyForm(type) ?? (isText(bytes) ? 'text' : 'binary');
  // Blobs take the type we checked, never the header's own text.
  if (form === 'image') return { kind: 'image', blob: new Blob([bytes], { type: (type ?? '').split(';')[0]?.trim() }) };
  if (form === 'binary') return { kind: 'binary', blob: new Blob([bytes], { type: 'application/octet-stream' }) };
  return { kind: 'text', text: decodeText(bytes, type), json: form === 'json' };
}

import type { Operation } from '../../model/operation.ts';
import { mediaEssence } from '../../sandbox/media-range.ts';
import type { Answer } from '../answer.ts';
import { describeMediaType } from './describe-media-type.ts';
import { describeStatus } from './describe-status.ts';

/** What of an answer's outside the description doesn't have. */
export type Undescribed =
  | { readonly kind: 'status'; readonly known: readonly string[] }
  | { readonly kind: 'media-type'; readonly type: string; readonly known: readonly string[] }
  /** One that came though none is described, and one that didn't though one is. */
  | { readonly kind: 'body' | 'no-body' };

/** @returns nothing while the body is still on its way and nothing can be said */
export function undescribed(operation: Operation, answer: Answer): Undescribed | undefined {
  const { status, headers, body, phase } = answer;
  const response = describeStatus(operation.responses, status);
  if (!response) {
    const known = operation.responses.map((one) => one.status);
    return known.length === 0 ? undefined : { kind: 'status', known };
  }
  if (body.kind === 'pending' || response.missing !== undefined) return undefined;
  const known = response.content.map(({ name }) => name);
  if (body.kind === 'empty') {
    // Neither may have a body, whatever is described.
    const isBare = operation.method === 'HEAD' || status === 204 || status === 205 || status === 304;
    return known.length > 0 && !isBare && phase === 'done' ? { kind: 'no-body' } : undefined;
  }
  if (known.length === 0) return { kind: 'body' };
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  if (type === '' || describeMediaType(response.content, type)) return undefined;
  return { kind: 'media-type', type: mediaEssence(type), known };
}

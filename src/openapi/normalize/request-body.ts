import type { RequestBody } from '../../model/operation.ts';
import { child, flagAt, type Spot, textAt } from '../spot.ts';
import { type Context, present } from './context.ts';
import { normalizeContent } from './media-type.ts';

export function normalizeRequestBody(written: Spot | undefined, context: Context): RequestBody | undefined {
  const spot = written && context.references.follow(written);
  if (!spot) return undefined;
  return present({
    description: textAt(written, 'description') ?? textAt(spot, 'description'),
    required: flagAt(spot, 'required') === true,
    content: normalizeContent(child(spot, 'content'), context),
  });
}

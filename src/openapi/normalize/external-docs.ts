import type { ExternalDocs } from '../../model/schema-object.ts';
import { type Spot, textAt } from '../spot.ts';
import { present } from './context.ts';

export function normalizeExternalDocs(spot: Spot | undefined): ExternalDocs | undefined {
  if (!spot) return undefined;
  const url = textAt(spot, 'url');
  return url === undefined ? undefined : present({ url, description: textAt(spot, 'description') });
}

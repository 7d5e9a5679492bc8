import type { CodeSample } from '../../model/operation.ts';
import { child, items, type Spot, textAt } from '../spot.ts';
import { present } from './context.ts';

/** The code that an author wrote: `x-codeSamples`, as Redoc named it first and as it is called today. */
export function normalizeCodeSamples(operation: Spot): CodeSample[] | undefined {
  const samples = ['x-codeSamples', 'x-code-samples']
    .flatMap((key) => child(operation, key) ?? [])
    .flatMap(items)
    .flatMap((spot) => {
      const source = textAt(spot, 'source');
      if (source === undefined) return [];
      return present({ lang: textAt(spot, 'lang') ?? '', label: textAt(spot, 'label'), source });
    });
  return samples.length > 0 ? samples : undefined;
}

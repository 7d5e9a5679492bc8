import type { Tag } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import { child, items, type Spot, textAt } from '../spot.ts';
import { type Context, present } from './context.ts';
import { normalizeExternalDocs } from './external-docs.ts';

/** The declared tags in their order, then those that only operations name. A name counts once. */
export function normalizeTags(list: Spot | undefined, operations: readonly Operation[], context: Context): Tag[] {
  const tags = new Map<string, Tag>();
  const target = list && context.references.follow(list);
  for (const spot of target ? items(target) : []) {
    const name = textAt(spot, 'name');
    if (name === undefined || tags.has(name)) continue;
    tags.set(
      name,
      present({
        name,
        summary: textAt(spot, 'summary') ?? textAt(spot, 'x-displayName'),
        description: textAt(spot, 'description'),
        externalDocs: normalizeExternalDocs(child(spot, 'externalDocs')),
        parent: textAt(spot, 'parent'),
        kind: textAt(spot, 'kind'),
      }),
    );
  }
  for (const name of operations.flatMap((operation) => operation.tags)) if (!tags.has(name)) tags.set(name, { name });
  return [...tags.values()];
}

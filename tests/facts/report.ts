import type { Findings, Missing } from './check.ts';
import { wantText } from './fact.ts';

/** How many facts of each kind are missing, the most first: `property.default 3/120`. */
export function missingByKind({ missing, kinds }: Findings): string[] {
  const counts = new Map<string, { count: number; glued: number }>();
  for (const { fact, glued } of missing) {
    const before = counts.get(fact.kind) ?? { count: 0, glued: 0 };
    counts.set(fact.kind, { count: before.count + 1, glued: before.glued + (glued ? 1 : 0) });
  }
  return [...counts]
    .sort(([, left], [, right]) => right.count - left.count)
    .map(([kind, { count, glued }]) => `${kind} ${count}/${kinds.get(kind)}${glued > 0 ? ` (${glued} glued)` : ''}`);
}

/** One line for a fact that no reader finds: what, of what, where it should be, where it was written. */
export function missingLine({ subject, page, fact, glued }: Missing): string {
  const wanted = wantText(fact.want).replace(/\s+/g, ' ').slice(0, 120);
  const row = fact.row === undefined ? '' : ` of ${fact.row}`;
  return `${fact.kind}${row}${glued ? ' (glued)' : ''}: ${wanted} | ${subject} ${page ?? 'no page'} | ${fact.source}`;
}

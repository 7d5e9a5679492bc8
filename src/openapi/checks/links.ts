import { diagnose, quoteShort } from '../report.ts';
import { child, textAt } from '../spot.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';
import { everyOperation } from './operations.ts';

/** A link leads to an operation. One by `operationRef` is a reference and told as such. OpenAPI 3.2, "Link Object". */
export const checkLinks: Check = ({ api, references, suggest }) => {
  const ids = new Set(everyOperation(api).flatMap(({ operationId }) => operationId ?? []));
  return takeInventory(references)
    .of('link')
    .flatMap((link) => {
      const spot = child(link, 'operationId');
      const id = textAt(link, 'operationId');
      if (!spot && !child(link, 'operationRef')) {
        const message = 'A link needs "operationId" or "operationRef", else it leads nowhere.';
        return diagnose(link, {
          code: 'link-target-missing',
          severity: 'warning',
          message,
          fix: 'Add `operationId:`.',
        });
      }
      if (!spot || id === undefined || ids.has(id)) return [];
      const better = suggest(id, ids);
      return diagnose(spot, {
        code: 'link-operation-missing',
        severity: 'warning',
        message: `This link leads to the operation ${quoteShort(id)}, but there is none with that operationId.`,
        fix:
          better === undefined ? 'Correct it, or give the operation this id.' : `Did you mean ${quoteShort(better)}?`,
      });
    });
};

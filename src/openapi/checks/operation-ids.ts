import { diagnose, quoteShort } from '../report.ts';
import { child, placeOf, type Spot } from '../spot.ts';
import type { Check } from './check.ts';
import { everyOperation } from './operations.ts';

/** An `operationId` names one operation, webhooks and callbacks included: it is the key of its page. */
export const checkOperationIds: Check = ({ api, references }) => {
  const first = new Map<string, Spot>();
  const sources = new Set<string | undefined>();
  return everyOperation(api).flatMap(({ operationId, source }) => {
    // Two paths that share a path item share its operations.
    if (operationId === undefined || sources.has(source)) return [];
    sources.add(source);
    const operation = references.at(source ?? '');
    const spot = operation && child(operation, 'operationId');
    if (!spot) return [];
    const before = first.get(operationId);
    if (!before) {
      first.set(operationId, spot);
      return [];
    }
    const { file, line } = placeOf(before).place;
    return diagnose(spot, {
      code: 'operation-id-duplicate',
      severity: 'warning',
      message: `The operationId ${quoteShort(operationId)} is used twice, first in ${file}:${line}; this one goes by its method and path.`,
      fix: 'Give one of the operations another name.',
    });
  });
};

import { diagnose, quoteShort } from '../report.ts';
import { child, placeOf, type Spot } from '../spot.ts';
import type { Check } from './check.ts';

/** An `operationId` names one operation: it is the key of its page. */
export const checkOperationIds: Check = ({ api, references }) => {
  const first = new Map<string, Spot>();
  return api.operations.flatMap(({ operationId, source }) => {
    const operation = references.at(source ?? '');
    const spot = operation && child(operation, 'operationId');
    if (operationId === undefined || !spot) return [];
    const before = first.get(operationId);
    if (!before) {
      first.set(operationId, spot);
      return [];
    }
    const { file, line } = placeOf(before).place;
    return diagnose(spot, {
      code: 'operation-id-duplicate',
      severity: 'error',
      message: `The operationId ${quoteShort(operationId)} is used twice, first in ${file}:${line}.`,
      fix: 'Give one of the operations another name.',
    });
  });
};

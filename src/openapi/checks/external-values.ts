import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { splitReference } from '../reference-text.ts';
import { diagnose, elsewhere, keepInside, quoteShort, REFUSED } from '../report.ts';
import { pathFault } from '../root-jail.ts';
import { child, type Spot } from '../spot.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';

function finding(value: Spot): Diagnostic[] {
  const text = value.node.kind === 'string' ? value.node.value : '';
  if (/^https?:\/\//i.test(text)) return [elsewhere(value, 'example')];
  const fault = pathFault(splitReference(text).path, value.file.path);
  if (fault === undefined || fault === 'missing') return [];
  const { code, why } = REFUSED[fault];
  const message = `The reference ${quoteShort(text)} ${why}.`;
  return [diagnose(value, { code, severity: 'error', message, fix: keepInside(fault, value) })];
}

/** An example may lie elsewhere. Nothing reads it, and its address obeys what holds for any reference. */
export const checkExternalValues: Check = ({ references }) =>
  takeInventory(references)
    .of('example')
    .flatMap((example) => child(example, 'externalValue') ?? [])
    .flatMap(finding);

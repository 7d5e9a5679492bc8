import { diagnose, quoteShort } from '../report.ts';
import { child, entries, rootSpot } from '../spot.ts';
import type { Check } from './check.ts';

/** Two paths that differ only in the names of their parameters are one path. OpenAPI 3.2, "Paths Object". */
export const checkTwinPaths: Check = ({ references }) => {
  const paths = child(rootSpot(references.main), 'paths');
  const target = paths && references.follow(paths);
  const first = new Map<string, string>();
  return (target ? entries(target) : []).flatMap(({ key, value }) => {
    const form = key.replace(/\{[^{}]*\}/g, '{}');
    const before = first.get(form);
    if (before === undefined) {
      first.set(form, key);
      return [];
    }
    return diagnose(value, {
      code: 'path-twin',
      severity: 'warning',
      message: `${quoteShort(key)} and ${quoteShort(before)} are the same path.`,
      fix: 'Put their operations under one of them.',
      onKey: true,
    });
  });
};

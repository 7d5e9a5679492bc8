import type { Diagnostic } from './diagnostic.ts';

/** @param strict - every warning is an error then */
export function judge(diagnostics: readonly Diagnostic[], strict: boolean | undefined): readonly Diagnostic[] {
  if (!strict) return diagnostics;
  return diagnostics.map((one) => (one.severity === 'warning' ? { ...one, severity: 'error' } : one));
}

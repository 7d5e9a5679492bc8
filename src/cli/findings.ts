import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { countSeverity, formatDiagnostics } from '../diagnostics/frame.ts';
import type { Surroundings } from './command.ts';

/**
 * Prints what is wrong with the author's files, if anything.
 *
 * @returns whether an error is among it
 */
export function tellFindings(diagnostics: readonly Diagnostic[], { note }: Pick<Surroundings, 'note'>): boolean {
  if (diagnostics.length > 0) note(`${formatDiagnostics(diagnostics)}\n`);
  return countSeverity(diagnostics, 'error') > 0;
}

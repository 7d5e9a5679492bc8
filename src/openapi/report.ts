import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { placeOf, type Spot } from './spot.ts';

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix?: string;
  /** Mark the key even where the value is a scalar: the key itself is wrong. */
  readonly onKey?: boolean;
}

/**
 * A diagnostic for a node of the tree.
 *
 * @returns it with place, source line, pointer and, for a file that a reference led to, that reference
 */
export function diagnose(spot: Spot, { onKey, ...finding }: Finding): Diagnostic {
  const { referencedFrom } = spot.file;
  return {
    ...finding,
    ...placeOf(spot, onKey ? spot.key?.span : undefined),
    pointer: spot.pointer,
    ...(referencedFrom ? { referencedFrom } : {}),
  };
}

/** A short form of a value of unknown length, for a sentence. */
export function quoteShort(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}

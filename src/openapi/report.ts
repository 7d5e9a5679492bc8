import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { fixInJson, isJsonFile } from './json-notation.ts';
import type { TargetFault } from './root-jail.ts';
import { placeOf, type Spot } from './spot.ts';

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What stands in backquotes is written as in YAML; for a JSON file it is told as JSON. */
  readonly fix?: string;
  /** Mark the key even where the value is a scalar: the key itself is wrong. */
  readonly onKey?: boolean;
}

/**
 * A diagnostic for a node of the tree.
 *
 * @returns it with place, source line, pointer and, for a file that a reference led to, that reference
 */
export function diagnose(spot: Spot, { onKey, fix, ...finding }: Finding): Diagnostic {
  const { referencedFrom } = spot.file;
  return {
    ...finding,
    ...(fix === undefined ? {} : { fix: isJsonFile(spot.file) ? fixInJson(fix) : fix }),
    ...placeOf(spot, onKey ? spot.key?.span : undefined),
    pointer: spot.pointer,
    ...(referencedFrom ? { referencedFrom } : {}),
  };
}

/** A short form of a value of unknown length, for a sentence. */
export function quoteShort(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}

/** Why a reference isn't followed, by what is wrong with its path. */
export const REFUSED: {
  readonly [fault in Exclude<TargetFault, 'missing'>]: { readonly why: string; readonly code: string };
} = {
  remote: { code: 'ref-remote', why: 'leads to another host, and nothing is fetched' },
  absolute: { code: 'ref-outside-root', why: 'is no relative path with `/`' },
  encoded: { code: 'ref-outside-root', why: 'hides a part of its path by percent-encoding' },
  outside: { code: 'ref-outside-root', why: 'leads out of the project' },
};

const KEEP_INSIDE = 'Keep the file inside the project and refer to it by a relative path.';
/** A file that is built by itself has its folder for a project. */
const BUILD_PROJECT =
  'Build the project that holds both files. Where there is none, put all files below `openapi/` of one folder, as they lie now, and build that folder.';

/** How an author mends a reference that is refused. @param spot - where it stands */
export function keepInside(fault: Exclude<TargetFault, 'missing'>, { file }: Spot): string {
  return fault === 'outside' && !file.path.startsWith('openapi/') ? BUILD_PROJECT : KEEP_INSIDE;
}

/** What the standard lets stand on another host, as an address that a reader may follow. @param what - a noun */
export function elsewhere(spot: Spot, what: string): Diagnostic {
  const text = spot.node.kind === 'string' ? spot.node.value : '';
  return diagnose(spot, {
    code: 'external-address',
    severity: 'warning',
    message: `The ${what} at ${quoteShort(text)} is not fetched: a page shows its address alone.`,
    fix: `Put the ${what} into this description, if its readers should see it.`,
  });
}

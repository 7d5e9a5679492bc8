import { dirname, posix } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { SchemaId } from '../model/schema-object.ts';
import { findAnchor } from './anchors.ts';
import type { Limits } from './limits.ts';
import { parsePointer, printPointer } from './pointer.ts';
import { readSourceFile } from './read.ts';
import { diagnose, quoteShort } from './report.ts';
import { findTarget, type TargetFault } from './root-jail.ts';
import type { SourceFile } from './source-file.ts';
import { child, entries, placeOf, rootSpot, type Spot, step } from './spot.ts';

/** A chain of references longer than this is a circle, or meant to be one. */
export const MAX_CHAIN = 100;

const REFUSED: {
  readonly [fault in Exclude<TargetFault, 'missing'>]: { readonly why: string; readonly code: string };
} = {
  remote: { code: 'ref-remote', why: 'leads to another host, and nothing is fetched' },
  absolute: { code: 'ref-outside-root', why: 'is no relative path with `/`' },
  encoded: { code: 'ref-outside-root', why: 'hides a part of its path by percent-encoding' },
  outside: { code: 'ref-outside-root', why: 'leads out of the project' },
};

/** How many broken references get a suggestion: each looks at all names there are. */
const MAX_SUGGESTIONS = 100;

/** References of one description: the files they lead to, and what was wrong with them. */
export interface References {
  readonly main: SourceFile;
  /** Every file that was read, relative to the project, in the order of reading. */
  files(): string[];
  /** Each bad reference once, however often it was followed. */
  diagnostics(): readonly Diagnostic[];
  /** Through `$ref` after `$ref` to a node that isn't one; nothing when the way is broken. */
  follow(spot: Spot): Spot | undefined;
  /** One step. @param reference - the text node under `$ref`, or any text that is a reference */
  resolve(reference: Spot): Spot | undefined;
  /** The id of a node in the model. */
  idOf(target: Spot): SchemaId;
  /** The id that a reference stands for, whether it leads anywhere or not. */
  idOfReference(reference: Spot): SchemaId;
  /** The node that a `source` of the model names. */
  at(source: string): Spot | undefined;
}

/** The text node under `$ref`, where there is one. */
export function referenceIn(spot: Spot): Spot | undefined {
  const reference = child(spot, '$ref');
  return reference?.node.kind === 'string' ? reference : undefined;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function splitReference(text: string): { path: string; fragment: string } {
  const hash = text.indexOf('#');
  if (hash < 0) return { path: text, fragment: '' };
  return { path: text.slice(0, hash), fragment: decodeFragment(text.slice(hash + 1)) };
}

/** The pointer of the sibling that a broken pointer probably meant. */
function suggest(found: Spot, tokens: readonly string[], at: number): string | undefined {
  const names = entries(found).map((entry) => entry.key);
  const name = nearest(tokens[at] ?? '', names);
  return name === undefined ? undefined : printPointer([...tokens.slice(0, at), name, ...tokens.slice(at + 1)]);
}

/**
 * Opens the references of a description. Other files are read when a reference first leads to them.
 *
 * @param main - the description's own file, which lies at `path`
 * @param root - the project, a real path: no file outside is ever read
 */
export function openReferences(
  main: SourceFile,
  path: string,
  { root, limits }: { readonly root: string; readonly limits: Limits },
): References {
  const files = new Map<string, SourceFile | undefined>([[path, main]]);
  const folders = new Map<SourceFile, string>([[main, dirname(path)]]);
  const resolved = new Map<Spot['node'], Spot | undefined>();
  const circular = new Set<Spot['node']>();
  const diagnostics: Diagnostic[] = [];
  let suggestions = 0;

  function open(reference: Spot, target: string): SourceFile | undefined {
    if (files.has(target)) return files.get(target);
    const result = readSourceFile(target, { root, limits, referencedFrom: placeOf(reference).place });
    files.set(target, result.file);
    diagnostics.push(...result.diagnostics);
    if (result.file) folders.set(result.file, dirname(target));
    return result.file;
  }

  function missing(reference: Spot, text: string, better?: string): void {
    diagnostics.push(
      diagnose(reference, {
        code: 'ref-not-found',
        severity: 'warning',
        message: `The reference ${quoteShort(text)} leads to nothing.`,
        fix: better === undefined ? 'Correct it, or add what it names.' : `Did you mean ${quoteShort(better)}?`,
      }),
    );
  }

  function openTarget(reference: Spot, text: string, path: string): SourceFile | undefined {
    if (path === '') return reference.file;
    const target = findTarget(path, folders.get(reference.file) ?? root, root);
    if (target.kind === 'file') return open(reference, target.path);
    if (target.fault === 'missing') {
      missing(reference, text);
      return undefined;
    }
    const { code, why } = REFUSED[target.fault];
    const fix = 'Keep the file inside the project and refer to it by a relative path.';
    const message = `The reference ${quoteShort(text)} ${why}.`;
    diagnostics.push(diagnose(reference, { code, severity: 'error', message, fix }));
    return undefined;
  }

  function walk(reference: Spot, text: string): Spot | undefined {
    const { path, fragment } = splitReference(text);
    const file = openTarget(reference, text, path);
    if (!file) return undefined;
    const tokens = parsePointer(fragment);
    if (!tokens) {
      const found = findAnchor(file, fragment);
      if (!found) missing(reference, text);
      return found;
    }
    let spot: Spot = rootSpot(file);
    for (const [at, token] of tokens.entries()) {
      // A pointer may lead through a reference, though the standard promises nothing there.
      const through = step(spot, token) ?? (referenceIn(spot) && stepThrough(spot, token));
      if (!through) {
        suggestions += 1;
        const better = suggestions > MAX_SUGGESTIONS ? undefined : suggest(spot, tokens, at);
        missing(reference, text, better === undefined ? undefined : `${path}#${better}`);
        return undefined;
      }
      spot = through;
    }
    return spot;
  }

  function stepThrough(spot: Spot, token: string): Spot | undefined {
    const target = follow(spot);
    return target && step(target, token);
  }

  function resolve(reference: Spot): Spot | undefined {
    const { node } = reference;
    if (node.kind !== 'string') return undefined;
    if (!resolved.has(node)) {
      // Known as broken while it is being followed, so a pointer through itself ends.
      resolved.set(node, undefined);
      resolved.set(node, walk(reference, node.value));
    }
    return resolved.get(node);
  }

  function follow(spot: Spot): Spot | undefined {
    let current: Spot | undefined = spot;
    for (let steps = 0; current && steps < MAX_CHAIN; steps += 1) {
      const reference: Spot | undefined = referenceIn(current);
      if (!reference) return current;
      current = resolve(reference);
    }
    const start = current && referenceIn(spot);
    if (start && !circular.has(start.node)) {
      circular.add(start.node);
      const message = 'This reference leads back to itself and never to a value.';
      const fix = 'Let one reference of the circle lead to a definition.';
      diagnostics.push(diagnose(start, { code: 'ref-circular', severity: 'warning', message, fix }));
    }
    return undefined;
  }

  /** Relative to the description, so that an id doesn't depend on where the project keeps it. */
  function prefix(path: string): string {
    return path === main.path ? '' : posix.relative(posix.dirname(main.path), path);
  }

  function idOf(target: Spot): SchemaId {
    return `${prefix(target.file.path)}#${target.pointer}`;
  }

  function idOfReference(reference: Spot): SchemaId {
    const target = resolve(reference);
    if (target) return idOf(target);
    const { path, fragment } = splitReference(reference.node.kind === 'string' ? reference.node.value : '');
    const from = reference.file.path;
    return `${prefix(path === '' ? from : posix.join(posix.dirname(from), path))}#${fragment}`;
  }

  function at(source: string): Spot | undefined {
    for (const file of files.values()) {
      if (!file || !source.startsWith(`${file.path}#`)) continue;
      let spot: Spot | undefined = rootSpot(file);
      for (const token of parsePointer(source.slice(file.path.length + 1)) ?? []) spot = spot && step(spot, token);
      return spot;
    }
    return undefined;
  }

  return {
    main,
    files: () => [...files.values()].flatMap((file) => file?.path ?? []),
    diagnostics: () => diagnostics,
    follow,
    resolve,
    idOf,
    idOfReference,
    at,
  };
}

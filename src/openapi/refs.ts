import { dirname, posix } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggester } from '../diagnostics/nearest.ts';
import { parsePointer, printPointer } from '../model/json-pointer.ts';
import type { SchemaId } from '../model/schema-object.ts';
import { isPlaceholder } from './dynamic-ref.ts';
import { type ReadOptions, readSourceFile } from './read.ts';
import { decode, readPointer, SCHEME, splitReference } from './reference-text.ts';
import { diagnose, elsewhere, keepInside, quoteShort, REFUSED } from './report.ts';
import { mayDeclare, resolveUri, resourcesOf } from './resources.ts';
import { findTarget } from './root-jail.ts';
import type { SourceFile } from './source-file.ts';
import { child, placeOf, rootSpot, type Spot, step } from './spot.ts';

/** A chain of references longer than this is a circle, or meant to be one. */
export const MAX_CHAIN = 100;

/** References of one description: the files they lead to, and what was wrong with them. */
export interface References {
  readonly main: SourceFile;
  /** Every file that was read, relative to the project, in the order of reading. */
  files(): string[];
  /** Each bad reference once, however often it was followed. */
  diagnostics(): readonly Diagnostic[];
  /** Through `$ref` after `$ref` to a node that isn't one; nothing when the way is broken. */
  follow(spot: Spot): Spot | undefined;
  /** Where `follow` finds nothing: the reference that leads nowhere, as written; the first of a circle. */
  lost(spot: Spot): string | undefined;
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

/**
 * Opens the references of a description. Other files are read when a reference first leads to them.
 *
 * @param main - the description's own file, which lies at `path`
 * @param root - the project, a real path: no file outside is ever read
 */
export function openReferences(
  main: SourceFile,
  path: string,
  { root, limits, witness }: Pick<ReadOptions, 'root' | 'limits' | 'witness'>,
): References {
  const files = new Map<string, SourceFile | undefined>([[path, main]]);
  const folders = new Map<SourceFile, string>([[main, dirname(path)]]);
  const resolved = new Map<Spot['node'], Spot | undefined>();
  const byText = new Map<SourceFile, Map<string, Spot>>();
  const circular = new Set<Spot['node']>();
  const diagnostics: Diagnostic[] = [];
  const suggest = suggester();

  function open(reference: Spot, target: string): SourceFile | undefined {
    if (files.has(target)) return files.get(target);
    const result = readSourceFile(target, { root, limits, witness, referencedFrom: placeOf(reference).place });
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
    const target = findTarget(path, folders.get(reference.file) ?? root, root, witness);
    if (target.kind === 'file') return open(reference, target.path);
    if (target.fault === 'missing') {
      missing(reference, text);
      return undefined;
    }
    if (reference.key?.name === 'operationRef' && /^https?:\/\//i.test(path)) {
      diagnostics.push(elsewhere(reference, 'operation'));
      return undefined;
    }
    const { code, why } = REFUSED[target.fault];
    const message = `The reference ${quoteShort(text)} ${why}.`;
    diagnostics.push(
      diagnose(reference, { code, severity: 'error', message, fix: keepInside(target.fault, reference) }),
    );
    return undefined;
  }

  /** Along a pointer from a node. @param onMiss - told how far the way went */
  function walk(from: Spot, tokens: readonly string[], onMiss?: (spot: Spot, at: number) => void): Spot | undefined {
    let spot = from;
    for (const [at, token] of tokens.entries()) {
      // A pointer may lead through a reference, though the standard promises nothing there.
      const through = step(spot, token) ?? (referenceIn(spot) && stepThrough(spot, token));
      if (!through) {
        onMiss?.(spot, at);
        return undefined;
      }
      spot = through;
    }
    return spot;
  }

  /** What a fragment names in a resource. @param base - of the resource, for its anchors */
  function findFragment(root: Spot, fragment: string, base: string): Spot | undefined {
    if (fragment !== '' && !fragment.startsWith('/')) return resourcesOf(root.file).anchor(base, decode(fragment));
    for (const tokens of readPointer(fragment)) {
      const found = walk(root, tokens);
      if (found) return found;
    }
    return undefined;
  }

  function opened(): SourceFile[] {
    return [...files.values()].flatMap((file) => file ?? []);
  }

  /** What a reference names by the URIs that the description declares, wherever its file lies. */
  function findDeclared(reference: Spot, text: string): Spot | undefined {
    const { path, fragment } = splitReference(text);
    const isAbsolute = SCHEME.test(path);
    if (!isAbsolute && !mayDeclare(reference.file)) return undefined;
    const base = mayDeclare(reference.file) ? resourcesOf(reference.file).baseAt(reference.pointer) : '';
    const uri = path === '' ? base : resolveUri(path, base);
    if (uri === undefined) return undefined;
    for (const file of opened()) {
      const root = mayDeclare(file) ? resourcesOf(file).ids.get(uri) : undefined;
      const found = root && findFragment(root, fragment, uri);
      if (found) return found;
    }
    return undefined;
  }

  /** A path beside `$self` is a file beside the file that says so. */
  function besideSelf(reference: Spot, path: string): string {
    if (!SCHEME.test(path) || !mayDeclare(reference.file)) return path;
    const folder = resourcesOf(reference.file)
      .baseAt('')
      .replace(/[^/]*$/, '');
    return folder.includes('://') && path.startsWith(folder) ? path.slice(folder.length) : path;
  }

  function findTargetOf(reference: Spot, text: string): Spot | undefined {
    const declared = findDeclared(reference, text);
    if (declared) return declared;
    const { path, fragment } = splitReference(text);
    const file = openTarget(reference, text, besideSelf(reference, path));
    if (!file) return undefined;
    const root = rootSpot(file);
    const found = findFragment(root, fragment, mayDeclare(file) ? resourcesOf(file).baseAt('') : '');
    if (!found) reportMissing(reference, text, root);
    return found;
  }

  /** The pointer of the sibling that a broken pointer probably meant. */
  function sibling({ node }: Spot, tokens: readonly string[], at: number): string | undefined {
    const names = node.kind === 'object' ? node.entries.map(({ key }) => key) : [];
    const name = suggest(tokens[at] ?? '', names);
    return name === undefined ? undefined : printPointer([...tokens.slice(0, at), name, ...tokens.slice(at + 1)]);
  }

  function reportMissing(reference: Spot, text: string, root: Spot): void {
    const { path, fragment } = splitReference(text);
    let better: string | undefined;
    const [tokens] = readPointer(fragment);
    if (tokens) {
      walk(root, tokens, (spot, at) => {
        better = sibling(spot, tokens, at);
      });
    } else if (walk(root, readPointer(`/${fragment}`)[0] ?? [])) better = `/${fragment}`;
    missing(reference, text, better === undefined ? undefined : `${path}#${better}`);
  }

  /** What a dynamic reference means: see `isPlaceholder`. */
  function override(target: Spot, text: string): Spot {
    const name = splitReference(text).fragment;
    if (!isPlaceholder(target, name)) return target;
    const [first, second] = opened().flatMap((file) => resourcesOf(file).dynamicAnchors(name).slice(0, 2));
    return first && !second ? first : target;
  }

  function stepThrough(spot: Spot, token: string): Spot | undefined {
    const target = follow(spot);
    return target && step(target, token);
  }

  function resolveText(reference: Spot, text: string): Spot | undefined {
    // Where nothing depends on the place inside the file, the same text leads to the same node.
    const isPlain = !mayDeclare(reference.file);
    const before = isPlain ? byText.get(reference.file)?.get(text) : undefined;
    if (before) return before;
    const target = findTargetOf(reference, text);
    if (!target || !isPlain) return target;
    const texts = byText.get(reference.file) ?? new Map<string, Spot>();
    byText.set(reference.file, texts.set(text, target));
    return target;
  }

  function resolve(reference: Spot): Spot | undefined {
    const { node } = reference;
    if (node.kind !== 'string') return undefined;
    if (!resolved.has(node)) {
      // Known as broken while it is being followed, so a pointer through itself ends.
      resolved.set(node, undefined);
      const target = resolveText(reference, node.value);
      resolved.set(node, target && reference.key?.name === '$dynamicRef' ? override(target, node.value) : target);
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

  function lost(spot: Spot): string | undefined {
    if (follow(spot)) return undefined;
    const way: string[] = [];
    let current: Spot | undefined = spot;
    while (current && way.length < MAX_CHAIN) {
      const reference: Spot | undefined = referenceIn(current);
      if (reference?.node.kind === 'string') way.push(reference.node.value);
      current = reference && resolve(reference);
    }
    return current ? way[0] : way.at(-1);
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
    return `${prefix(path === '' ? from : posix.join(posix.dirname(from), path))}#${decode(fragment)}`;
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
    lost,
    resolve,
    idOf,
    idOfReference,
    at,
  };
}

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { escapeToken, parsePointer } from '../../model/json-pointer.ts';
import type { JsonNode } from '../../model/json-text.ts';
import type { Limits } from '../limits.ts';
import { MAX_CHAIN, type References, referenceIn } from '../refs.ts';
import type { SourceFile } from '../source-file.ts';
import { rootSpot, type Spot, step } from '../spot.ts';
import type { Version } from '../version.ts';
import { findInternal } from './internal.ts';
import { MOVED } from './v2-to-v3.ts';
import { upgradeTrees } from './walk.ts';

export interface UpgradeOptions {
  readonly version: Version;
  readonly limits: Limits;
  /** Leaves out what is marked `x-internal: true`. */
  readonly hideInternal: boolean;
}

/** Where a part of a description of 2.0 most probably stands now; looked at before it is searched for. */
function movedPointer(pointer: string): string {
  const end = pointer.indexOf('/', 1);
  const section = pointer.slice(1, end < 0 ? undefined : end);
  for (const [from, to] of MOVED) if (section === from) return `/components/${to}${pointer.slice(section.length + 1)}`;
  return pointer;
}

/** Where nodes stand in a tree, each at its first place. */
function locateNodes(root: Spot, wanted: ReadonlySet<JsonNode>): Map<JsonNode, string> {
  const found = new Map<JsonNode, string>();
  const visit = (node: JsonNode, pointer: string): void => {
    if (wanted.has(node) && !found.has(node)) found.set(node, pointer);
    if (node.kind === 'object') {
      for (const { key, value } of node.entries) visit(value, `${pointer}/${escapeToken(key)}`);
    }
    if (node.kind === 'array') for (const [index, item] of node.items.entries()) visit(item, `${pointer}/${index}`);
  };
  visit(root.node, '');
  return found;
}

/**
 * The references of a description after its upgrade. A reference is resolved where its author wrote it, and leads
 * to what became of its target, so that no reference has to be rewritten, however its target moved. Where nothing
 * else holds the new node (in other files, and below extensions) it is put in at the old pointer.
 *
 * @param written - keeps telling what is wrong with references
 */
export function upgradeReferences(
  written: References,
  options: UpgradeOptions,
): { references: References; diagnostics: readonly Diagnostic[] } {
  const internal = options.hideInternal ? findInternal(written.main) : undefined;
  const { root, changed, targets, diagnostics } = upgradeTrees(written, {
    ...options,
    ...(internal ? { internal } : {}),
  });
  const main: SourceFile = root === written.main.root ? written.main : { ...written.main, root };
  /** New nodes by file and pointer. */
  const put = new Map<SourceFile, Map<string, JsonNode>>();
  const spots = new Map<Spot, Spot | undefined>();
  let located: Map<JsonNode, string> | undefined;

  function walk(file: SourceFile, pointer: string): Spot | undefined {
    const replaced = put.get(file);
    let spot: Spot | undefined = rootSpot(file);
    for (const token of parsePointer(pointer) ?? []) {
      spot = step(spot, token);
      const node: JsonNode | undefined = spot && replaced?.get(spot.pointer);
      if (spot && node) spot = { ...spot, node };
      if (!spot) return undefined;
    }
    return spot;
  }

  function becomes(node: JsonNode): JsonNode {
    return changed.get(node) ?? node;
  }

  function search(node: JsonNode): Spot | undefined {
    if (!located) {
      const wanted = [...targets].filter(({ file }) => file === written.main).map((target) => becomes(target.node));
      located = locateNodes(rootSpot(main), new Set(wanted));
    }
    const pointer = located.get(node);
    return pointer === undefined ? undefined : walk(main, pointer);
  }

  function place(target: Spot): Spot | undefined {
    if (internal?.isInsideHidden(target)) return undefined;
    const node = becomes(target.node);
    const file = target.file === written.main ? main : target.file;
    const isThere = (spot: Spot | undefined): Spot | undefined => (spot?.node === node ? spot : undefined);
    const found =
      isThere(walk(file, target.pointer)) ??
      (file === main ? (isThere(walk(file, movedPointer(target.pointer))) ?? search(node)) : undefined);
    if (found) return found;
    const nodes = put.get(file) ?? new Map<string, JsonNode>();
    put.set(file, nodes.set(target.pointer, node));
    return { ...target, file, node };
  }

  function asWritten(spot: Spot): Spot {
    return spot.file === main ? { ...spot, file: written.main } : spot;
  }

  function resolve(reference: Spot): Spot | undefined {
    const target = written.resolve(asWritten(reference));
    if (!target) return undefined;
    if (!spots.has(target)) spots.set(target, place(target));
    return spots.get(target);
  }

  function follow(spot: Spot): Spot | undefined {
    let current: Spot | undefined = spot;
    for (let steps = 0; current && steps < MAX_CHAIN; steps += 1) {
      const reference: Spot | undefined = referenceIn(current);
      if (!reference) return current;
      current = resolve(reference);
    }
    // Tells a circle.
    if (current) written.follow(asWritten(spot));
    return undefined;
  }

  const references: References = {
    ...written,
    main,
    follow,
    // What is hidden isn't lost: its author wrote it.
    lost: (spot) => written.lost(asWritten(spot)),
    resolve,
    idOfReference: (reference) => {
      const target = resolve(reference);
      return target ? written.idOf(target) : written.idOfReference(asWritten(reference));
    },
    at: (source) => {
      const hash = source.indexOf('#');
      const spot = written.at(source.slice(0, hash + 1));
      return spot && walk(spot.file === written.main ? main : spot.file, source.slice(hash + 1));
    },
  };
  return { references, diagnostics };
}

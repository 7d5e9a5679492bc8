import { posix } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { parsePointer } from '../model/json-pointer.ts';
import type { JsonNode } from '../model/json-text.ts';
import { type JsonPath, type PathFault, parseJsonPath } from './json-path/parse.ts';
import { type Budget, selectSpots } from './json-path/select.ts';
import type { Limits } from './limits.ts';
import { appendItems, changeNodes, type Mismatch, mergeNodes } from './merge.ts';
import { setOrigin } from './origins.ts';
import { type OverlayAction, type OverlayVersion, readOverlay } from './overlay-document.ts';
import { diagnose, type Finding, quoteShort } from './report.ts';
import type { SourceFile, Span } from './source-file.ts';
import { entries, placeOf, rootSpot, type Spot } from './spot.ts';

export interface OverlayResult {
  /** The description as the overlay changed it. Its new nodes have their place in the overlay. */
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** A part of a text node; the whole of it where the text isn't written as it reads. */
function partOf(spot: Spot, from: number, to: number): Span {
  const { node, file } = spot;
  if (node.kind !== 'string') return node;
  const text = file.text.slice(node.start, node.end);
  const start = text.indexOf(node.value);
  return start < 0 ? node : { start: node.start + start + from, end: node.start + start + Math.max(to, from + 1) };
}

function labelOf(node: JsonNode): string {
  if (node.kind === 'object') return 'an object';
  return node.kind === 'array' ? 'a list' : 'a single value';
}

function fixFor(target: JsonNode): string {
  if (target.kind === 'object') return 'Write an object with the fields to change.';
  if (target.kind === 'array') return 'Let the target name one of its items, as in $.tags[0], or write a list to add.';
  return 'Write a single value.';
}

/** How much a value adds where it is put: its nodes, and its levels below the first. */
function measure(node: JsonNode): { size: number; height: number } {
  const inner =
    node.kind === 'object' ? node.entries.map(({ value }) => value) : node.kind === 'array' ? node.items : [];
  let [size, height] = [1, 0];
  for (const one of inner) {
    const below = measure(one);
    size += below.size;
    height = Math.max(height, below.height + 1);
  }
  return { size, height };
}

/** Applies the actions one after another, each to what the one before it left. */
class Application {
  readonly diagnostics: Diagnostic[] = [];
  readonly budget: Budget;
  readonly limits: Limits;
  readonly version: OverlayVersion;
  file: SourceFile;
  added = 0;

  constructor(file: SourceFile, version: OverlayVersion, limits: Limits) {
    this.file = file;
    this.version = version;
    this.limits = limits;
    this.budget = { steps: limits.steps };
  }

  /** Always an error: what the overlay is for would be missing in the result. */
  report(spot: Spot, finding: Omit<Finding, 'severity'>, span?: Span): undefined {
    const diagnostic = diagnose(spot, { ...finding, severity: 'error' });
    this.diagnostics.push(span ? { ...diagnostic, ...placeOf(spot, span) } : diagnostic);
  }

  reportFault(query: Spot, { message, fix, offset }: PathFault): undefined {
    const span = partOf(query, offset, offset + 1);
    this.report(query, { code: 'overlay-path-invalid', message, ...(fix ? { fix } : {}) }, span);
  }

  /** The nodes that the text finds; nothing when that is a fault, which is told. */
  select(query: Spot): { path: JsonPath; found: Spot[] } | undefined {
    const parsed = parseJsonPath(query.node.kind === 'string' ? query.node.value : '');
    if ('fault' in parsed) return this.reportFault(query, parsed.fault);
    const found = selectSpots(parsed.path, rootSpot(this.file), this.budget);
    if (found) return { path: parsed.path, found };
    return this.report(query, {
      code: 'overlay-path-costly',
      message: `Up to here, the overlay's targets look at more than ${this.limits.steps} values.`,
      fix: 'Name the way to the target instead of searching with ".." or a filter in a filter.',
    });
  }

  apply(action: OverlayAction): void {
    const selected = this.select(action.target);
    if (!selected) return;
    const { path, found } = selected;
    if (found.length === 0) this.reportUnmatched(action.target, path);
    else if (action.remove) this.remove(action.target, found);
    else {
      const update = action.update ?? this.source(action.copy);
      if (update && this.fits(update.node, found, action.copy ?? update)) this.update(action, found, update);
    }
  }

  remove(target: Spot, found: readonly Spot[]): void {
    const root = changeNodes(this.file.root, found, () => undefined);
    if (root) this.file = { ...this.file, root };
    else {
      const message = "The root of a description can't be removed.";
      this.report(target, { code: 'overlay-remove-root', message, fix: 'Name a part of it.' });
    }
  }

  /** The one node that a `copy` names. */
  source(copy: Spot | undefined): Spot | undefined {
    const selected = copy && this.select(copy);
    if (!copy || !selected) return undefined;
    const [first, second] = selected.found;
    if (first && !second) return first;
    const count = first ? `${selected.found.length} values` : 'nothing';
    const message = `"copy" has to find one value, but it finds ${count} in ${this.file.path}.`;
    return this.report(copy, { code: 'overlay-copy-source', message, fix: 'Correct the JSONPath.' });
  }

  /** Whether the result stays within the limits: a value copied into itself doubles each time. */
  fits(update: JsonNode, found: readonly Spot[], at: Spot): boolean {
    const { size, height } = measure(update);
    const added = this.added + size * found.length;
    if (added > this.limits.aliased) {
      const message = `With this, the overlay adds more than ${this.limits.aliased} values.`;
      this.report(at, { code: 'overlay-too-large', message, fix: 'Change fewer values at once.' });
      return false;
    }
    this.added = added;
    const depth = found.reduce((most, { pointer }) => Math.max(most, parsePointer(pointer)?.length ?? 0), 0);
    if (depth + height < this.limits.depth) return true;
    const message = `With this, objects and lists are nested more than ${this.limits.depth} levels deep.`;
    this.report(at, { code: 'too-deep', message });
    return false;
  }

  update({ target, copy }: OverlayAction, found: readonly Spot[], update: Spot): void {
    const mismatches: Mismatch[] = [];
    let primitive = false;
    const root = changeNodes(this.file.root, found, (node) => {
      if (this.version === '1.1') {
        return node.kind === 'array' && update.node.kind !== 'array'
          ? appendItems(node, [update.node])
          : mergeNodes(node, update, mismatches);
      }
      if (node.kind === 'array') return appendItems(node, [update.node]);
      if (node.kind === 'object') return mergeNodes(node, update, mismatches);
      primitive = true;
      return node;
    });
    if (root) this.file = { ...this.file, root };
    if (primitive) {
      this.report(target, {
        code: 'overlay-mismatch',
        message: 'The target is a single value, and Overlay 1.0 changes objects and lists only.',
        fix: 'Write `overlay: 1.1.0`, or let the target be the object around it.',
      });
    }
    const told = new Set<JsonNode>();
    for (const mismatch of mismatches) {
      const { node } = mismatch.update;
      if (!told.has(node)) this.reportMismatch(mismatch, copy ?? mismatch.update, node === update.node);
      told.add(node);
    }
  }

  /** @param at - where to tell it */
  reportMismatch({ update, target }: Mismatch, at: Spot, isTarget: boolean): void {
    const name = update.key && !isTarget ? quoteShort(update.key.name) : 'The target';
    this.report(at, {
      code: 'overlay-mismatch',
      message: `${name} is ${labelOf(target)} in ${this.file.path}, and ${labelOf(update.node)} can't change it.`,
      fix: fixFor(target),
    });
  }

  reportUnmatched(target: Spot, path: JsonPath): void {
    const { message, fix, from, to } = explainMiss(target, path, rootSpot(this.file), this.budget);
    this.report(target, { code: 'overlay-target-unmatched', message, fix }, partOf(target, from, to));
  }
}

/** Which step of the way was the first to find nothing: a sentence, a fix, and the step in the text. */
function explainMiss(target: Spot, { segments }: JsonPath, root: Spot, budget: Budget) {
  const text = target.node.kind === 'string' ? target.node.value : '';
  let before: Spot[] = [root];
  let at = 0;
  for (; at < segments.length; at += 1) {
    const found = selectSpots({ segments: segments.slice(0, at + 1) }, root, budget) ?? [];
    if (found.length === 0) break;
    before = found;
  }
  const from = segments[at]?.token.index ?? 0;
  const step = text.slice(from, segments[at + 1]?.token.index).replace(/\.$/, '');
  const name = /^\['(.*)'\]$|^\["(.*)"\]$|^([\w\u0080-\u{10ffff}]+)$/su
    .exec(step)
    ?.slice(1)
    .find((part) => part !== undefined);
  const keys = before.flatMap((spot) => entries(spot).map(({ key }) => key));
  const better = name === undefined ? undefined : nearest(name, keys);
  const way = text.slice(0, from).replace(/\.+$/, '');
  const lacks = name === undefined ? `nothing for ${step}` : `no ${quoteShort(name)}`;
  return {
    message: `This target finds nothing in ${root.file.path}: ${way} has ${lacks}.`,
    fix: better === undefined ? 'Correct the target, or remove the action.' : `Did you mean ${quoteShort(better)}?`,
    from,
    to: from + step.length,
  };
}

/** An overlay that names another description, which would only find nothing in this one. */
function checkExtends(description: SourceFile, spot: Spot): Diagnostic[] {
  const text = spot.node.kind === 'string' ? spot.node.value : '';
  // A description that stands elsewhere on the web can't be told from a copy of it.
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(text)) return [];
  let path = text;
  try {
    path = decodeURIComponent(text);
  } catch {
    // Then it is no reference either, and compared as it stands.
  }
  const named = posix.join(posix.dirname(spot.file.path), path);
  if (named === description.path) return [];
  const message = `This overlay says that it extends ${quoteShort(named)}, but it is applied to ${quoteShort(description.path)}.`;
  const right = posix.relative(posix.dirname(spot.file.path), description.path);
  const fix = `Write \`extends: ./${right}\`, or give the overlay the name of the other description.`;
  return [diagnose(spot, { code: 'overlay-extends', severity: 'error', message, fix })];
}

/**
 * Changes a description as an overlay says. Actions with a mistake are left out and told, the others applied.
 *
 * @param overlay - its nodes become part of the result
 * @see OpenAPI Overlay Specification 1.0.0 and 1.1.0
 */
export function applyOverlay(description: SourceFile, overlay: SourceFile, limits: Limits): OverlayResult {
  const { document, diagnostics } = readOverlay(overlay);
  if (!document) return { file: description, diagnostics };
  const foreign = document.extends ? checkExtends(description, document.extends) : [];
  if (foreign.length > 0) return { file: description, diagnostics: [...diagnostics, ...foreign] };
  setOrigin(overlay.root, overlay);
  const application = new Application(description, document.version, limits);
  for (const action of document.actions) application.apply(action);
  return { file: application.file, diagnostics: [...diagnostics, ...application.diagnostics] };
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { describe, flag, json, list, map, must, type ObjectShape, text } from './checks/shapes.ts';
import { emptyFinding, missingField, strictFinding, unknownKey } from './checks/structure-words.ts';
import { diagnose, quoteShort } from './report.ts';
import type { SourceFile } from './source-file.ts';
import { child, entries, items, rootSpot, type Spot, scalarText } from './spot.ts';

/** One change that an overlay makes. It has one of `update`, `copy` and `remove`. */
export interface OverlayAction {
  readonly target: Spot;
  readonly update?: Spot;
  readonly copy?: Spot;
  readonly remove: boolean;
}

/** What 1.1 added: `copy`, primitives as targets, and a list that is joined to a list. */
export type OverlayVersion = '1.0' | '1.1';

export interface OverlayDocument {
  readonly version: OverlayVersion;
  /** The description that it says it is for. */
  readonly extends?: Spot;
  readonly actions: readonly OverlayAction[];
}

// OpenAPI Overlay Specification 1.1.0, section 4.4.
const OVERLAY = describe('an overlay', {
  overlay: must(text),
  info: must(map(json)),
  extends: text,
  actions: must(list(json)),
});
const INFO = describe('the info object of an overlay', { title: must(text), version: must(text), description: text });
const ACTION = describe('an action', { target: must(text), description: text, update: json, copy: text, remove: flag });
const ITEM = map(json);

function checkFields(spot: Spot, object: ObjectShape): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { key, value } of entries(spot)) {
    const field = object.fields.get(key);
    const blank = value.node.kind === 'null' && field?.shape.kind !== 'json';
    if (!field && key.startsWith('x-')) continue;
    const better = field ? undefined : nearest(key, object.fields.keys());
    const unknown = { object, isSchema: false, hint: undefined, better, lost: better !== undefined };
    if (!field) found.push(diagnose(value, unknownKey(key, unknown)));
    else if (!blank) {
      const finding = strictFinding(value, field.shape);
      if (finding) found.push(diagnose(value, finding));
    } else if (!field.need) found.push(diagnose(value, emptyFinding(value, field.shape)));
  }
  for (const [name] of object.needs) {
    const value = child(spot, name)?.node.kind;
    if (value === undefined || value === 'null') found.push(diagnose(spot, missingField(name, object, 'vital')));
  }
  return found;
}

function readVersion(root: Spot): OverlayVersion | Diagnostic | undefined {
  const spot = child(root, 'overlay');
  const written = spot && scalarText(spot);
  if (!spot || written === undefined) return undefined;
  const version = /^1\.[01](?=\.\d+$|$)/.exec(written)?.[0];
  if (version === '1.0' || version === '1.1') return version;
  const message = `Overlay ${quoteShort(written)} is a version that can't be read.`;
  const fix = 'Overlay 1.0 and 1.1 are read, as in `overlay: 1.1.0`.';
  return diagnose(spot, { code: 'overlay-version', severity: 'error', message, fix });
}

/** What an action has to say beside the types of its fields, and what it does when all is well. */
function readAction(spot: Spot): OverlayAction | Diagnostic | undefined {
  const target = child(spot, 'target');
  if (target?.node.kind !== 'string') return undefined;
  const update = child(spot, 'update');
  const copy = child(spot, 'copy');
  const remove = child(spot, 'remove')?.node;
  if (remove?.kind === 'boolean' && remove.value) return { target, remove: true };
  // YAML reads a key with nothing after it as null; who wants null writes it.
  const blank = update?.node.kind === 'null' && update.node.end === update.node.start;
  if (update && !blank && copy) {
    const message = 'An action has either "update" or "copy"; with both, neither would have an effect.';
    const fix = 'Remove one of them, or write two actions.';
    return diagnose(copy, { code: 'overlay-action-conflict', severity: 'error', message, fix, onKey: true });
  }
  if (update && !blank) return { target, update, remove: false };
  if (copy) return copy.node.kind === 'string' ? { target, copy, remove: false } : undefined;
  const message = 'This action changes nothing: it has no "update", no "copy" and no `remove: true`.';
  const fix = 'Add what it should do, or remove it.';
  return diagnose(target, { code: 'overlay-action-empty', severity: 'warning', message, fix });
}

/**
 * Reads an overlay: which version it is written in and what it does.
 *
 * @returns no document when it can't be applied as a whole; an action with a mistake in it is left out and told
 * @see OpenAPI Overlay Specification 1.1.0, section 4.4
 */
export function readOverlay(file: SourceFile): { document?: OverlayDocument; diagnostics: Diagnostic[] } {
  const root = rootSpot(file);
  if (root.node.kind !== 'object') {
    const message = 'This is no overlay: it has no field "overlay".';
    const fix = 'Write `overlay: 1.1.0`, `info:` and `actions:`.';
    return { diagnostics: [diagnose(root, { code: 'overlay-version', severity: 'error', message, fix })] };
  }
  const diagnostics = checkFields(root, OVERLAY);
  const info = child(root, 'info');
  if (info?.node.kind === 'object') diagnostics.push(...checkFields(info, INFO));
  const version = readVersion(root);
  if (version === undefined) return { diagnostics };
  if (typeof version === 'object') return { diagnostics: [...diagnostics, version] };

  const list = child(root, 'actions');
  if (list?.node.kind === 'array' && list.node.items.length === 0) {
    const message = 'An overlay needs at least one action.';
    diagnostics.push(diagnose(list, { code: 'overlay-action-empty', severity: 'warning', message, onKey: true }));
  }
  const actions: OverlayAction[] = [];
  for (const item of list ? items(list) : []) {
    const wrong = strictFinding(item, ITEM);
    if (wrong) {
      diagnostics.push(diagnose(item, wrong));
      continue;
    }
    diagnostics.push(...checkFields(item, ACTION));
    const action = readAction(item);
    if (action && 'target' in action) actions.push(action);
    else if (action) diagnostics.push(action);
  }
  const extended = child(root, 'extends');
  const from = extended?.node.kind === 'string' ? { extends: extended } : {};
  return { document: { version, ...from, actions }, diagnostics };
}

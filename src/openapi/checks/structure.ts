import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { JsonNode } from '../../model/json-text.ts';
import { type References, referenceIn } from '../refs.ts';
import { diagnose, type Finding } from '../report.ts';
import { child, entries, items, rootSpot, type Spot } from '../spot.ts';
import type { Version } from '../version.ts';
import type { Check, CheckInput } from './check.ts';
import {
  type Field,
  isOlder,
  type KeyRule,
  needOf,
  type ObjectShape,
  type Shape,
  schema,
  standing,
  type Tables,
} from './shapes.ts';
import { otherVersionHint } from './structure-hints.ts';
import { ruleFindings } from './structure-rules.ts';
import {
  besideReference,
  emptyFinding,
  exampleFinding,
  goneKey,
  isEmpty,
  keyFinding,
  missingField,
  newerKey,
  shapeLabel,
  unknownKey,
  valueFinding,
} from './structure-words.ts';
import { tablesOf } from './tables.ts';

/**
 * Walks a description beside the tables of what its version may hold. Each node is looked at once, and what a
 * reference leads to waits in a queue, so that a chain of references takes no stack.
 */
class Walker {
  readonly version: Version;
  readonly references: References;
  readonly tables: Tables;
  readonly diagnostics: Diagnostic[] = [];
  readonly seen = new Map<JsonNode, string>();
  /** References that were followed: those of a circle lead on for ever. */
  readonly followed = new Set<JsonNode>();
  readonly queue: { readonly from: Spot; readonly to: Spot; readonly shape: Shape }[] = [];

  constructor(input: CheckInput) {
    this.version = input.version;
    this.references = input.written;
    this.tables = tablesOf(input.version);
  }

  report(spot: Spot, finding: Finding | undefined): void {
    if (finding) this.diagnostics.push(diagnose(spot, finding));
  }

  label(shape: Shape): string {
    return shapeLabel(shape, this.tables);
  }

  /** @param vital - what holds the value is nothing without it */
  visit(spot: Spot, shape: Shape, vital = false): void {
    if (shape.kind === 'json') return;
    if (spot.node.kind === 'null') {
      this.report(spot, emptyFinding(spot, shape));
      return;
    }
    if (shape.kind !== 'schema' && this.visitReference(spot, shape)) return;
    const { version } = this;
    const mistake =
      exampleFinding(spot, shape) ?? valueFinding(spot, shape, { version, vital, label: this.label(shape) });
    if (mistake) this.report(spot, mistake);
    else this.visitInside(spot, shape);
    // The form of a tuple until JSON Schema 2020-12; its schemas have their own mistakes.
    if (shape.kind === 'schema') for (const item of items(spot)) this.visit(item, schema);
  }

  /** Whether a `$ref` stands for the value, so that there is nothing more to see here. */
  visitReference(spot: Spot, shape: Shape): boolean {
    const reference = referenceIn(spot);
    if (!reference) return false;
    this.lead(spot, reference, shape);
    const object = shape.kind === 'object' ? this.tables.objects.get(shape.name) : undefined;
    if (!object?.besideRef || shape.kind !== 'object') return true;
    const late = shape.name !== 'path-item' && isOlder(this.version, '3.1');
    for (const { key, value } of entries(spot)) {
      if (key === '$ref' || key.startsWith('x-')) continue;
      const field = object.besideRef.includes(key) ? object.fields.get(key) : undefined;
      if (field) this.visit(value, field.shape);
      if (!object.besideRef.includes(key) || late)
        this.report(value, besideReference(key, field !== undefined && late));
    }
    return true;
  }

  lead(spot: Spot, reference: Spot, shape: Shape): void {
    if (this.followed.has(reference.node)) return;
    this.followed.add(reference.node);
    this.references.follow(spot);
    const to = this.references.resolve(reference);
    if (to) this.queue.push({ from: reference, to, shape });
  }

  /** Whether the node is met for the first time; a reference that takes it for something else is told. */
  enter(spot: Spot, shape: Shape, from?: Spot): boolean {
    const label = this.label(shape);
    const before = this.seen.get(spot.node);
    if (before === undefined) {
      this.seen.set(spot.node, label);
      return true;
    }
    if (from && before !== label) {
      this.report(from, {
        code: 'ref-wrong-kind',
        severity: 'warning',
        message: `This reference leads to ${before}, but ${label} has to stand here.`,
        fix: 'Refer to another part of the description.',
      });
    }
    return false;
  }

  visitInside(spot: Spot, shape: Shape, from?: Spot): void {
    if (spot.node.kind !== 'object' && spot.node.kind !== 'array') return;
    if (!this.enter(spot, shape, from)) return;
    if (shape.kind === 'list') for (const item of items(spot)) this.visit(item, shape.of);
    if (shape.kind === 'map') this.visitMap(spot, shape.of, shape.keys);
    if (shape.kind === 'schema') this.visitSchema(spot);
    if (shape.kind !== 'object') return;
    const object = this.tables.objects.get(shape.name);
    if (!object) return;
    this.visitFields(spot, object, false);
    for (const { spot: at, finding } of ruleFindings(spot, shape.name, object, this.version)) this.report(at, finding);
  }

  visitSchema(spot: Spot): void {
    const reference = referenceIn(spot);
    if (reference) this.lead(spot, reference, schema);
    if (reference && isOlder(this.version, '3.1')) {
      for (const { key, value } of entries(spot)) {
        if (key !== '$ref' && !key.startsWith('x-'))
          this.report(value, besideReference(key, this.tables.schema.fields.has(key)));
      }
    }
    this.visitFields(spot, this.tables.schema, true);
  }

  visitMap(spot: Spot, shape: Shape, rule: KeyRule | undefined): void {
    for (const { key, value } of entries(spot)) {
      const open = rule === 'path' || rule === 'status' || rule === 'expression';
      if (open && key.startsWith('x-')) continue;
      this.report(value, keyFinding(key, rule));
      this.visit(value, shape);
    }
  }

  visitFields(spot: Spot, object: ObjectShape, isSchema: boolean): void {
    for (const { key, value } of entries(spot)) {
      const field = object.fields.get(key);
      if (field) this.visitField(value, field, object);
      else if (!key.startsWith('x-')) this.visitUnknown(spot, value, object, isSchema);
    }
    for (const [name, field] of object.needs) {
      const need = needOf(field, this.version);
      if (need && !child(spot, name)) this.report(spot, missingField(name, object, need));
    }
  }

  visitUnknown(owner: Spot, value: Spot, object: ObjectShape, isSchema: boolean): void {
    const key = value.key?.name ?? '';
    const { version } = this;
    const hint = otherVersionHint(version, object.label, key);
    const known = [...object.fields].filter(([, field]) => standing(field, version) === 'present');
    const better =
      hint === undefined
        ? nearest(
            key,
            known.map(([name]) => name),
          )
        : undefined;
    const field = better === undefined ? undefined : object.fields.get(better);
    // A slip of the hand leaves the value as it was meant, and the right key away.
    const fits =
      field !== undefined &&
      better !== undefined &&
      !child(owner, better) &&
      !isEmpty(value) &&
      valueFinding(value, field.shape, { version, vital: false, label: '' }) === undefined;
    this.report(value, unknownKey(key, { object, isSchema, hint, better, lost: fits && !isSchema }));
    // What stands below a misspelled key has its own mistakes, to be told in the same run.
    if (field && fits && !isSchema) this.visit(value, field.shape);
  }

  visitField(value: Spot, field: Field, object: ObjectShape): void {
    const { version } = this;
    const name = value.key?.name ?? '';
    const state = standing(field, version);
    if (state === 'to-come') this.report(value, newerKey(name, object, field.since ?? version, version));
    if (state === 'gone') this.report(value, goneKey(name, object, field.until ?? version));
    this.visit(value, field.shape, field.need === 'vital');
  }

  drain(): void {
    // The queue grows while it is walked.
    for (const { from, to, shape } of this.queue) {
      if (this.seen.has(to.node)) this.enter(to, shape, from);
      else this.visit(to, shape);
    }
  }
}

/**
 * What the standard doesn't allow at its place: unknown keys, values of a wrong type, missing fields. It
 * follows references into other files and looks at every node once.
 */
export const checkStructure: Check = (input) => {
  const walker = new Walker(input);
  const root = rootSpot(walker.references.main);
  walker.visit(root, { kind: 'object', name: 'openapi' });
  const needed = isOlder(input.version, '3.1') || ['paths', 'components', 'webhooks'].some((key) => child(root, key));
  if (!needed) {
    walker.report(root, {
      code: 'field-missing',
      severity: 'warning',
      message: 'A description needs "paths", "components" or "webhooks".',
      fix: 'Add `paths:` with the operations of the API.',
    });
  }
  walker.drain();
  return walker.diagnostics;
};

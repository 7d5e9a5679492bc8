import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { JsonNode } from '../../model/json-text.ts';
import { referenceIn } from '../refs.ts';
import { diagnose, type Finding } from '../report.ts';
import { child, entries, items, rootSpot, type Spot, scalarText } from '../spot.ts';
import type { Check, CheckInput } from './check.ts';
import { OBJECTS, SCHEMA, SECURITY_NEEDS } from './objects.ts';
import type { Field, KeyRule, ObjectShape, Shape } from './shapes.ts';
import {
  emptyFinding,
  keyFinding,
  missingField,
  newerKey,
  shapeLabel,
  unknownKey,
  valueFinding,
} from './structure-words.ts';

/**
 * Walks a description beside the tables of what it may hold. Each node is looked at once, and what a
 * reference leads to waits in a queue, so that a chain of references takes no stack.
 */
class Walker {
  readonly input: CheckInput;
  readonly diagnostics: Diagnostic[] = [];
  readonly seen = new Map<JsonNode, string>();
  readonly queue: { readonly from: Spot; readonly to: Spot; readonly shape: Shape }[] = [];

  constructor(input: CheckInput) {
    this.input = input;
  }

  report(spot: Spot, finding: Finding | undefined): void {
    if (finding) this.diagnostics.push(diagnose(spot, finding));
  }

  visit(spot: Spot, shape: Shape): void {
    if (shape.kind === 'json') return;
    if (spot.node.kind === 'null') {
      this.report(spot, emptyFinding(spot, shape));
      return;
    }
    if (shape.kind !== 'schema' && this.visitReference(spot, shape)) return;
    const mistake = valueFinding(spot, shape);
    if (mistake) this.report(spot, mistake);
    else this.visitInside(spot, shape);
  }

  /** Whether a `$ref` stands for the value, so that there is nothing more to see here. */
  visitReference(spot: Spot, shape: Shape): boolean {
    const reference = referenceIn(spot);
    if (!reference) return false;
    this.lead(spot, reference, shape);
    const object = shape.kind === 'object' ? OBJECTS.get(shape.name) : undefined;
    const beside = object?.besideRef;
    if (!object || !beside) return true;
    for (const { key, value } of entries(spot)) {
      if (key === '$ref') continue;
      const field = beside.includes(key) ? object.fields.get(key) : undefined;
      if (field) this.visit(value, field.shape);
      else if (!key.startsWith('x-') && !beside.includes(key)) {
        this.report(value, {
          code: 'ignored-beside-ref',
          severity: 'warning',
          message: `"${key}" is ignored beside a \`$ref\`.`,
          fix: `Write it where the reference leads to, or remove it.`,
          onKey: true,
        });
      }
    }
    return true;
  }

  lead(spot: Spot, reference: Spot, shape: Shape): void {
    this.input.references.follow(spot);
    const to = this.input.references.resolve(reference);
    if (to) this.queue.push({ from: reference, to, shape });
  }

  /** Whether the node is met for the first time; a reference that takes it for something else is told. */
  enter(spot: Spot, shape: Shape, from?: Spot): boolean {
    const label = shapeLabel(shape);
    const before = this.seen.get(spot.node);
    if (before === undefined) {
      this.seen.set(spot.node, label);
      return true;
    }
    if (from && before !== label) {
      this.report(from, {
        code: 'ref-wrong-kind',
        severity: 'error',
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
    if (shape.kind === 'schema') {
      const reference = referenceIn(spot);
      if (reference) this.lead(spot, reference, shape);
      this.visitFields(spot, SCHEMA, true);
    }
    if (shape.kind === 'object') {
      const object = OBJECTS.get(shape.name);
      if (object) this.visitFields(spot, object, false);
      if (shape.name === 'security-scheme') this.visitSecurityScheme(spot);
    }
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
      else if (!key.startsWith('x-')) this.visitUnknown(value, key, object, isSchema);
    }
    for (const [name, field] of object.needs) {
      const older = this.input.version === '3.1' && field.wasRequired;
      if ((field.required || older) && !child(spot, name))
        this.report(spot, missingField(name, object, !field.required));
    }
  }

  visitUnknown(value: Spot, key: string, object: ObjectShape, isSchema: boolean): void {
    const better = nearest(key, object.fields.keys());
    this.report(value, unknownKey(key, better, object, isSchema));
    // What stands below a misspelled key has its own mistakes, to be told in the same run.
    const field = better === undefined || isSchema ? undefined : object.fields.get(better);
    if (field) this.visit(value, field.shape);
  }

  visitField(value: Spot, field: Field, object: ObjectShape): void {
    if (field.newer && this.input.version === '3.1') this.report(value, newerKey(value.key?.name ?? '', object));
    this.visit(value, field.shape);
  }

  visitSecurityScheme(spot: Spot): void {
    const type = child(spot, 'type');
    const needs = (type && SECURITY_NEEDS.get(scalarText(type) ?? '')) ?? [];
    const object = OBJECTS.get('security-scheme');
    for (const name of needs) if (object && !child(spot, name)) this.report(spot, missingField(name, object, false));
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
  const root = rootSpot(input.references.main);
  walker.visit(root, { kind: 'object', name: 'openapi' });
  if (!['paths', 'components', 'webhooks'].some((key) => child(root, key))) {
    walker.report(root, {
      code: 'field-missing',
      severity: 'error',
      message: 'A description needs "paths", "components" or "webhooks".',
      fix: 'Add `paths:` with the operations of the API.',
    });
  }
  walker.drain();
  return walker.diagnostics;
};

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { parsePointer, printPointer } from '../../model/json-pointer.ts';
import type { JsonEntry, JsonNode } from '../../model/json-text.ts';
import type { Limits } from '../limits.ts';
import { keepOrigin, setOrigin } from '../origins.ts';
import type { References } from '../refs.ts';
import { diagnose } from '../report.ts';
import type { SourceFile } from '../source-file.ts';
import { rootSpot, type Spot } from '../spot.ts';
import { recognizeVersion, type Version } from '../version.ts';
import type { InternalParts } from './internal.ts';
import { FIELDS, type Kind, type Shape } from './kinds.ts';
import { isObject, type ObjectNode, reader, referenceEntry, textOf, withEntries } from './node.ts';
import type { MediaScope, Site, Step, Steps } from './steps.ts';
import { scopeOfOperation, scopeOfPathItem } from './v2-operation.ts';
import { V2_TO_V3 } from './v2-to-v3.ts';
import { V30_TO_V31 } from './v30-to-v31.ts';
import { V31_TO_V32 } from './v31-to-v32.ts';
import { pointerOf } from './written-pointer.ts';

const STEPS: { readonly [version in Version]: readonly Steps[] } = {
  '2.0': [V2_TO_V3, V30_TO_V31, V31_TO_V32],
  '3.0': [V30_TO_V31, V31_TO_V32],
  '3.1': [V30_TO_V31, V31_TO_V32],
  '3.2': [V30_TO_V31, V31_TO_V32],
};

/** Kinds that may say more beside a `$ref`: JSON Schema 2020-12, and path items since OpenAPI 2.0. */
const BESIDE_REF: readonly Kind[] = ['schema', 'pathItem'];

/** A part of a description that is being walked. */
interface Place {
  readonly file: SourceFile;
  readonly version: Version;
  readonly scope: MediaScope;
  /** The way from the root of the file; it grows and shrinks with the walk. */
  readonly path: string[];
}

interface MediaRoot {
  consumes?: unknown;
  produces?: unknown;
}
const mediaRoot = reader<MediaRoot>();

interface Discriminating {
  discriminator?: unknown;
  $dynamicRef?: unknown;
}
const discriminating = reader<Discriminating>();

/** What an upgrade found, by the nodes as they are written. */
export interface Upgraded {
  /** The description's own tree. */
  readonly root: JsonNode;
  /** What became of nodes that changed, wherever a reference may lead. */
  readonly changed: ReadonlyMap<JsonNode, JsonNode>;
  /** What references lead to. */
  readonly targets: ReadonlySet<Spot>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Walks a description by what may stand where, applies the steps to each object and shares what none changes.
 * What a reference leads to waits in a queue, so that a chain of references takes no stack, and is upgraded in
 * its own file.
 */
class Walker {
  readonly written: References;
  readonly limits: Limits;
  readonly internal: InternalParts | undefined;
  readonly version: Version;
  readonly outer: MediaScope;
  readonly changed = new Map<JsonNode, JsonNode>();
  readonly done = new Map<Shape, Map<JsonNode, JsonNode>>();
  readonly targets = new Set<Spot>();
  readonly queue: { readonly target: Spot; readonly shape: Shape }[] = [];
  /** The files that borrowed nodes stand in. */
  readonly homes = new Map<JsonNode, SourceFile>();
  readonly versions = new Map<SourceFile, Version>();
  readonly diagnostics: Diagnostic[] = [];
  made = 0;

  constructor(written: References, version: Version, limits: Limits, internal: InternalParts | undefined) {
    this.written = written;
    this.limits = limits;
    this.internal = internal;
    this.version = version;
    const { root } = written.main;
    const list = (key: keyof MediaRoot): readonly JsonNode[] =>
      version === '2.0' && isObject(root) ? (mediaRoot.list(root, key) ?? []) : [];
    this.outer = { consumes: list('consumes'), produces: list('produces'), bodies: [] };
  }

  /** A file that is a description itself is read by its own version. */
  versionOf(file: SourceFile): Version {
    if (file === this.written.main) return this.version;
    let version = this.versions.get(file);
    if (!version) {
      version = recognizeVersion(rootSpot(file)) ?? this.version;
      this.versions.set(file, version);
    }
    return version;
  }

  enter(file: SourceFile, pointer: string): Place {
    return { file, version: this.versionOf(file), scope: this.outer, path: parsePointer(pointer) ?? [] };
  }

  visit(node: JsonNode, shape: Shape, place: Place): JsonNode {
    if (typeof shape === 'string') return isObject(node) ? this.visitObject(node, shape, place) : node;
    if ('list' in shape && node.kind === 'array') return this.visitList(node, shape.list, place);
    if (!isObject(node)) return node;
    const reference = referenceEntry(node);
    if (reference) this.lead(reference, shape, place);
    else if ('map' in shape) return this.visitEntries(node, () => shape.map, place);
    return node;
  }

  visitList(node: JsonNode & { readonly kind: 'array' }, of: Shape, place: Place): JsonNode {
    const items: JsonNode[] = [];
    for (const [index, item] of node.items.entries()) {
      place.path.push(String(index));
      if (!this.isHidden(item, of, place)) items.push(this.visit(item, of, place));
      place.path.pop();
    }
    const same = items.length === node.items.length && items.every((item, at) => item === node.items[at]);
    return same ? node : keepOrigin({ ...node, items }, node);
  }

  visitEntries(node: ObjectNode, shapeOf: (key: string) => Shape | undefined, place: Place): ObjectNode {
    const entries: JsonEntry[] = [];
    for (const entry of node.entries) {
      const shape = shapeOf(entry.key);
      if (shape === undefined) {
        entries.push(entry);
        continue;
      }
      place.path.push(entry.key);
      if (!this.isHidden(entry.value, shape, place)) {
        const value = this.visit(entry.value, shape, place);
        entries.push(value === entry.value ? entry : { ...entry, value });
      }
      place.path.pop();
    }
    return withEntries(node, entries);
  }

  isHidden(node: JsonNode, shape: Shape, place: Place): boolean {
    if (!this.internal || typeof shape !== 'string') return false;
    return this.internal.isHidden(node, shape, () => this.follow(node, place));
  }

  visitObject(node: ObjectNode, kind: Kind, outer: Place): ObjectNode {
    const home = this.homes.get(node) ?? outer.file;
    const place = home === outer.file ? outer : { ...outer, file: home, version: this.versionOf(home) };
    const isScoped = this.isScoped(kind, place);
    const done = isScoped ? undefined : this.doneAs(kind);
    const known = done?.get(node);
    if (known && isObject(known)) return known;
    const made = this.upgrade(node, kind, place);
    done?.set(node, made);
    // What an operation borrowed is what it became there, and something else for those who refer to it.
    const isBorrowed = isScoped && this.homes.has(node);
    if (made !== node && !isBorrowed && !this.changed.has(node)) this.changed.set(node, made);
    return made;
  }

  /** Whether an object becomes something else here than where it holds for the whole description. */
  isScoped(kind: Kind, { scope }: Place): boolean {
    if (kind === 'response') return scope.produces !== this.outer.produces;
    if (kind === 'requestBody') return scope.consumes !== this.outer.consumes;
    return (kind === 'operation' || kind === 'pathItem') && scope !== this.outer;
  }

  doneAs(shape: Shape): Map<JsonNode, JsonNode> {
    let done = this.done.get(shape);
    if (!done) {
      done = new Map();
      this.done.set(shape, done);
    }
    return done;
  }

  upgrade(node: ObjectNode, kind: Kind, outer: Place): ObjectNode {
    const reference = referenceEntry(node);
    if (reference) this.lead(reference, kind, outer);
    if (reference && !BESIDE_REF.includes(kind)) return node;
    const place = { ...outer, scope: this.scopeInside(node, kind, outer) };
    let made = this.internal?.prune(node, kind) ?? node;
    for (const steps of STEPS[place.version]) {
      const step: Step | undefined = steps[kind];
      if (step) made = step(made, this.site(place));
    }
    if (kind === 'schema') this.leadByKeywords(made, place);
    const fields = FIELDS[kind];
    return this.visitEntries(made, (key) => fields.get(key), place);
  }

  scopeInside(node: ObjectNode, kind: Kind, place: Place): MediaScope {
    if (place.version !== '2.0') return place.scope;
    if (kind === 'pathItem') return scopeOfPathItem(node, place.scope, this.site(place));
    return kind === 'operation' ? scopeOfOperation(node, place.scope) : place.scope;
  }

  site(place: Place): Site {
    return {
      version: place.version,
      root: this.written.main.root,
      scope: place.scope,
      isShared: (list) => place.scope[list] === this.outer[list],
      follow: (node, ...tokens) => this.follow(node, place, tokens),
      borrow: (spot) => this.borrow(spot, place),
      afford: (nodes) => this.afford(nodes),
    };
  }

  follow(node: JsonNode, place: Place, tokens: readonly string[] = []): Spot | undefined {
    const file = this.homes.get(node) ?? place.file;
    return this.written.follow({ file, node, pointer: printPointer([...place.path, ...tokens]) });
  }

  borrow({ node, file }: Spot, place: Place): JsonNode {
    if (file !== place.file) setOrigin(node, file);
    this.homes.set(node, file);
    return node;
  }

  afford(nodes: number): boolean {
    const before = this.made;
    this.made += nodes;
    if (this.made <= this.limits.aliased) return true;
    if (before <= this.limits.aliased) {
      const message = `Media types repeat more than ${this.limits.aliased} values for the operations that they hold for.`;
      const fix = 'Let `consumes` and `produces` name fewer media types.';
      const root = rootSpot(this.written.main);
      this.diagnostics.push(diagnose(root, { code: 'upgrade-expansion', severity: 'error', message, fix }));
    }
    return false;
  }

  lead(reference: JsonEntry, shape: Shape, place: Place): void {
    const { key, keySpan, value } = reference;
    const { file, path, version } = place;
    const target = this.written.resolve({
      file,
      node: value,
      key: { name: key, span: keySpan },
      // The way through what the steps made of 2.0 isn't the way through the file.
      get pointer() {
        return (version === '2.0' && pointerOf(file, value)) || printPointer([...path, key]);
      },
    });
    if (!target || this.targets.has(target)) return;
    this.targets.add(target);
    this.queue.push({ target, shape });
  }

  /** The references of a schema beside `$ref`. */
  leadByKeywords(node: ObjectNode, place: Place): void {
    const dynamic = discriminating.entry(node, '$dynamicRef');
    if (dynamic && textOf(dynamic.value) !== undefined) this.lead(dynamic, 'schema', place);
    const discriminator = discriminating.value(node, 'discriminator');
    const mapping =
      discriminator && isObject(discriminator) && reader<{ mapping: unknown }>().map(discriminator, 'mapping');
    for (const entry of mapping || []) {
      // A bare word is the name of a component.
      if (!/[#/]|\.(?:json|ya?ml)$/i.test(textOf(entry.value) ?? '')) continue;
      place.path.push('discriminator', 'mapping');
      this.lead(entry, 'schema', place);
      place.path.length -= 2;
    }
  }

  run(): Upgraded {
    const { main } = this.written;
    const root = this.visit(main.root, 'description', this.enter(main, ''));
    // The queue grows while it is walked.
    for (const { target, shape } of this.queue) {
      const done = this.doneAs(shape);
      if (done.has(target.node)) continue;
      const made = this.visit(target.node, shape, this.enter(target.file, target.pointer));
      done.set(target.node, made);
      if (made !== target.node && !this.changed.has(target.node)) this.changed.set(target.node, made);
    }
    return { root, changed: this.changed, targets: this.targets, diagnostics: this.diagnostics };
  }
}

/**
 * Brings a description, and what it refers to, into the form of OpenAPI 3.2. What a step makes stands where its
 * author wrote what it is made of.
 *
 * @param internal - what is left out; nothing to show everything
 */
export function upgradeTrees(
  written: References,
  { version, limits, internal }: { version: Version; limits: Limits; internal?: InternalParts },
): Upgraded {
  return new Walker(written, version, limits, internal).run();
}

import { escapeToken } from '../model/json-pointer.ts';
import type { JsonNode } from '../model/json-text.ts';
import { isPlaceholder } from './dynamic-ref.ts';
import type { SourceFile } from './source-file.ts';
import { child, rootSpot, type Spot } from './spot.ts';

/**
 * What a file declares of itself: schema resources with their URIs, and anchors in them.
 *
 * @see JSON Schema 2020-12, section 8.2; OpenAPI 3.2, "Resolving Base URIs"
 */
export interface Resources {
  /** What `$self` and `$id` name, by absolute URI without a fragment. */
  readonly ids: ReadonlyMap<string, Spot>;
  /** The base URI of what stands at a pointer. */
  baseAt(pointer: string): string;
  /** By resource and name; by name alone where the resource has none of that name. */
  anchor(base: string, name: string): Spot | undefined;
  /** The schemas that answer to a dynamic reference of this name, without those that wait for others to do so. */
  dynamicAnchors(name: string): readonly Spot[];
}

/** Below these keys stand names, so that a property called `default` is no default. */
const MAPS: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'schemas', 'parameters'],
  ...['responses', 'headers', 'content', 'callbacks', 'links', 'requestBodies', 'securitySchemes', 'pathItems'],
  ...['mediaTypes', 'encoding', 'paths', 'webhooks', 'additionalOperations', 'mapping', 'variables'],
]);

/** Below these keys stand values of the API, which declare nothing. */
const DATA: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'const', 'enum', 'value', 'dataValue']);

/** A base for files that name none of their own. It only serves to resolve relative references. */
function locationOf(path: string): string {
  return `file:///${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** A reference as an absolute URI; nothing where it is none. RFC 3986, section 5. */
export function resolveUri(reference: string, base: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined;
}

function withoutFragment(uri: string): string {
  const hash = uri.indexOf('#');
  return hash < 0 ? uri : uri.slice(0, hash);
}

class Collector {
  readonly ids = new Map<string, Spot>();
  /** By the pointer of what declares it. */
  readonly bases = new Map<string, string>();
  readonly anchors = new Map<string, Spot>();
  readonly dynamic = new Map<string, Spot[]>();
  readonly file: SourceFile;

  constructor(file: SourceFile) {
    this.file = file;
  }

  visit(node: JsonNode, pointer: string, outer: string, isMap: boolean): void {
    if (node.kind === 'array') {
      for (const [index, item] of node.items.entries()) this.visit(item, `${pointer}/${index}`, outer, false);
    }
    if (node.kind !== 'object') return;
    const base = isMap ? outer : this.declare({ file: this.file, node, pointer }, outer);
    for (const { key, value } of node.entries) {
      if (value.kind !== 'object' && value.kind !== 'array') continue;
      if (isMap || !DATA.has(key)) this.visit(value, `${pointer}/${escapeToken(key)}`, base, !isMap && MAPS.has(key));
    }
  }

  /** Notes what an object says of itself. @returns the base URI inside it */
  declare(spot: Spot, outer: string): string {
    const text = (key: string): string | undefined => {
      const node = child(spot, key)?.node;
      return node?.kind === 'string' ? node.value : undefined;
    };
    const id = text(spot.pointer === '' ? '$self' : '$id');
    const uri = id === undefined ? undefined : resolveUri(id, outer);
    const base = uri === undefined ? outer : withoutFragment(uri);
    if (uri !== undefined) {
      if (!this.ids.has(base)) this.ids.set(base, spot);
      this.bases.set(spot.pointer, base);
    }
    const dynamic = text('$dynamicAnchor');
    for (const name of [text('$anchor'), dynamic]) {
      if (name === undefined) continue;
      for (const key of [`${base}#${name}`, `#${name}`]) if (!this.anchors.has(key)) this.anchors.set(key, spot);
    }
    if (dynamic !== undefined && !isPlaceholder(spot, dynamic)) {
      const others = this.dynamic.get(dynamic);
      if (others) others.push(spot);
      else this.dynamic.set(dynamic, [spot]);
    }
    return base;
  }
}

/** The value of the deepest pointer that is this one or leads to it. */
function innermost<T>(byPointer: ReadonlyMap<string, T>, pointer: string): T | undefined {
  for (let way = pointer; ; way = way.slice(0, way.lastIndexOf('/'))) {
    const found = byPointer.get(way);
    if (found !== undefined || way === '') return found;
  }
}

/** Files are searched once, and only when a reference asks. */
const known = new WeakMap<SourceFile, Resources>();

export function resourcesOf(file: SourceFile): Resources {
  const before = known.get(file);
  if (before) return before;
  const location = locationOf(file.path);
  const collector = new Collector(file);
  collector.visit(rootSpot(file).node, '', location, false);
  const resources: Resources = {
    ids: collector.ids,
    baseAt: (pointer) => innermost(collector.bases, pointer) ?? location,
    anchor: (base, name) => collector.anchors.get(`${base}#${name}`) ?? collector.anchors.get(`#${name}`),
    dynamicAnchors: (name) => collector.dynamic.get(name) ?? [],
  };
  known.set(file, resources);
  return resources;
}

const declaring = new WeakMap<SourceFile, boolean>();

/** Whether a file may name resources at all. Most don't, and need no search. */
export function mayDeclare(file: SourceFile): boolean {
  let may = declaring.get(file);
  if (may === undefined) {
    may = /\$(?:id|self)\b/.test(file.text);
    declaring.set(file, may);
  }
  return may;
}

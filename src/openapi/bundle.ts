import { escapeToken } from '../model/json-pointer.ts';
import type { JsonEntry, JsonNode } from '../model/json-text.ts';
import { type References, referenceIn } from './refs.ts';
import { entries, flagOf, items, rootSpot, type Spot, step } from './spot.ts';
import { findInternal } from './upgrade/internal.ts';

export interface BundleOptions {
  /** Leaves out what is marked `x-internal: true`. */
  readonly hideInternal: boolean;
  /** Which servers stay, by their URLs as written; all when left out. */
  readonly servers?: readonly string[] | undefined;
}

/** Holds what lies in other files, by file and place. */
const PARTS = 'x-bundled';

/**
 * The description in one document: what its references lead to in other files is taken in.
 *
 * @returns the tree as it was read where nothing of it had to change
 */
export function bundle(written: References, options: BundleOptions): JsonNode {
  const bundler = new Bundler(written, options);
  const root = bundler.node(rootSpot(written.main)) ?? written.main.root;
  const parts = bundler.takenIn();
  if (parts.length === 0 || root.kind !== 'object') return root;
  return { ...root, entries: [...root.entries, entry(PARTS, { ...made, kind: 'object', entries: parts })] };
}

const made = { start: 0, end: 0 };

function entry(key: string, value: JsonNode): JsonEntry {
  return { key, keySpan: made, value };
}

class Bundler {
  readonly written: References;
  readonly servers: ReadonlySet<string> | undefined;
  readonly internal: ReturnType<typeof findInternal> | undefined;
  readonly hiddenTags: ReadonlySet<string>;
  /** In the order of the references to them. */
  readonly parts = new Map<string, Spot>();

  constructor(written: References, { hideInternal, servers }: BundleOptions) {
    this.written = written;
    this.servers = servers && new Set(servers);
    this.internal = hideInternal ? findInternal(written.main) : undefined;
    const tags = hideInternal ? step(rootSpot(written.main), 'tags') : undefined;
    this.hiddenTags = new Set(
      (tags ? items(tags) : []).flatMap((tag) => (isMarked(tag) ? (textOf(tag, 'name') ?? []) : [])),
    );
  }

  /** A node with its references led into this document; nothing where it is left out. */
  node(spot: Spot): JsonNode | undefined {
    const { node } = spot;
    if (node.kind === 'array') return this.list(spot);
    if (node.kind !== 'object') return node;
    if (this.internal && (isMarked(spot) || this.leadsToHidden(spot))) return undefined;
    const hidden = this.internal ? hiddenProperties(spot) : new Set<string>();
    let isChanged = false;
    const kept: JsonEntry[] = [];
    for (const [index, { key, value }] of entries(spot).entries()) {
      const before = node.entries[index] as JsonEntry;
      const after = this.value(key, value, spot, hidden);
      if (after !== before.value) isChanged = true;
      if (after) kept.push(after === before.value ? before : { ...before, value: after });
    }
    return isChanged ? { ...node, entries: kept } : node;
  }

  value(key: string, value: Spot, holder: Spot, hidden: ReadonlySet<string>): JsonNode | undefined {
    const isReference = key === '$ref' || key === 'operationRef' || holder.pointer.endsWith('/discriminator/mapping');
    if (isReference && value.node.kind === 'string') return this.reference(value);
    if (key === 'required' && hidden.size > 0) return withoutTexts(value.node, hidden);
    if (key === 'tags' && this.hiddenTags.size > 0)
      return this.list({ ...value, node: withoutTexts(value.node, this.hiddenTags) });
    if (key === 'servers' && this.servers) return this.chosenServers(value);
    return this.node(value);
  }

  list(spot: Spot): JsonNode {
    if (spot.node.kind !== 'array') return this.node(spot) ?? spot.node;
    const before = spot.node.items;
    const after = items(spot).map((item) => this.node(item));
    if (after.every((one, index) => one === before[index])) return spot.node;
    return { ...spot.node, items: after.flatMap((one) => one ?? []) };
  }

  reference(spot: Spot): JsonNode {
    const target = this.written.resolve(spot);
    const { main } = this.written;
    if (!target || (target.file === main && spot.file === main)) return spot.node;
    if (target.file === main) return text(`#${fragment(target.pointer)}`);
    const name = `${target.file.path}${target.pointer === '' ? '' : `:${target.pointer}`}`;
    this.parts.set(name, this.parts.get(name) ?? target);
    return text(`#/${PARTS}/${fragment(escapeToken(name))}`);
  }

  /** The parts of other files, and what those refer to. */
  takenIn(): JsonEntry[] {
    const taken: JsonEntry[] = [];
    // The map grows while it is walked.
    for (const [name, spot] of this.parts) {
      const node = this.node(spot);
      if (node) taken.push(entry(name, node));
    }
    return taken;
  }

  leadsToHidden(spot: Spot): boolean {
    const reference = referenceIn(spot);
    const target = reference && this.written.resolve(reference);
    return target !== undefined && this.internal?.isInsideHidden(target) === true;
  }

  /** A list of which none stays is kept: an operation has to be sent somewhere. */
  chosenServers(spot: Spot): JsonNode | undefined {
    if (spot.node.kind !== 'array') return this.node(spot);
    const chosen = items(spot).filter((one) => this.servers?.has(textOf(one, 'url') ?? ''));
    if (chosen.length === 0 || chosen.length === spot.node.items.length) return this.node(spot);
    return this.list({ ...spot, node: { ...spot.node, items: chosen.map(({ node }) => node) } });
  }
}

function text(value: string): JsonNode {
  return { ...made, kind: 'string', value };
}

/** A pointer as the fragment of a URI. RFC 6901, section 6. */
function fragment(pointer: string): string {
  return encodeURI(pointer).replaceAll('#', '%23').replaceAll('?', '%3F');
}

function isMarked(spot: Spot): boolean {
  const mark = spot.node.kind === 'object' ? step(spot, 'x-internal') : undefined;
  return mark !== undefined && flagOf(mark.node) === true;
}

function textOf(spot: Spot, key: string): string | undefined {
  const node = spot.node.kind === 'object' ? step(spot, key)?.node : undefined;
  return node?.kind === 'string' ? node.value : undefined;
}

function hiddenProperties(spot: Spot): Set<string> {
  const properties = step(spot, 'properties');
  return new Set((properties ? entries(properties) : []).flatMap(({ key, value }) => (isMarked(value) ? key : [])));
}

function withoutTexts(node: JsonNode, left: ReadonlySet<string>): JsonNode {
  if (node.kind !== 'array') return node;
  const kept = node.items.filter((item) => item.kind !== 'string' || !left.has(item.value));
  return kept.length === node.items.length ? node : { ...node, items: kept };
}

import { isAlias, isMap, isScalar, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { JsonEntry, JsonNode } from '../model/json-text.ts';
import { deepFault, duplicateFault } from './json-tree.ts';
import type { Limits } from './limits.ts';
import { lineAt, type Source, type Span } from './source-file.ts';
import type { TreeFault } from './tree-fault.ts';
import { resolvePlain } from './yaml-scalar.ts';

/** Everything else would build something that JSON doesn't have. */
const TAGS = new Map([
  ['tag:yaml.org,2002:str', 'string'],
  ['tag:yaml.org,2002:int', 'plain'],
  ['tag:yaml.org,2002:float', 'plain'],
  ['tag:yaml.org,2002:bool', 'plain'],
  ['tag:yaml.org,2002:null', 'plain'],
  ['tag:yaml.org,2002:map', 'collection'],
  ['tag:yaml.org,2002:seq', 'collection'],
]);

interface Anchored {
  readonly node: JsonNode;
  /** Nodes with aliases expanded, and levels below this one. */
  readonly size: number;
  readonly height: number;
}

/** One pass over the composed document. Aliased nodes are shared, never copied. */
export class TreeBuilder {
  readonly faults: TreeFault[] = [];
  readonly source: Source;
  readonly limits: Limits;
  /** `undefined` while the anchored node itself is being built. */
  readonly anchors = new Map<string, Anchored | undefined>();
  size = 0;
  aliased = 0;
  deepest = 0;

  constructor(source: Source, limits: Limits) {
    this.source = source;
    this.limits = limits;
  }

  fault(code: string, message: string, fix: string, span: Span): void {
    this.faults.push({ code, severity: 'error', message, fix, span });
  }

  build(node: ParsedNode | null | undefined, depth: number, at: Span): JsonNode {
    if (!node) return { kind: 'null', ...at };
    if (isAlias(node)) return this.alias(node.source, depth, spanOf(node));
    const { anchor } = node;
    if (anchor === undefined) return this.bare(node, depth);
    const before = { size: this.size, deepest: this.deepest };
    this.deepest = depth;
    this.anchors.set(anchor, undefined);
    const built = this.bare(node, depth);
    this.anchors.set(anchor, { node: built, size: this.size - before.size, height: this.deepest - depth });
    this.deepest = Math.max(this.deepest, before.deepest);
    return built;
  }

  alias(name: string, depth: number, span: Span): JsonNode {
    const nothing: JsonNode = { kind: 'null', ...span };
    const target = this.anchors.get(name);
    if (!target) {
      if (this.anchors.has(name)) {
        this.fault(
          'alias-recursive',
          `*${name} stands inside the value it repeats.`,
          'Use `$ref` for recursion.',
          span,
        );
      } else {
        this.fault('alias-unknown', `*${name} has no &${name} before it.`, `Add &${name} to a value above.`, span);
      }
      return nothing;
    }
    this.size += target.size;
    this.aliased += target.size;
    this.deepest = Math.max(this.deepest, depth + target.height);
    if (depth + target.height > this.limits.depth) {
      if (!this.faults.some((fault) => fault.code === 'too-deep')) this.faults.push(deepFault(this.limits, span));
      return nothing;
    }
    if (this.aliased <= this.limits.aliased) return target.node;
    if (this.aliased - target.size <= this.limits.aliased) {
      const message = `Aliases repeat more than ${this.limits.aliased} values by here.`;
      this.fault('alias-expansion', message, 'Use `$ref` instead of aliases of aliases.', span);
    }
    return nothing;
  }

  bare(node: Scalar.Parsed | YAMLMap.Parsed | YAMLSeq.Parsed, depth: number): JsonNode {
    this.size += 1;
    this.deepest = Math.max(this.deepest, depth);
    const span = spanOf(node);
    if (isScalar(node)) return this.scalar(node, span);
    this.tag(node.tag, 'collection', span);
    if (isMap(node)) return this.object(node, depth, span);
    return { kind: 'array', items: node.items.map((item) => this.build(item, depth + 1, span)), ...span };
  }

  /** A tag is told unless it says what the value is anyway. `!` alone is YAML's way to say "a text". */
  tag(tag: string | undefined, kind: 'scalar' | 'collection', span: Span): void {
    if (tag === undefined || tag === '!') return;
    const meaning = TAGS.get(tag);
    if (meaning !== undefined && (meaning === 'collection') === (kind === 'collection')) return;
    this.faults.push({
      code: 'yaml-tag',
      severity: 'warning',
      message: `The tag ${tag} means nothing in a description; the value is taken as it is written.`,
      fix: 'Remove the tag.',
      span,
    });
  }

  scalar(node: Scalar.Parsed, span: Span): JsonNode {
    const text = String(node.value ?? '');
    this.tag(node.tag, 'scalar', span);
    const meaning = node.tag === undefined || node.tag === '!' ? node.tag : TAGS.get(node.tag);
    const plain = meaning === 'plain' || (meaning === undefined && node.type === 'PLAIN');
    const resolved = plain ? resolvePlain(text, span) : undefined;
    if (resolved === undefined) return { kind: 'string', value: text, ...span };
    if (resolved !== 'not-finite') return resolved;
    this.fault('number-not-finite', `JSON has no number ${text}.`, 'Write a finite number, or put it in quotes.', span);
    return { kind: 'null', ...span };
  }

  object(map: YAMLMap.Parsed, depth: number, span: Span): JsonNode {
    const entries = new Map<string, JsonEntry>();
    const own = new Set<string>();
    for (const { key: keyNode, value } of map.items) {
      const keySpan = spanOf(keyNode);
      if (isScalar(keyNode) && keyNode.type === 'PLAIN' && keyNode.value === '<<') {
        this.merge(this.build(value, depth + 1, keySpan), entries);
        continue;
      }
      const key = this.key(keyNode, keySpan);
      const built = this.build(value, depth + 1, { start: keySpan.end, end: keySpan.end });
      const before = own.has(key) ? entries.get(key) : undefined;
      if (before) {
        this.faults.push(duplicateFault(key, lineAt(this.source, before.keySpan.start), keySpan));
        continue;
      }
      own.add(key);
      entries.set(key, { key, keySpan, value: built });
    }
    return { kind: 'object', entries: [...entries.values()], ...span };
  }

  /** A key as text, the way its author spelled it: `200` and `on` are keys like any other. */
  key(node: ParsedNode, span: Span): string {
    if (isScalar(node)) {
      const text = String(node.value ?? '');
      const target: Anchored = { node: { kind: 'string', value: text, ...span }, size: 1, height: 0 };
      if (node.anchor !== undefined) this.anchors.set(node.anchor, target);
      return text;
    }
    if (isAlias(node)) {
      const target = this.anchors.get(node.source)?.node;
      if (target?.kind === 'string') return target.value;
    }
    this.fault('yaml-key', 'A key has to be a text.', 'Write the key as plain text before the `:`.', span);
    return '';
  }

  /** YAML's merge key: what stands in the object itself wins, then what is merged first. */
  merge(value: JsonNode, into: Map<string, JsonEntry>): void {
    const sources = value.kind === 'array' ? value.items : [value];
    for (const source of sources) {
      if (source.kind !== 'object' && this.aliased > this.limits.aliased) return;
      if (source.kind !== 'object') {
        this.fault('yaml-merge', '`<<` needs an object, or a list of objects.', 'Write `<<: *name`.', value);
        return;
      }
      for (const entry of source.entries) if (!into.has(entry.key)) into.set(entry.key, entry);
    }
  }
}

function spanOf(node: { range?: readonly [number, number, number] | null }): Span {
  const [start = 0, end = start] = node.range ?? [];
  return { start, end };
}

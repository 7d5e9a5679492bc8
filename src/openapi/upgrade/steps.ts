import type { JsonNode } from '../../model/json-text.ts';
import type { Spot } from '../spot.ts';
import type { Version } from '../version.ts';
import type { Kind } from './kinds.ts';
import type { ObjectNode } from './node.ts';

/** What OpenAPI 2.0 says above an operation about the bodies in it. */
export interface MediaScope {
  /** Texts; none where nothing is said. */
  readonly consumes: readonly JsonNode[];
  readonly produces: readonly JsonNode[];
  /** Parameters of the path item that are parts of each operation's body, as written, references too. */
  readonly bodies: readonly JsonNode[];
}

/** Where a step works. */
export interface Site {
  /** Of the file that the node stands in, with its root. */
  readonly version: Version;
  readonly root: JsonNode;
  readonly scope: MediaScope;
  /** Whether the media types here are those of the whole description, so that shared parts mean the same here. */
  isShared(list: 'consumes' | 'produces'): boolean;
  /** What a node stands for: the node itself, or what its `$ref` leads to. @param tokens - the way to it */
  follow(node: JsonNode, ...tokens: readonly string[]): Spot | undefined;
  /** A node of another place or file for use here: it keeps its place, and its references their meaning. */
  borrow(spot: Spot): JsonNode;
  /** Whether so many more nodes may be made; told to the author once when not. */
  afford(nodes: number): boolean;
}

/** Changes one object of a kind into the form of a newer version; what stands inside it has its own steps. */
export type Step = (node: ObjectNode, site: Site) => ObjectNode;

export type Steps = { readonly [kind in Kind]?: Step };

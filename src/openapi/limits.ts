/** What a description may cost. Each has its own error, so an owner knows which one to raise. */
export interface Limits {
  /** Of one file. */
  readonly bytes: number;
  /** Of nested objects and lists, aliases expanded. Every walk over a tree may recurse this deep. */
  readonly depth: number;
  /** Of the names that lead to a value, as characters of its JSON Pointer. */
  readonly pointer: number;
  /** Nodes that YAML aliases and merge keys add by repeating others, or that an overlay adds. */
  readonly aliased: number;
  /** Values that the targets of one overlay look at together. */
  readonly steps: number;
}

export const LIMITS: Limits = {
  bytes: 50 * 1024 * 1024,
  depth: 200,
  pointer: 4_000,
  aliased: 1_000_000,
  steps: 20_000_000,
};

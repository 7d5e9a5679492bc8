/** What a description may cost. Each has its own error, so an owner knows which one to raise. */
export interface Limits {
  /** Of one file. */
  readonly bytes: number;
  /** Of nested objects and lists, aliases expanded. Every walk over a tree may recurse this deep. */
  readonly depth: number;
  /** Nodes that YAML aliases and merge keys add by repeating others. */
  readonly aliased: number;
}

export const LIMITS: Limits = { bytes: 50 * 1024 * 1024, depth: 200, aliased: 1_000_000 };

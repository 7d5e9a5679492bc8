/** What a change does to programs that were written for the older description. */
export type Effect =
  /** Programs that did right stop working. */
  | 'breaking'
  /** Programs may stop working, by how they were written: they list every value of an enum, say. */
  | 'risky'
  | 'compatible';

export type ChangeKind = 'added' | 'removed' | 'changed';

/** Where something changed. */
export interface ChangePlace {
  /** `POST /pets`, or `webhook newPet`; nothing for what belongs to the whole API or to a named schema. */
  readonly operation?: string;
  /** The id of the named schema that changed, wherever it is used. */
  readonly schema?: string;
  /** The way from there: `request body`, `application/json`, `name`. Empty for the operation or the schema itself. */
  readonly path: readonly string[];
}

/** One difference between two descriptions of an API. */
export interface Change {
  /** Stable, for scripts: `property-removed`. */
  readonly code: string;
  readonly kind: ChangeKind;
  readonly effect: Effect;
  readonly place: ChangePlace;
  /** What the place is part of: what clients send, or what they get. Nothing where that makes no difference. */
  readonly direction?: Direction;
  /** As it was and as it is, in words or as JSON. */
  readonly before?: string;
  readonly after?: string;
  /** The operations that a change of a named schema reaches, in the order of the description. */
  readonly operations?: readonly string[];
}

/** `request`: written by clients. `response`: read by them. Of a webhook and a callback it is the other way round. */
export type Direction = 'request' | 'response';

const RANK: { readonly [effect in Effect]: number } = { compatible: 0, risky: 1, breaking: 2 };

/** The graver of two effects. */
export function worse(one: Effect, other: Effect): Effect {
  return RANK[one] >= RANK[other] ? one : other;
}

export function opposite(direction: Direction): Direction {
  return direction === 'request' ? 'response' : 'request';
}

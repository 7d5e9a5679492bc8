export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  /** Empty when any value is allowed. */
  readonly enum: readonly string[];
  readonly description?: string;
}

export interface Server {
  /** As written: absolute, or relative to the description; `{name}` marks a variable. */
  readonly url: string;
  readonly name?: string;
  readonly description?: string;
  readonly variables: readonly ServerVariable[];
}

/** What kind of page, or place on one, a result is. Numbers, since every part of an index names them. */
export const PAGE_KINDS = [
  'operation',
  'webhook',
  'overview',
  'group',
  'scheme',
  'schema',
  'guide',
  'passage',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export const ROW_KINDS = ['field', 'value', 'code', 'heading'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** A place on a page that is found by itself. */
export interface SearchRow {
  readonly kind: RowKind;
  readonly name: string;
  /** The place's id on its page. It tells the way to a field too: `body.messages.role`. */
  readonly id: string;
  /** What is said of it, as plain words; empty where nothing is. */
  readonly text: string;
}

/** A page, or a part of one that is found like a page, with what is found on it. */
export interface SearchPage {
  readonly kind: PageKind;
  /** The id of its API; none for guides. */
  readonly api?: string;
  readonly title: string;
  /** Its address below the root of its language, `reference/list-pets/`; it may have a fragment. */
  readonly path: string;
  /** Of an operation: its method, its path, and its `operationId`; of a guide, its address is its name. */
  readonly method?: string;
  readonly endpoint?: string;
  readonly name?: string;
  readonly tags: readonly string[];
  readonly text: string;
  /** Of a passage of a guide: the guide's title. */
  readonly guide?: string;
  readonly deprecated: boolean;
  readonly rows: readonly SearchRow[];
}

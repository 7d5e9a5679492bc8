/** What an operation does to the things of a collection, such as `/pets` and `/pets/{petId}`. */
export interface Resource {
  readonly action: 'create' | 'list' | 'read' | 'replace' | 'change' | 'delete';
  /** The template of the collection's path. */
  readonly collection: string;
  /** The path parameter that names one of its things. */
  readonly parameter: string;
  /** The property of a thing that has the parameter's value. */
  readonly id: string;
  /** The property of a list's answer that holds the things; left out where the answer is the list itself. */
  readonly list?: string;
  /** Properties that are only sent and never answered, such as a password. */
  readonly hidden?: readonly string[];
}

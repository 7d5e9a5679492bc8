import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Suggest } from '../../diagnostics/nearest.ts';
import type { Api } from '../../model/api.ts';
import type { References } from '../refs.ts';
import type { Version } from '../version.ts';

export interface CheckInput {
  readonly version: Version;
  /** The trees as their authors wrote them, in this version. */
  readonly written: References;
  /** The same, upgraded to the newest version. Nodes still know where their author wrote them. */
  readonly references: References;
  /** As far as the file allows: what has the wrong type is left out of it. */
  readonly api: Api;
  /** For names of the description, of which there may be any number. */
  readonly suggest: Suggest;
}

/** Looks for one kind of mistake. A bad reference is told by `References`, never by a check. */
export type Check = (input: CheckInput) => Diagnostic[];

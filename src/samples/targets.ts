import type { HttpRequest } from '../request/http-request.ts';
import { printJavaScript } from './javascript.ts';
import { printPython } from './python.ts';
import { printShell } from './shell.ts';
import type { Grammar } from './tokens.ts';

/** A language that samples are printed in. */
export interface Target {
  readonly id: 'shell' | 'python' | 'javascript';
  readonly label: string;
  /** What its code sends with, told apart from the libraries made for one service. */
  readonly library: string;
  readonly grammar: Grammar;
  /** The whole sample, ready to run, without a newline at its end. */
  readonly print: (request: HttpRequest) => string;
}

/** In the order of the tabs, where the owner has no other. */
export const targets: readonly Target[] = [
  { id: 'shell', label: 'Shell', library: 'curl', grammar: 'shell', print: printShell },
  { id: 'python', label: 'Python', library: 'requests', grammar: 'python', print: printPython },
  { id: 'javascript', label: 'JavaScript', library: 'fetch', grammar: 'javascript', print: printJavaScript },
];

/** The languages with these ids, in their order. @param ids - left out: all of them */
export function targetsOf(ids: readonly Target['id'][] | undefined): readonly Target[] {
  return ids === undefined ? targets : ids.flatMap((id) => targets.filter((target) => target.id === id));
}

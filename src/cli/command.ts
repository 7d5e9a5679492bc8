/** What a command gets from around it, so that tests can stand in for a terminal. */
export interface Surroundings {
  /** Relative paths start here. */
  readonly folder: string;
  /** Results: to standard output. */
  readonly print: (line: string) => void;
  /** Progress and diagnostics: to standard error. */
  readonly note: (line: string) => void;
  /** Aborted by Ctrl-C; a command that serves ends then. */
  readonly stop: AbortSignal;
}

interface OptionText {
  /** One line of `--help`. */
  readonly help: string;
  readonly default?: string;
}

export type Option = OptionText &
  ({ readonly kind: 'flag' } | { readonly kind: 'text'; readonly value: string } | { readonly kind: 'port' });

export interface Options {
  readonly [name: string]: Option;
}

/** What was given, by the kind of each option; one that wasn't given is left out, a flag is false. */
export type Values<T extends Options> = {
  readonly [Name in keyof T]: T[Name]['kind'] extends 'flag'
    ? boolean
    : (T[Name]['kind'] extends 'port' ? number : string) | undefined;
};

export interface Command<T extends Options = Options> {
  readonly name: string;
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** The one argument beside options: `project or file`. */
  readonly subject?: { readonly name: string; readonly help: string };
  readonly options: T;
  readonly examples: readonly string[];
  /** @returns the exit code */
  run(given: { subject: string | undefined; options: Values<T> }, surroundings: Surroundings): Promise<number>;
}

/** Only to let TypeScript see the options' kinds. */
export function defineCommand<const T extends Options>(command: Command<T>): Command<T> {
  return command;
}

/** The command was called wrongly: exit code 2, with a hint. */
export class UsageError extends Error {}

/** `stopped` is what shells expect after Ctrl-C, where there was something to finish. */
export const EXIT = { fine: 0, faultyFiles: 1, usage: 2, ourFault: 70, stopped: 130 } as const;

/** The argument of every command that works on a whole project. */
export const PROJECT = {
  name: 'project',
  help: 'A folder with openapi/, docs/ or astro.config.mjs (default: the current one)',
} as const;

/** Waits for Ctrl-C. */
export function stopped({ stop }: Surroundings): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
}

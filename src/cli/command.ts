/** What a command gets from around it, so that tests can stand in for a terminal. */
export interface Surroundings {
  /** Relative paths start here. */
  readonly folder: string;
  /** Results: to standard output. */
  readonly print: (line: string) => void;
  /** Progress and diagnostics: to standard error. */
  readonly note: (line: string) => void;
  /** On a terminal: shows a line that the next note or status takes the place of; an empty one clears it. */
  readonly status?: (line: string) => void;
  /** Aborted by Ctrl-C; a command that serves ends then. */
  readonly stop: AbortSignal;
}

/** An argument that has no name before it. */
export interface Positional {
  /** As help shows it: `FILE`, `project or file`. */
  readonly name: string;
  readonly help: string;
  readonly required?: true;
}

interface OptionText {
  /** One line of `--help`. */
  readonly help: string;
  readonly default?: string;
}

export type Option = OptionText &
  (
    | { readonly kind: 'flag' }
    | { readonly kind: 'port' }
    | { readonly kind: 'text'; readonly value: string }
    /** May be given many times. */
    | { readonly kind: 'list'; readonly value: string }
    | {
        readonly kind: 'choice';
        readonly value: string;
        readonly choices: readonly string[];
        /** What people write for a choice, in lower case, with what to write instead: `js` → `--lang javascript`. */
        readonly otherNames?: ReadonlyMap<string, string>;
        readonly required?: true;
      }
  );

export interface Options {
  readonly [name: string]: Option;
}

type Value<T extends Option> = T extends { kind: 'flag' }
  ? boolean
  : T extends { kind: 'list' }
    ? readonly string[]
    : T extends { kind: 'choice'; choices: readonly (infer Choice)[] }
      ? Choice | (T extends { required: true } ? never : undefined)
      : (T extends { kind: 'port' } ? number : string) | undefined;

/** What was given, by the kind of each option; one that wasn't given is left out, a flag is false, a list empty. */
export type Values<T extends Options> = { readonly [Name in keyof T]: Value<T[Name]> };

export interface Command<T extends Options = Options> {
  readonly name: string;
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** The required ones come first. */
  readonly positionals: readonly Positional[];
  readonly options: T;
  readonly examples: readonly string[];
  /**
   * @param given.positionals - in their order, all required ones among them
   * @returns the exit code
   */
  run(
    given: { readonly positionals: readonly string[]; readonly options: Values<T> },
    surroundings: Surroundings,
  ): Promise<number>;
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
  name: 'project or file',
  help: 'A folder with openapi/ or docs/, or one description (default: the current folder)',
} as const;

/** Waits for Ctrl-C. */
export function stopped({ stop }: Surroundings): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
}

import { visibleText } from '../diagnostics/visible-text.ts';
import { type Command, type Option, type Options, UsageError, type Values } from './command.ts';
import { listChoices, optionForm, usageLine } from './help.ts';
import { didYouMean, suggest } from './suggest.ts';

export interface Given<T extends Options> {
  readonly positionals: readonly string[];
  readonly options: Values<T>;
  readonly help: boolean;
}

function unknown(argument: string, options: Options): UsageError {
  const names = [...Object.keys(options), 'help'].map((name) => `--${name}`);
  return new UsageError(`There is no option ${visibleText(argument)}.${suggest(argument, names, 'options')}`);
}

function parsePort(name: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65535) return port;
  throw new UsageError(`--${name} takes a port from 0 to 65535, found "${visibleText(text)}".`);
}

function parseChoice(
  name: string,
  { choices, otherNames }: Pick<Extract<Option, { kind: 'choice' }>, 'choices' | 'otherNames'>,
  text: string,
): string {
  if (choices.includes(text)) return text;
  const meant = otherNames?.get(text.toLowerCase());
  const hint = meant === undefined ? didYouMean(text, choices) : ` Did you mean ${meant}?`;
  throw new UsageError(`--${name} takes ${listChoices(choices)}, found "${visibleText(text)}".${hint}`);
}

function parseValue(name: string, option: Option, inline: string | undefined, next: () => string | undefined): unknown {
  if (option.kind === 'flag') {
    if (inline !== undefined) throw new UsageError(`--${name} takes no value, found "${visibleText(inline)}".`);
    return true;
  }
  const text = inline ?? next();
  if (!text) throw new UsageError(`--${name} needs a value: ${optionForm(name, option)}`);
  if (option.kind === 'port') return parsePort(name, text);
  return option.kind === 'choice' ? parseChoice(name, option, text) : text;
}

/**
 * Reads the arguments of a command: `--name value`, `--name=value`, flags, and the ones beside them. After `--`
 * everything is taken as it is.
 *
 * @throws UsageError on anything that has no place, and on what is missing unless help is asked for
 */
export function parseArguments<T extends Options>(args: readonly string[], command: Command<T>): Given<T> {
  const values = new Map<string, unknown[]>();
  const positionals: string[] = [];
  const rest = [...args];
  let help = false;
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--') positionals.push(...rest.splice(0));
    else if (argument === '--help' || argument === '-h') help = true;
    else if (argument === '-' || !argument.startsWith('-')) positionals.push(argument);
    else {
      const [written = '', inline] = splitOnce(argument);
      const name = written.startsWith('--') ? written.slice(2) : '';
      const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
      if (!option) throw unknown(written, command.options);
      const before = values.get(name) ?? [];
      if (before.length > 0 && option.kind !== 'list') throw new UsageError(`--${name} is given twice.`);
      const next = (): string | undefined => (rest[0]?.startsWith('--') ? undefined : rest.shift());
      values.set(name, [...before, parseValue(name, option, inline, next)]);
    }
  }
  const extra = positionals[command.positionals.length];
  if (extra !== undefined) throw new UsageError(`"${visibleText(extra)}" has no place here: ${usageLine(command)}`);
  // As a variable of a shell gives it that is not set.
  const empty = command.positionals[positionals.indexOf('')];
  if (empty) throw new UsageError(`An empty text stands where ${empty.name} is expected.`);
  if (!help) demandAll(command, positionals.length, values);
  const options = Object.entries(command.options).map(([name, option]) => [name, givenValue(option, values.get(name))]);
  return { positionals, options: Object.fromEntries(options), help };
}

function demandAll(command: Command, count: number, values: ReadonlyMap<string, unknown>): void {
  const missing = command.positionals.find(({ required }, at) => required && at >= count);
  if (missing) throw new UsageError(`${missing.name} is missing: ${usageLine(command)}`);
  for (const [name, option] of Object.entries(command.options)) {
    if (option.kind !== 'choice' || !option.required || values.has(name)) continue;
    throw new UsageError(`--${name} is missing; it takes ${listChoices(option.choices)}.`);
  }
}

function givenValue({ kind }: Option, given: readonly unknown[] = []): unknown {
  if (kind === 'list') return given;
  return given[0] ?? (kind === 'flag' ? false : undefined);
}

function splitOnce(argument: string): [string, string?] {
  const equals = argument.indexOf('=');
  return equals < 0 ? [argument] : [argument.slice(0, equals), argument.slice(equals + 1)];
}

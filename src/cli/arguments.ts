import { nearest } from '../diagnostics/nearest.ts';
import { type Option, type Options, UsageError, type Values } from './command.ts';

export interface Given<T extends Options> {
  readonly subject: string | undefined;
  readonly options: Values<T>;
  readonly help: boolean;
}

function unknown(argument: string, options: Options): UsageError {
  const names = [...Object.keys(options), 'help'].map((name) => `--${name}`);
  const better = nearest(argument, names);
  const list = `The options are ${names.join(', ')}.`;
  return new UsageError(`There is no option ${argument}. ${better ? `Did you mean ${better}?` : list}`);
}

function parsePort(name: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65535) return port;
  throw new UsageError(`--${name} takes a port from 0 to 65535, found "${text}".`);
}

function parseValue(name: string, option: Option, inline: string | undefined, next: () => string | undefined): unknown {
  if (option.kind === 'flag') {
    if (inline !== undefined) throw new UsageError(`--${name} takes no value, found "${inline}".`);
    return true;
  }
  const text = inline ?? next();
  if (!text) {
    const value = option.kind === 'port' ? 'N' : option.value;
    throw new UsageError(`--${name} needs a value: --${name} ${value}`);
  }
  return option.kind === 'port' ? parsePort(name, text) : text;
}

/**
 * Reads the arguments of a command: `--name value`, `--name=value`, flags, and one argument beside them.
 * After `--` everything is taken as it is.
 *
 * @throws UsageError on anything that has no place
 */
export function parseArguments<T extends Options>(
  args: readonly string[],
  options: T,
  subjectName: string | undefined,
): Given<T> {
  const values = new Map<string, unknown>();
  const subjects: string[] = [];
  const rest = [...args];
  let help = false;
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--') subjects.push(...rest.splice(0));
    else if (argument === '--help' || argument === '-h') help = true;
    else if (argument === '-' || !argument.startsWith('-')) subjects.push(argument);
    else {
      const [written = '', inline] = splitOnce(argument);
      const name = written.startsWith('--') ? written.slice(2) : '';
      const option = Object.hasOwn(options, name) ? options[name] : undefined;
      if (!option) throw unknown(written, options);
      if (values.has(name)) throw new UsageError(`--${name} is given twice.`);
      values.set(
        name,
        parseValue(name, option, inline, () => (rest[0]?.startsWith('--') ? undefined : rest.shift())),
      );
    }
  }
  const extra = subjects[subjectName === undefined ? 0 : 1];
  if (extra !== undefined) throw new UsageError(`"${extra}" has no place here.`);
  const given = Object.entries(options).map(([name, option]) => [
    name,
    values.get(name) ?? (option.kind === 'flag' ? false : undefined),
  ]);
  return { subject: subjects[0], options: Object.fromEntries(given), help };
}

function splitOnce(argument: string): [string, string?] {
  const equals = argument.indexOf('=');
  return equals < 0 ? [argument] : [argument.slice(0, equals), argument.slice(equals + 1)];
}

import type { Command, Option } from './command.ts';

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

/** `--out DIR` */
export function optionForm(name: string, option: Option): string {
  switch (option.kind) {
    case 'flag':
      return `--${name}`;
    case 'port':
      return `--${name} N`;
    default:
      return `--${name} ${option.value}`;
  }
}

/** `shell, python or javascript` */
export function listChoices(choices: readonly string[]): string {
  const last = choices.at(-1) ?? '';
  return choices.length > 1 ? `${choices.slice(0, -1).join(', ')} or ${last}` : last;
}

function optionHelp(option: Option): string {
  const more =
    option.kind === 'list'
      ? '; may be given again'
      : option.kind === 'choice'
        ? `: ${listChoices(option.choices)}`
        : '';
  const help = option.help + more;
  return option.default === undefined ? help : `${help} (default: ${option.default})`;
}

/** `curlew sample FILE OPERATION --lang LANGUAGE [options]`: what can't be left out, then the rest. */
export function usageLine({ name, positionals, options }: Command): string {
  const needed = Object.entries(options).flatMap(([key, option]) =>
    option.kind === 'choice' && option.required ? optionForm(key, option) : [],
  );
  const shown = positionals.map((one) => (one.required ? one.name : `[${one.name}]`));
  return ['curlew', name, ...shown, ...needed, '[options]'].join(' ');
}

/** What `curlew COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const { summary, positionals, options, examples } = command;
  return [
    summary,
    '',
    `Usage: ${usageLine(command)}`,
    '',
    ...table(positionals.map(({ name, help, required }) => [required ? name : `[${name}]`, help])),
    '',
    'Options:',
    ...table([
      ...Object.entries(options).map(([key, option]) => [optionForm(key, option), optionHelp(option)] as const),
      ['--help', 'Show this text'],
    ]),
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
  ].join('\n');
}

/** What `curlew --help` prints. */
export function generalHelp(commands: readonly Command[]): string {
  return [
    'Builds a documentation site from OpenAPI descriptions and MDX guides.',
    '',
    'Usage: curlew COMMAND [options]',
    '',
    'Commands:',
    ...table(commands.map(({ name, summary }) => [name, summary])),
    '',
    'curlew help COMMAND tells more about one, curlew --version the version.',
  ].join('\n');
}

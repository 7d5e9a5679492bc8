import type { Command, Option } from './command.ts';

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function optionForm(name: string, option: Option): string {
  if (option.kind === 'flag') return `--${name}`;
  return `--${name} ${option.kind === 'port' ? 'N' : option.value}`;
}

function optionHelp(option: Option): string {
  return option.default === undefined ? option.help : `${option.help} (default: ${option.default})`;
}

/** What `curlew COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const { name, summary, subject, options, examples } = command;
  const usage = ['curlew', name, ...(subject ? [`[${subject.name}]`] : []), '[options]'].join(' ');
  return [
    summary,
    '',
    `Usage: ${usage}`,
    ...(subject ? ['', ...table([[`[${subject.name}]`, subject.help]])] : []),
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
    'curlew COMMAND --help tells more about one.',
  ].join('\n');
}

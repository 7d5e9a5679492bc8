import { visibleText } from '../diagnostics/visible-text.ts';
import { InstallationError } from '../site/astro-package.ts';
import { packageVersion } from '../site/package-folder.ts';
import { parseArguments } from './arguments.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { type Command, EXIT, type Surroundings, UsageError } from './command.ts';
import { dev } from './dev.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { commandHelp, generalHelp } from './help.ts';
import { importCommand } from './import.ts';
import { init } from './init.ts';
import { preview } from './preview.ts';
import { sample } from './sample.ts';
import { sandbox } from './sandbox.ts';
import { suggest } from './suggest.ts';
import { systemRefusal } from './system-refusal.ts';
import { terminalLines } from './terminal-lines.ts';
import { texts } from './texts.ts';

const COMMANDS: readonly Command[] = [
  init,
  importCommand,
  dev,
  build,
  preview,
  check,
  sandbox,
  sample,
  doctor,
  diff,
  texts,
];

function findCommand(name: string): Command {
  const command = COMMANDS.find((one) => one.name === name);
  if (command) return command;
  const names = [...COMMANDS.map((one) => one.name), 'help'];
  throw new UsageError(`There is no command "${visibleText(name)}".${suggest(name, names, 'commands')}`);
}

function help([name, extra]: readonly string[], { print }: Surroundings): number {
  if (extra !== undefined) throw new UsageError(`"${visibleText(extra)}" has no place here.`);
  print(name === undefined ? generalHelp(COMMANDS) : commandHelp(findCommand(name)));
  return EXIT.fine;
}

function version(rest: readonly string[], { print }: Surroundings): number {
  const [extra] = rest;
  if (extra !== undefined) throw new UsageError(`"${visibleText(extra)}" has no place here.`);
  print(packageVersion());
  return EXIT.fine;
}

async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    surroundings.note(generalHelp(COMMANDS));
    return EXIT.usage;
  }
  if (name === '--help' || name === '-h') return help([], surroundings);
  if (name === '--version' || name === '-v') return version(rest, surroundings);
  if (name === 'help')
    return help(
      rest.filter((one) => one !== '--help' && one !== '-h'),
      surroundings,
    );
  const command = findCommand(name);
  const { help: wanted, ...given } = parseArguments(rest, command);
  return wanted ? help([name], surroundings) : command.run(given, surroundings);
}

function describeFault(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    trace,
    '',
    'This is a fault of curlew, not of your files. Please report it with the lines above and what you ran.',
  ].join('\n');
}

/**
 * Runs one command.
 *
 * @param args - without Node and the script
 * @returns the exit code: 0 fine, 1 the author's files have errors, 2 wrong usage, 70 our own fault
 */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    return await runCommand(args, surroundings);
  } catch (error) {
    if (error instanceof UsageError) {
      const about = COMMANDS.some(({ name }) => name === args[0]) ? `curlew ${args[0]}` : 'curlew';
      surroundings.note(`${error.message}\n${about} --help shows how it is used.`);
      return EXIT.usage;
    }
    if (error instanceof InstallationError) {
      surroundings.note(error.message);
      return EXIT.usage;
    }
    const refusal = systemRefusal(error);
    surroundings.note(refusal ?? describeFault(error));
    return refusal === undefined ? EXIT.ourFault : EXIT.faultyFiles;
  }
}

/** `main` for this process: its arguments, its streams, Ctrl-C, its exit code. */
export async function runProcess(): Promise<void> {
  const stopping = new AbortController();
  const lines = terminalLines(process.stdout, process.stderr);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopping.abort();
      process.once(signal, () => process.exit(EXIT.stopped));
    });
  }
  // Whoever reads our output may leave before its end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('uncaughtException', (error) => {
    lines.note(describeFault(error));
    process.exit(EXIT.ourFault);
  });
  process.exitCode = await main(process.argv.slice(2), {
    folder: process.cwd(),
    ...lines,
    stop: stopping.signal,
  });
  // What a build has begun goes on after it was told to stop.
  if (stopping.signal.aborted) process.exit();
}

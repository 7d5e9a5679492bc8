import { main } from '../src/cli/main.ts';

/** Runs a command in this process, with Ctrl-C pressed as soon as it serves. */
export async function runMain(
  args: readonly string[],
  folder: string,
): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    folder,
    print: (line) => out.push(line),
    note: (line) => err.push(line),
    stop: AbortSignal.abort(),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * What one run of the command line and the integration tell each other. The integration may be loaded a
 * second time by Astro's own module loader, so the place they share is the process.
 */
export interface Run {
  /** An HTTP sandbox that this run started: offered in the console and let through the policy. */
  readonly sandboxUrl?: string;
  /** Collected by the integration, printed by the command. */
  readonly diagnostics: Diagnostic[];
  /** Told of every reload in `dev`. */
  readonly onDiagnostics?: (diagnostics: readonly Diagnostic[]) => void;
}

const KEY = Symbol.for('curlew.run');
const shared = globalThis as { [KEY]?: Run };

/** The run this process is in; `undefined` when Astro was started without our command line. */
export function currentRun(): Run | undefined {
  return shared[KEY];
}

/** Does the work with `run` in force. One run at a time in a process. */
export async function withRun<T>(run: Run, work: () => Promise<T>): Promise<T> {
  if (shared[KEY]) throw new Error('A build is already going on in this process.');
  shared[KEY] = run;
  try {
    return await work();
  } finally {
    delete shared[KEY];
  }
}

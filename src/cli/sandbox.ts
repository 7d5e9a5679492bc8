import { visibleText } from '../diagnostics/visible-text.ts';
import type { RequestEntry } from '../sandbox/node-host.ts';
import { defineCommand, EXIT, PROJECT, stopped, UsageError } from './command.ts';
import { tellFindings } from './findings.ts';
import { onFreePort } from './port.ts';
import { findProject } from './project.ts';

export const SANDBOX_PORT = 4010;

/** How a line about the key goes on, for the one who has to type it. */
export function keyHint(key: string | undefined): string {
  return key === undefined ? 'any key is let in' : `its key is ${key}`;
}

function describeRequest({ method, path, status, milliseconds, operation }: RequestEntry): string {
  return `${method} ${path} ${status} ${Math.round(milliseconds)} ms${operation ? ` ${operation.key}` : ''}`;
}

const MOST_DELAY = 100;

function numberOf(name: string, text: string, most: number): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (number <= most) return number;
  throw new UsageError(`--${name} takes a number from 0 to ${most}, found "${visibleText(text)}".`);
}

export const sandbox = defineCommand({
  name: 'sandbox',
  summary: 'Serve the described API, simulated, on this machine.',
  positionals: [PROJECT],
  options: {
    port: { kind: 'port', help: 'The port on 127.0.0.1; 0 for any', default: String(SANDBOX_PORT) },
    key: { kind: 'text', value: 'KEY', help: 'The one credential that is let in', default: 'any' },
    delay: { kind: 'text', value: 'FACTOR', help: 'How long streams pause: 0 not at all', default: '1' },
    seed: { kind: 'text', value: 'NUMBER', help: 'Another one gives other ids and numbers', default: '1' },
  },
  examples: ['curlew sandbox', 'curlew sandbox openapi/pets.yaml --port 4000 --key secret'],
  run: async ({ positionals: [subject], options }, surroundings) => {
    const { folder, print, note } = surroundings;
    const settings = {
      ...(options.key === undefined ? {} : { key: options.key }),
      delay: numberOf('delay', options.delay ?? '1', MOST_DELAY),
      seed: numberOf('seed', options.seed ?? '1', Number.MAX_SAFE_INTEGER),
    };
    const { path } = await findProject(subject, folder);
    const { readApis } = await import('../site/apis.ts');
    const { found, apis, diagnostics } = await readApis(path);
    if (found?.files.size === 0) {
      const shown = subject === undefined ? 'this folder' : visibleText(subject);
      throw new UsageError(`There is no OpenAPI description in ${shown}.`);
    }
    if (tellFindings(diagnostics, surroundings)) return EXIT.faultyFiles;
    const { startSandbox } = await import('../sandbox/node-host.ts');
    const onRequest = (entry: RequestEntry): void => {
      note(describeRequest(entry));
      if (entry.error !== undefined) note(String(entry.error instanceof Error ? entry.error.stack : entry.error));
    };
    const running = await onFreePort(
      options.port ?? SANDBOX_PORT,
      (port) => startSandbox(apis, { port, onRequest, ...settings }),
      surroundings,
    );
    print(`Sandbox of ${apis.map(({ title }) => title).join(', ')}: ${running.url} (${keyHint(running.key)})`);
    print('Ctrl-C stops it.');
    await stopped(surroundings);
    await running.close();
    return EXIT.fine;
  },
});

import { resolve } from 'node:path';
import type { RequestEntry } from '../sandbox/node-host.ts';
import { defineCommand, EXIT, PROJECT, stopped, UsageError } from './command.ts';
import { tellFindings } from './findings.ts';
import { onFreePort } from './port.ts';

export const SANDBOX_PORT = 4010;

/** How a line about the key goes on, for the one who has to type it. */
export function keyHint(key: string | undefined): string {
  return key === undefined ? 'any key is let in' : `its key is ${key}`;
}

function describeRequest({ method, path, status, milliseconds, operation }: RequestEntry): string {
  return `${method} ${path} ${status} ${Math.round(milliseconds)} ms${operation ? ` ${operation.key}` : ''}`;
}

export const sandbox = defineCommand({
  name: 'sandbox',
  summary: 'Serve the described API, simulated, on this machine.',
  positionals: [PROJECT],
  options: {
    port: { kind: 'port', help: 'The port on 127.0.0.1; 0 for any', default: String(SANDBOX_PORT) },
    key: { kind: 'text', value: 'KEY', help: 'The one credential that is let in', default: 'any' },
  },
  examples: ['curlew sandbox', 'curlew sandbox openapi/pets.yaml --port 4000 --key secret'],
  run: async ({ positionals: [subject], options }, surroundings) => {
    const { folder, print, note } = surroundings;
    const path = resolve(folder, subject ?? '.');
    const { findDescriptions } = await import('../openapi/load.ts');
    const found = findDescriptions(path);
    if (!found) throw new UsageError(`There is no file or folder ${subject}.`);
    if (found.files.size === 0) throw new UsageError(`There is no OpenAPI description in ${subject ?? 'this folder'}.`);
    const { readApis } = await import('../site/apis.ts');
    const { apis, diagnostics } = await readApis(path);
    if (tellFindings(diagnostics, surroundings)) return EXIT.faultyFiles;
    const { startSandbox } = await import('../sandbox/node-host.ts');
    const key = options.key === undefined ? {} : { key: options.key };
    const onRequest = (entry: RequestEntry): void => {
      note(describeRequest(entry));
      if (entry.error !== undefined) note(String(entry.error instanceof Error ? entry.error.stack : entry.error));
    };
    const running = await onFreePort(
      options.port ?? SANDBOX_PORT,
      (port) => startSandbox(apis, { port, onRequest, ...key }),
      surroundings,
    );
    print(`Sandbox of ${apis.map(({ title }) => title).join(', ')}: ${running.url} (${keyHint(running.key)})`);
    print('Ctrl-C stops it.');
    await stopped(surroundings);
    await running.close();
    return EXIT.fine;
  },
});

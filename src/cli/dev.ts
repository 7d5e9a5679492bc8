import { defineCommand, EXIT, PROJECT, stopped } from './command.ts';
import { tellFindings } from './findings.ts';
import { onFreePort } from './port.ts';
import { findProject, refuseOwnersSite, refuseStrangePath } from './project.ts';
import { keyHint, SANDBOX_PORT } from './sandbox.ts';

/** Astro's own. */
const PORT = 4321;

export const dev = defineCommand({
  name: 'dev',
  summary: 'Serve the site while it is being written; saved files show at once.',
  positionals: [PROJECT],
  options: { port: { kind: 'port', help: 'The port on 127.0.0.1', default: `${PORT}, or the next free one` } },
  examples: ['curlew dev', 'curlew dev my-docs --port 3000', 'curlew dev pets.yaml'],
  run: async ({ positionals: [subject], options }, surroundings) => {
    const found = await findProject(subject, surroundings.folder);
    refuseOwnersSite(found, 'dev');
    const { path } = found;
    refuseStrangePath(found.folder);
    const { startSandbox } = await import('../sandbox/node-host.ts');
    // It gets its APIs when the site is read, whose pages name its address.
    const sandbox = await onFreePort(SANDBOX_PORT, (port) => startSandbox([], { port }), surroundings);
    try {
      const { devSite } = await import('../site/dev.ts');
      let wasFaulty = false;
      const starting = devSite({
        root: path,
        sandboxUrl: sandbox.url,
        onRead: (now, latest) => {
          const isFaulty = tellFindings(now, surroundings);
          if (wasFaulty && !isFaulty) surroundings.note('The mistakes are gone.');
          wasFaulty = isFaulty;
          if (latest) sandbox.update(latest);
        },
        ...(options.port === undefined ? {} : { port: options.port }),
      });
      const server = await Promise.race([starting, stopped(surroundings)]);
      if (!server) return EXIT.stopped;
      if ('diagnostics' in server) {
        tellFindings(server.diagnostics, surroundings);
        return EXIT.faultyFiles;
      }
      const { port = PORT } = options;
      const served = Number(new URL(server.url).port);
      if (port !== 0 && served !== port) surroundings.note(`Port ${port} is taken; ${served} is used.`);
      surroundings.print(`Site:    ${server.url}`);
      surroundings.print(`Sandbox: ${sandbox.url} (${keyHint(sandbox.key)})`);
      surroundings.print('Ctrl-C stops both.');
      await stopped(surroundings);
      await server.close();
      return EXIT.fine;
    } finally {
      await sandbox.close();
    }
  },
});

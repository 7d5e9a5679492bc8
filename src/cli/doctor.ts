import { countSeverity } from '../diagnostics/frame.ts';
import { visibleText } from '../diagnostics/visible-text.ts';
import { defineCommand, EXIT, PROJECT, UsageError } from './command.ts';
import { tellFindings } from './findings.ts';
import { findProject } from './project.ts';

/** Where `curlew dev` serves a site whose address isn't known. */
const DEV_ORIGIN = 'http://localhost:4321';

export const doctor = defineCommand({
  name: 'doctor',
  summary:
    'Ask each server whether it lets the console of the site send its requests (CORS), and name what is missing.',
  positionals: [PROJECT],
  options: {
    origin: { kind: 'text', value: 'URL', help: 'The address of the site', default: '"site" of astro.config.mjs' },
    each: { kind: 'flag', help: 'Ask for every operation, not once for each server, method and set of headers' },
    format: {
      kind: 'choice',
      value: 'FORMAT',
      choices: ['text', 'json'],
      help: 'The form of the report',
      default: 'text',
    },
  },
  examples: [
    'curlew doctor --origin https://docs.example.com',
    'curlew doctor openapi/pets.yaml --origin https://docs.example.com --format json',
  ],
  run: async ({ positionals: [subject], options }, surroundings) => {
    const { folder, print, note, status, stop } = surroundings;
    const { path } = await findProject(subject, folder);
    const given = options.origin === undefined ? undefined : originOf(options.origin);
    const { readConfigured } = await import('./configured-project.ts');
    const { data, site, diagnostics } = await readConfigured(path);
    if (countSeverity(diagnostics, 'error') > 0 || !data) {
      tellFindings(diagnostics, surroundings);
      return EXIT.faultyFiles;
    }
    const origin = given ?? (site === undefined ? DEV_ORIGIN : new URL(site).origin);
    if (given === undefined && site === undefined) {
      note(`Asking as ${DEV_ORIGIN}, where curlew dev serves; --origin names the address of the site.`);
    }
    const { examine } = await import('./doctor/examine.ts');
    const report = await examine(data.apis, {
      origin,
      connect: data.connect,
      each: options.each,
      signal: stop,
      onProgress: (done, total) => status?.(done < total ? `Asked ${done} of ${total} …` : ''),
    });
    if (stop.aborted) return EXIT.stopped;
    const { reportJson, reportText } = await import('./doctor/report.ts');
    print(options.format === 'json' ? reportJson(report) : reportText(report));
    return report.ok ? EXIT.fine : EXIT.faultyFiles;
  },
});

function originOf(text: string): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new UsageError(`--origin takes an address such as https://docs.example.com, found "${visibleText(text)}".`);
}

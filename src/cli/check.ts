import { countSeverity, diagnosticsToJson, formatDiagnostics } from '../diagnostics/frame.ts';
import { defineCommand, EXIT, PROJECT } from './command.ts';
import { judge } from './findings.ts';
import { findProject } from './project.ts';

export const check = defineCommand({
  name: 'check',
  summary: 'Tell everything that is wrong with descriptions, overlays and guides.',
  positionals: [PROJECT],
  options: {
    format: {
      kind: 'choice',
      value: 'FORMAT',
      choices: ['text', 'json'],
      help: 'The form of the report',
      default: 'text',
    },
    strict: { kind: 'flag', help: 'Take every warning for an error' },
  },
  examples: ['curlew check', 'curlew check pets.yaml', 'curlew check my-docs --strict', 'curlew check --format json'],
  run: async ({ positionals: [subject], options }, { folder, print }) => {
    const { path } = await findProject(subject, folder);
    const { readConfigured } = await import('./configured-project.ts');
    const diagnostics = judge((await readConfigured(path)).diagnostics, options.strict);
    print(options.format === 'json' ? diagnosticsToJson(diagnostics) : formatDiagnostics(diagnostics));
    return countSeverity(diagnostics, 'error') > 0 ? EXIT.faultyFiles : EXIT.fine;
  },
});

import { languages, unwritten } from '../i18n/languages.ts';
import { unboundForms } from '../i18n/plural-forms.ts';
import { textsOf } from '../i18n/texts.ts';
import { defineCommand, EXIT, PROJECT } from './command.ts';
import { tellFindings } from './findings.ts';
import { findProject } from './project.ts';

export const texts = defineCommand({
  name: 'texts',
  summary: 'Print the texts of the interface that a language lacks, in English.',
  positionals: [{ name: 'TAG', help: 'The language, such as fr or pt-BR', required: true }, PROJECT],
  options: { all: { kind: 'flag', help: 'Print all texts, as the language has them' } },
  examples: ['curlew texts fr >> languages/fr.yaml', 'curlew texts zh-CN --all'],
  run: async ({ positionals: [tag = '', subject], options }, surroundings) => {
    const { path } = await findProject(subject, surroundings.folder);
    const { readLanguageFiles } = await import('../site/language-files.ts');
    const { openProject } = await import('../site/project.ts');
    const { own, diagnostics } = readLanguageFiles(openProject(path));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (tellFindings(errors, surroundings)) return EXIT.faultyFiles;
    const known = own.get(tag);
    const all = textsOf(known?.messages ?? languages.get(tag) ?? unwritten(tag));
    const isMissing = known ? new Set(known.missing) : languages.has(tag) ? new Set<string>() : new Set(all.keys());
    const shown = [...all].filter(([way]) => options.all || isMissing.has(way));
    // JSON's strings are YAML's too.
    for (const [way, text] of shown) surroundings.print(`${way}: ${JSON.stringify(unboundForms(text))}`);
    if (shown.length === 0) surroundings.note(`${tag} has all ${all.size} texts.`);
    return EXIT.fine;
  },
});

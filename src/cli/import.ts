import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { visibleText } from '../diagnostics/visible-text.ts';
import { makeFolder } from '../site/make-folder.ts';
import type { SourceNote } from '../slate/source.ts';
import { defineCommand, EXIT, UsageError } from './command.ts';
import { absent, kindOf } from './project.ts';

const REPORT = 'import-report.txt';

const TITLES = [
  ['mapped', 'Carried over'],
  ['guessed', 'Guessed: look at these'],
  ['left', 'Left: write these yourself'],
] as const satisfies readonly (readonly [SourceNote['kind'], string])[];

export const importCommand = defineCommand({
  name: 'import',
  summary: 'Make a project of the source of another tool: slate.',
  positionals: [
    { name: 'KIND', help: 'slate', required: true },
    { name: 'FILE', help: 'The page, index.html.md; what it includes is read from beside it', required: true },
    { name: 'DIR', help: 'The folder of the new project (default: the current one)' },
  ],
  options: {},
  examples: ['curlew import slate source/index.html.md my-docs'],
  run: async ({ positionals: [kind = '', file = '', given = '.'] }, { folder, print, note }) => {
    if (kind !== 'slate') throw new UsageError(`curlew imports from slate alone, found "${visibleText(kind)}".`);
    const path = resolve(folder, file);
    if (kindOf(path) === 'nothing') throw absent(file, folder, 'file');
    if (kindOf(path) === 'folder') throw new UsageError(`${visibleText(file)} is a folder. Name its index.html.md.`);
    const root = resolve(folder, given);
    if (existsSync(root) && (kindOf(root) !== 'folder' || readdirSync(root).some((name) => !name.startsWith('.')))) {
      throw new UsageError(`${visibleText(given)} is not empty. Nothing was written.`);
    }
    const { convertSlate } = await import('../slate/convert.ts');
    const { SlateFault } = await import('../slate/source.ts');
    try {
      const { files, notes } = convertSlate(path);
      const report = reportText(notes);
      for (const [name, content] of [...files, [REPORT, `${report}\n`] as const]) {
        makeFolder(dirname(join(root, name)));
        writeFileSync(join(root, name), content, { flag: 'wx' });
      }
      const where = relative(folder, root);
      print(`${files.size} files were made${where === '' ? '' : ` in ${visibleText(where)}`}:`);
      for (const name of files.keys()) print(`  ${visibleText(name)}`);
      print(`\n${report}\n\nThe same stands in ${REPORT}. Next: curlew build`);
      return EXIT.fine;
    } catch (error) {
      if (!(error instanceof SlateFault)) throw error;
      note(`${visibleText(file)} can't be imported. ${visibleText(error.message)}`);
      return EXIT.faultyFiles;
    }
  },
});

function reportText(notes: readonly SourceNote[]): string {
  return TITLES.flatMap(([kind, title]) => {
    const own = notes.filter((note) => note.kind === kind);
    return own.length === 0 ? [] : [`${title}\n${own.map(({ text }) => `  ${visibleText(text)}`).join('\n')}`];
  }).join('\n\n');
}

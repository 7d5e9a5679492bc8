import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { languages as known } from '../../i18n/languages.ts';
import { LIMITS } from '../../openapi/limits.ts';
import { readText } from '../../openapi/read.ts';
import type { Source } from '../../openapi/source-file.ts';
import { type GuidePath, guidePath, type SiteLanguages } from '../guide-path.ts';
import { listFiles } from '../list-files.ts';
import { docsFolder, type Project } from '../project.ts';

export interface GuideFile {
  /** The text as written; its path is relative to the project. */
  readonly source: Source;
  /** Absolute. */
  readonly file: string;
  /** Plain Markdown knows neither components nor expressions. */
  readonly isMdx: boolean;
  readonly at: GuidePath;
}

/**
 * Reads every guide of a project, in the order of their paths.
 *
 * @returns beside them, an error for each that can't be read as text
 */
export function readGuideFiles(
  project: Project,
  languages: SiteLanguages,
): { guides: GuideFile[]; diagnostics: Diagnostic[] } {
  const docs = docsFolder(project);
  const { files, diagnostics: misplaced } = listFiles(project.root, docs);
  const guides: GuideFile[] = [];
  const diagnostics = [...misplaced];
  // A folder of a language that the site doesn't have is left out.
  const isShown = (name: string): boolean => {
    const [folder = ''] = name.split('/');
    return !known.has(folder) || languages.locales.includes(folder);
  };
  for (const name of files.filter((one) => /\.mdx?$/.test(one) && isShown(one))) {
    const path = `docs/${name}`;
    const file = join(docs, name);
    const read = readText(file, path, LIMITS);
    if ('fault' in read) diagnostics.push(read.fault);
    else {
      const at = guidePath(name.replace(/\.mdx?$/, ''), languages);
      guides.push({ source: { path, text: read.text }, file, isMdx: name.endsWith('.mdx'), at });
    }
  }
  return { guides, diagnostics };
}

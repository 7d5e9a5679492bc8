import { relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { applyOverlay } from './overlay.ts';
import { type ReadOptions, readSourceFile, unreadable } from './read.ts';
import { findInside } from './root-jail.ts';
import type { SourceFile } from './source-file.ts';
import { checkTranslation, type TranslatedTexts } from './translation.ts';

export interface Layered {
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
  /** The overlays that were found, relative to the root with `/`, for watching even where they are broken. */
  readonly files: readonly string[];
  /** Given where an overlay was applied. */
  readonly texts?: TranslatedTexts;
}

/**
 * Applies overlays one after another, and tells which texts they leave in the description's own language.
 *
 * @param paths - absolute, or relative to the root
 */
export function applyOverlays(
  description: SourceFile,
  paths: readonly string[],
  options: Pick<ReadOptions, 'root' | 'limits' | 'witness'>,
): Layered {
  const { root, limits, witness } = options;
  const files: string[] = [];
  const overlays: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  let file = description;
  for (const path of paths.map((one) => resolve(root, one))) {
    const target = findInside(root, path, witness);
    if (target.kind === 'fault') {
      diagnostics.push(unreadable(relative(root, path), target.fault));
      continue;
    }
    files.push(relative(root, target.path).split(sep).join('/'));
    const read = readSourceFile(target.path, options);
    diagnostics.push(...read.diagnostics);
    if (!read.file) continue;
    overlays.push(read.file);
    const result = applyOverlay(file, read.file, limits);
    diagnostics.push(...result.diagnostics);
    file = result.file;
  }
  // Where no action could be applied, its own fault is told, and not every text of the description beside it.
  if (file === description && paths.length > 0) return { file, diagnostics, files };
  const { diagnostics: untranslated, texts } = checkTranslation(file, overlays);
  // Nobody has begun to translate a description without an overlay: that is told in a line.
  return { file, diagnostics: paths.length > 0 ? [...diagnostics, ...untranslated] : diagnostics, files, texts };
}

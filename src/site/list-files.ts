import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

export interface ListedFiles {
  /** Relative to the folder, with `/`, sorted. */
  readonly files: readonly string[];
  /** Links that lead out of the project, to nothing, or in a circle. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lists the files in a folder of the project and in those below it. Symbolic links are followed as far as
 * they stay in the project.
 *
 * @param root - the project, absolute
 * @returns nothing when there is no such folder
 */
export function listFiles(root: string, folder: string): ListedFiles {
  const files: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const inside = realpathSync(root);
  const report = (path: string, code: string, message: string, fix: string): void => {
    const file = relative(root, path).split(sep).join('/');
    const place = { file, line: 1, column: 1, length: 1 };
    diagnostics.push({ code, severity: 'error', message: `${file} ${message}.`, place, fix });
  };
  /** @param above - the real paths of the folders around */
  const walk = (path: string, above: readonly string[]): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) walk(inner, [...above, realpathSync(inner)]);
      else if (!entry.isSymbolicLink()) files.push(relative(folder, inner).split(sep).join('/'));
      else {
        const real = realPath(inner);
        if (real === undefined) report(inner, 'file-missing', 'is a link to nothing', 'Correct or remove it.');
        else if (real !== inside && !real.startsWith(inside + sep)) {
          report(inner, 'file-outside-root', 'leads out of the project', 'Put the file itself there.');
        } else if (!statSync(real).isDirectory()) files.push(relative(folder, inner).split(sep).join('/'));
        else if (above.some((one) => one === real || one.startsWith(real + sep))) {
          report(inner, 'link-circular', 'leads back to a folder around it', 'Remove it.');
        } else walk(inner, [...above, real]);
      }
    }
  };
  const real = realPath(folder);
  if (real !== undefined) walk(folder, [real]);
  return { files: files.sort(), diagnostics };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

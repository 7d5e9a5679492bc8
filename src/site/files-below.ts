import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files in a folder and in those below it, with `/`; links are none. Node's own way to list them asks the file
 * system for each once more, and a site has ten thousand.
 */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  const walk = (path: string, below: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(join(path, entry.name), `${below}${entry.name}/`);
      else if (entry.isFile()) files.push(below + entry.name);
    }
  };
  walk(folder, '');
  return files;
}

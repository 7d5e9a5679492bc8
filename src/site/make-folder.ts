import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder at a place that somebody named, with those around it. What Node has for that never ends where the
 * system takes no folder and calls it missing, as below /proc.
 *
 * @param folder - absolute; nothing happens where it is there
 * @param mode - of the folders that are made
 * @throws what the system says where one can't be made
 */
export function makeFolder(folder: string, mode?: number): void {
  const above = dirname(folder);
  if (existsSync(folder)) return;
  if (above !== folder) makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process may have made it in between.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

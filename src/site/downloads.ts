import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Api } from '../model/api.ts';
import { apiFolder } from '../views/urls.ts';
import type { ApiDownload } from './apis.ts';

/** How a description can be had. */
export const FORMATS = ['yaml', 'json'] as const;

export type Format = (typeof FORMATS)[number];

/** Where a description lies below the folder of downloads: `own` in the language it is written in. */
export function downloadFile(api: Pick<Api, 'id' | 'edition'>, locale: string | undefined, format: Format): string {
  return `${locale?.toLowerCase() ?? 'own'}/${apiFolder(api)}.${format}`;
}

/** Puts the descriptions where the pages that give them to readers find them. */
export async function writeDownloads(folder: string, downloads: readonly ApiDownload[]): Promise<void> {
  for (const { api, locale, ...texts } of downloads) {
    for (const format of FORMATS) {
      const file = join(folder, downloadFile(api, locale, format));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, texts[format]);
    }
  }
}

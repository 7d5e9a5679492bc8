import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from '../model/api.ts';
import { apiFolder, localeRoot } from '../views/urls.ts';
import { downloadFile, FORMATS, type Format } from './downloads.ts';
import { urlSpace } from './paths.ts';
import { contentHash } from './reuse/content-hash.ts';
import { currentRun } from './run.ts';
import type { SiteData } from './site-data.ts';

/** A description that readers download. */
export interface DescribedFile {
  readonly format: Format;
  /** Below the base. */
  readonly url: string;
  /** Absolute. */
  readonly file: string;
}

/**
 * The description of an API in a language, in each format.
 *
 * @param isOwn - only where the language has one of its own; else that of the default language stands for it
 */
export function describedFiles(data: SiteData, locale: string, api: Api, isOwn = false): DescribedFile[] {
  const { downloadDir, options } = data;
  if (downloadDir === undefined) return [];
  const isDefault = locale === options.defaultLocale;
  return FORMATS.flatMap((format): DescribedFile[] => {
    const file = join(downloadDir, downloadFile(api, isDefault ? undefined : locale, format));
    const root = localeRoot(urlSpace(data, locale), locale);
    if (existsSync(file)) return [{ format, url: `${root}openapi/${apiFolder(api)}.${format}`, file }];
    return isDefault || isOwn
      ? []
      : describedFiles(data, options.defaultLocale, api).filter((one) => one.format === format);
  });
}

export function readDescribed(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Tells the text of a description, which alone takes longer to pass through Astro than many pages. */
export function describedKey({ file }: DescribedFile): string | undefined {
  return currentRun()?.lastBuild && contentHash(readFileSync(file));
}

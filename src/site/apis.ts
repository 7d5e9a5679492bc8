import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Api } from '../model/api.ts';
import type { ApiName } from '../openapi/api-names.ts';
import { type Descriptions, type Download, findDescriptions, loadApi } from '../openapi/load.ts';
import type { TranslatedTexts } from '../openapi/translation.ts';
import { releasesFirst } from '../views/api-paths.ts';
import type { KeptResult, LoadDescription } from './reuse/kept-descriptions.ts';

export interface LoadedApis {
  /** Where they were found; nothing where there is no such project. */
  readonly found?: Descriptions;
  /** In the language they are written in. */
  readonly apis: readonly Api[];
  /** The same APIs in the same order, by the languages that have overlays. */
  readonly translations: { readonly [locale: string]: readonly Api[] };
  /** What the overlays of each such language leave untranslated, by the id of the API. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, TranslatedTexts>>;
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of every file that was read, for watching. */
  readonly files: readonly string[];
  /** What readers download, where that was asked for. */
  readonly downloads: readonly ApiDownload[];
  /** Tells all models, in every language, where those who read them told theirs. */
  readonly modelKeys?: readonly string[];
}

/** A description in one file and one language. */
export interface ApiDownload extends Download<string | Uint8Array> {
  readonly api: ApiName;
  /** None for the language it is written in. */
  readonly locale?: string;
}

export interface ReadApisOptions {
  /** Whether what is marked `x-internal` is left out. */
  readonly internal?: 'hide' | 'show';
  /** Which servers of a description readers see, all where it says nothing; given where descriptions are downloaded. */
  readonly downloads?: (api: ApiName) => readonly string[] | undefined;
  /** Reads a description, by itself or from what was kept of it. */
  readonly load?: LoadDescription | undefined;
}

/**
 * Reads every description of a project in every language. What is wrong with a file is reported, not thrown.
 *
 * @param path - the project's folder, or its one description
 */
export async function readApis(path: string, options: ReadApisOptions = {}): Promise<LoadedApis> {
  const found = findDescriptions(path);
  if (!found) return { apis: [], translations: {}, texts: new Map(), diagnostics: [], files: [], downloads: [] };
  const written = await readAll(found, undefined, options);
  const locales = [...new Set([...found.overlays.values()].flatMap((overlays) => [...overlays.keys()]))].sort();
  const translated = await Promise.all(
    locales.map(async (locale) => ({ locale, loaded: await readAll(found, locale, options) })),
  );
  const all = [written, ...translated.map(({ loaded }) => loaded)];
  return {
    found,
    apis: written.apis,
    translations: Object.fromEntries(translated.map(({ locale, loaded }) => [locale, loaded.apis])),
    texts: new Map(translated.map(({ locale, loaded }) => [locale, loaded.texts])),
    diagnostics: once([...found.diagnostics, ...all.flatMap((one) => one.diagnostics)]),
    files: [...new Set(all.flatMap((one) => one.files))],
    downloads: all.flatMap((one) => one.downloads),
    ...(all.every((one) => one.modelKeys) ? { modelKeys: all.flatMap((one) => one.modelKeys ?? []) } : {}),
  };
}

interface LoadedLanguage extends Omit<LoadedApis, 'found' | 'translations' | 'texts'> {
  readonly texts: ReadonlyMap<string, TranslatedTexts>;
}

async function readAll(
  found: Descriptions,
  locale: string | undefined,
  { internal = 'show', downloads, load = loadApi }: ReadApisOptions,
): Promise<LoadedLanguage> {
  const loaded = await Promise.all(
    [...found.files].map(async ([file, name]) => {
      const overlay = locale === undefined ? undefined : found.overlays.get(file)?.get(locale);
      const servers = downloads?.(name);
      // In a language without an overlay it is the same as in its own.
      const isWanted = downloads !== undefined && (locale === undefined || overlay !== undefined);
      const result: KeptResult = await load(file, {
        root: found.root,
        name,
        internal,
        ...(locale === undefined ? {} : { overlays: overlay === undefined ? [] : [overlay] }),
        ...(isWanted ? { download: { servers } } : {}),
      });
      return { ...result, name };
    }),
  );
  const modelKeys = loaded.flatMap((one) => one.modelKey ?? []);
  return {
    apis: releasesFirst(loaded.flatMap((one) => one.api ?? [])),
    texts: new Map(loaded.flatMap(({ api, texts }) => (api && texts ? [[api.id, texts] as const] : []))),
    diagnostics: loaded.flatMap((one) => one.diagnostics),
    files: loaded.flatMap((one) => one.files).map((file) => join(found.root, file)),
    downloads: loaded.flatMap(({ name, download }) =>
      download ? { api: name, ...(locale === undefined ? {} : { locale }), ...download } : [],
    ),
    ...(modelKeys.length === loaded.length ? { modelKeys } : {}),
  };
}

/** A fault of the description itself shows in every language; it is told once. */
function once(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  // The source line follows from the place, and of a description in one line it is the whole file.
  const key = (diagnostic: Diagnostic): string => JSON.stringify({ ...diagnostic, source: undefined });
  return [...new Map(diagnostics.map((diagnostic) => [key(diagnostic), diagnostic])).values()];
}

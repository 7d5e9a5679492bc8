import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { countSeverity } from '../diagnostics/frame.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { messagesAmong } from '../i18n/languages.ts';
import type { Api } from '../model/api.ts';
import { findInside } from '../openapi/root-jail.ts';
import { familyOf } from '../views/api-paths.ts';
import {
  type ApiSettings,
  consoleOrigins,
  pathsTwice,
  settingsOf,
  settledApis,
  strangeSchemes,
  strangeServers,
} from './api-settings.ts';
import { type LoadedApis, readApis } from './apis.ts';
import { normalBase } from './base-path.ts';
import { checkAddress } from './check-address.ts';
import { checkGuides, type GuideSource } from './check-guides.ts';
import { checkPublic } from './check-public.ts';
import { locateOption, readConfigFile } from './config-file.ts';
import { writeDownloads } from './downloads.ts';
import { checkLanguageFolders } from './guide-checks/language-folders.ts';
import { inOrder } from './guide-order.ts';
import { compareGuides, type GuidesCompared } from './guide-originals.ts';
import { readHistories } from './histories.ts';
import { readLanguageFiles } from './language-files.ts';
import { reportLanguages } from './language-report.ts';
import { readLocales } from './locales.ts';
import { type OptionFault, type OptionPath, shownPath } from './option-checks.ts';
import { type CurlewOptions, checkOptions, DEFAULT_LOCALE, resolveOptions, soundOptions } from './options.ts';
import { docsFolder, type Project, projectPath } from './project.ts';
import { relayFacts, relaysWithoutServer } from './relay/write-relay.ts';
import { contentHash } from './reuse/content-hash.ts';
import type { LoadDescription } from './reuse/kept-descriptions.ts';
import type { SiteSources } from './run.ts';
import type { SiteData } from './site-data.ts';
import { siteTitle } from './site-title.ts';

export interface ReadProject {
  /** What the pages are made from; to be used only where no diagnostic is an error. */
  readonly data: SiteData;
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the descriptions' files, for watching. */
  readonly files: readonly string[];
  readonly sources: SiteSources;
}

interface ProjectOptions {
  /** The path that the site lies under, as Astro's config has it. */
  readonly base: string;
  /** The address that the site will have, as Astro's config has it. */
  readonly site?: string | undefined;
  readonly publicDir: string;
  readonly sandboxUrl?: string | undefined;
  /** Where the descriptions are put that readers download; none are made without it. */
  readonly downloadDir?: string;
  readonly load?: LoadDescription | undefined;
}

/**
 * Reads and checks everything an owner wrote: options, descriptions, guides, public files. A mistake in one
 * keeps none of the others from being told.
 *
 * @param options - as given to curlew in the project's config
 */
export async function readProject(
  project: Project,
  options: CurlewOptions,
  { base, site, publicDir, sandboxUrl, downloadDir, load }: ProjectOptions,
): Promise<ReadProject> {
  const { root } = project;
  const wrong = checkOptions(options);
  const settings = soundOptions(options, wrong).apis ?? {};
  const internal = options.hideInternal === true ? 'hide' : 'show';
  const {
    found,
    apis,
    translations,
    texts,
    diagnostics: described,
    files,
    downloads,
    modelKeys,
  } = await readApis(projectPath(project), {
    internal,
    load,
    ...(downloadDir === undefined ? {} : { downloads: (api) => settingsOf(settings, api).servers }),
  });
  if (downloadDir !== undefined) await writeDownloads(downloadDir, downloads);
  const known = countSeverity(described, 'error') === 0 ? apis : undefined;
  const places = new Set(wrong.map(({ path }) => path.join('\n')));
  const isLocal = sandboxUrl !== undefined;
  const astray = checkAgainstFiles(options, { root, publicDir, isLocal }, known);
  const faults = [...wrong, ...astray.filter(({ path }) => !places.has(path.join('\n')))];
  const sound = soundOptions(options, faults);
  const { defaultLocale = DEFAULT_LOCALE } = sound;
  const titled = settledApis(apis, sound.apis ?? {}, defaultLocale);
  const { own, diagnostics: worded } = readLanguageFiles(project);
  const messages = Object.fromEntries([...own].map(([locale, file]) => [locale, file.messages]));
  const resolved = resolveOptions(sound, siteTitle(titled, messagesAmong(messages, defaultLocale).site));
  const settle = (api: Api): Api => settledApis([api], resolved.apis, defaultLocale)[0] ?? api;
  const histories = found ? await readHistories(found, titled, { internal, settle, load }) : undefined;
  const signs = { docs: docsFolder(project), defaultLocale, translated: Object.keys(translations), own: own.keys() };
  const locales = resolved.languages
    ? [defaultLocale, ...resolved.languages.filter((one) => one !== defaultLocale)]
    : readLocales(signs);
  const { config, diagnostics: configured } = readConfigFile(project);
  const { guides, diagnostics: guided } = checkGuides(project, { locales, defaultLocale }, known);
  const compared = compareGuides(guides, { locales, defaultLocale });
  const placed = faults.map(({ code, path, message, fix }): Diagnostic => {
    const place = config && locateOption(config, 'curlew', path, code === 'option-unknown' ? 'key' : 'value');
    return { code, severity: 'error', message, ...place, fix };
  });
  const offered = resolved.sandbox ? sandboxUrl : undefined;
  const sandbox = offered === undefined ? [] : [new URL(offered).origin];
  const relay = relayFacts(titled, resolved.apis, isLocal);
  return {
    data: {
      guides: inOrder(compared.entries),
      base: normalBase(base),
      publicDir,
      ...(downloadDir === undefined ? {} : { downloadDir }),
      options: resolved,
      apis: titled,
      ...(modelKeys ? { models: contentHash(modelKeys.join('\n')) } : {}),
      translations: titledTranslations({ apis, translations }, resolved.apis, locales.slice(1)),
      connect: [...(resolved.connect ?? consoleOrigins(titled, resolved.apis)), ...sandbox],
      locales,
      changelogs: histories?.changelogs ?? [],
      untranslated: untranslatedTexts(texts, locales),
      messages,
      ...(offered === undefined ? {} : { sandboxUrl: offered }),
      ...(relay === undefined ? {} : { relay }),
    },
    diagnostics: [
      ...configured,
      ...checkAddress({ base, site }, config),
      ...placed,
      ...described,
      ...(histories?.diagnostics ?? []),
      ...worded,
      ...guided,
      // Whoever names the languages knows what the others are.
      ...(resolved.languages ? [] : checkLanguageFolders(guides, locales)),
      ...compared.diagnostics,
      ...reportLanguages(compared.counts, texts),
      ...checkPublic(root, publicDir),
    ],
    files: [...files, ...(histories?.files ?? [])],
    sources: {
      root,
      publicDir,
      guides: pagesOf(guides, compared),
      header: resolved.header,
      footer: resolved.footer,
      head: resolved.head,
      ...(config ? { config } : {}),
    },
  };
}

function untranslatedTexts(texts: LoadedApis['texts'], locales: readonly string[]): SiteData['untranslated'] {
  const shown = [...texts].filter(([locale]) => locales.includes(locale));
  return Object.fromEntries(
    shown.map(([locale, byApi]) => [locale, [...byApi.values()].flatMap(({ untranslated }) => untranslated)]),
  );
}

/** Each guide at every page that shows it. */
function pagesOf(guides: readonly GuideSource[], { entries }: GuidesCompared): GuideSource[] {
  const byFile = new Map(guides.map((guide) => [guide.source.path, guide]));
  return entries.flatMap(({ locale, name, path, file }) => {
    const guide = byFile.get(file);
    return guide ? [{ ...guide, at: { locale, name, path } }] : [];
  });
}

/** The APIs by each language that has overlays, or titles of its own. */
function titledTranslations(
  { apis, translations }: Pick<SiteData, 'apis' | 'translations'>,
  settings: ApiSettings,
  locales: readonly string[],
): SiteData['translations'] {
  const hasTitles = Object.values(settings).some(({ title }) => typeof title === 'object');
  const rows = locales.flatMap((locale) => {
    const translated = Object.hasOwn(translations, locale) ? translations[locale] : hasTitles ? apis : undefined;
    return translated === undefined ? [] : [[locale, settledApis(translated, settings, locale)] as const];
  });
  return Object.fromEntries(rows);
}

/** What only the project's files can tell of the options. @param apis - left out when one has errors */
function checkAgainstFiles(
  options: CurlewOptions,
  { root, publicDir, isLocal }: { readonly root: string; readonly publicDir: string; readonly isLocal: boolean },
  apis: readonly Api[] | undefined,
): OptionFault[] {
  const faults: OptionFault[] = Array.isArray(options.css)
    ? options.css.flatMap((file, index) => missingFile(root, file, ['css', index]))
    : [];
  if (typeof options.components === 'object' && options.components) {
    for (const [name, file] of Object.entries(options.components)) {
      faults.push(...missingFile(root, file, ['components', name]));
    }
  }
  for (const name of ['logo', 'image'] as const) {
    const path = options[name];
    if (typeof path !== 'string' || !path.startsWith('/') || hasFile(publicDir, path)) continue;
    const message = `The option "${name}" of curlew names ${path}, but public/ has no such file.`;
    faults.push({ code: 'option-wrong', path: [name], message, fix: 'Add it, or correct the path.' });
  }
  const families = apis && [...new Set(apis.map(familyOf))];
  const ids = apis && [...new Set([...(families ?? []), ...apis.map(({ id }) => id)])];
  for (const id of ids && typeof options.apis === 'object' && options.apis ? Object.keys(options.apis) : []) {
    if (!ids || ids.includes(id)) continue;
    const better = nearest(id, ids);
    const fix = better ? `Did you mean "${better}"?` : ids.length > 0 ? `Use one of ${ids.join(', ')}.` : 'Remove it.';
    const message = `The option "apis" of curlew has settings for "${id}", but no description has that name.`;
    faults.push({ code: 'option-unknown', path: ['apis', id], message, fix });
  }
  const isSound = checkOptions({ apis: options.apis }).length === 0;
  return families && options.apis && isSound
    ? [
        ...faults,
        ...pathsTwice(families, options.apis),
        ...strangeServers(apis ?? [], options.apis),
        ...strangeSchemes(apis ?? [], options.apis),
        ...relaysWithoutServer(apis ?? [], options.apis, isLocal),
      ]
    : faults;
}

/** A file of the project that an option names, and that isn't there. */
function missingFile(root: string, file: unknown, path: OptionPath): OptionFault[] {
  if (typeof file !== 'string' || hasFile(root, file)) return [];
  const message = `The option ${shownPath(path)} of curlew names ${file}, but the project has no such file.`;
  return [{ code: 'option-wrong', path, message, fix: 'Add it, or correct the path.' }];
}

function hasFile(folder: string, path: string): boolean {
  try {
    const real = realpathSync(folder);
    return findInside(real, join(real, path)).kind === 'file';
  } catch {
    return false;
  }
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { locate } from '../openapi/source-file.ts';
import { shortHash } from '../views/slugs.ts';
import type { GuideSource } from './check-guides.ts';
import type { GuideData } from './guide-fields.ts';
import { guidePath, type SiteLanguages } from './guide-path.ts';
import type { GuideEntry } from './site-data.ts';

/** How many guides of the default language another one has. */
export interface GuideCount {
  readonly all: number;
  readonly translated: number;
  /** Of the translated ones, those whose original has changed since. */
  readonly older: number;
}

export interface GuidesCompared {
  /** Every page that a guide has: also in the languages that it isn't translated into. */
  readonly entries: readonly GuideEntry[];
  readonly diagnostics: readonly Diagnostic[];
  /** By language, but the default one. */
  readonly counts: ReadonlyMap<string, GuideCount>;
}

/**
 * What a guide says, as a short name of its state. It needs neither a clock nor a history; where the guide stands
 * in the navigation is no part of it.
 */
export function revisionOf({ title, navTitle, description }: GuideData, body: string): string {
  const text = body.replaceAll('\r\n', '\n').trim();
  // The letter keeps YAML from reading a number.
  return `r${shortHash(JSON.stringify([title, navTitle, description, text]))}`;
}

/**
 * Holds the translations of guides against their originals, those in the default language: which are missing, and
 * which say themselves, by their field `original`, that they were made from another state. A missing one has a page
 * all the same, with the text of the original; but a home page, which then lists what there is.
 */
export function compareGuides(guides: readonly GuideSource[], languages: SiteLanguages): GuidesCompared {
  const { locales, defaultLocale } = languages;
  const places = new Map(guides.map((guide) => [`${guide.at.locale}/${guide.at.name}`, guide]));
  const originals = guides.filter(({ at }) => at.locale === defaultLocale);
  const older = new Map(
    guides.flatMap((guide) => {
      const original = guide.at.locale === defaultLocale ? undefined : places.get(`${defaultLocale}/${guide.at.name}`);
      const told = original && olderThan(guide, original);
      return told ? [[guide, told] as const] : [];
    }),
  );
  const entries = guides.map((guide): GuideEntry => {
    const { source, at, data, parts } = guide;
    const entry = { ...at, file: source.path, data, parts };
    return older.has(guide) ? { ...entry, original: { locale: defaultLocale, kind: 'older' } } : entry;
  });
  const diagnostics = [...older.values()];
  const counts = new Map<string, GuideCount>();
  for (const locale of locales.filter((one) => one !== defaultLocale)) {
    const [lacking, has] = [false, true].map((is) =>
      originals.filter(({ at }) => places.has(`${locale}/${at.name}`) === is),
    ) as [GuideSource[], GuideSource[]];
    for (const { source, data, at, parts } of lacking) {
      diagnostics.push(missing(source, at.name, locale));
      if (at.path === '') continue;
      const place = guidePath(`${locale}/${at.name}`, languages);
      entries.push({ ...place, file: source.path, data, parts, original: { locale: defaultLocale, kind: 'missing' } });
    }
    const old = has.filter(({ at }) => older.has(places.get(`${locale}/${at.name}`) as GuideSource));
    counts.set(locale, { all: originals.length, translated: has.length, older: old.length });
  }
  return { entries, diagnostics, counts };
}

function missing(source: GuideSource['source'], name: string, locale: string): Diagnostic {
  const message =
    name === 'index'
      ? `This guide has no translation for ${locale}: the home page there lists what there is.`
      : `This guide has no translation for ${locale}: its page there has this text, and says so.`;
  const fix = `Write docs/${locale}/${name}${/\.\w+$/.exec(source.path)?.[0] ?? ''}.`;
  return {
    code: 'guide-untranslated',
    severity: 'warning',
    message,
    ...locate(source, { start: 0, end: 1 }),
    fix,
  };
}

/** @returns nothing for a translation that says nothing of its original, or was made from its present state */
function olderThan({ source, data, originalSpan }: GuideSource, original: GuideSource): Diagnostic | undefined {
  if (data.original === undefined || data.original === original.revision) return undefined;
  const message = `${original.source.path} has changed since this translation was made.`;
  const fix = `Bring it up to date, then write \`original: ${original.revision}\`.`;
  const place = locate(source, originalSpan ?? { start: 0, end: 1 });
  return { code: 'translation-older', severity: 'warning', message, ...place, fix };
}

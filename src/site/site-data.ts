import type { Changelog } from '../changes/changelog.ts';
import type { Messages } from '../i18n/en.ts';
import type { Api } from '../model/api.ts';
import type { GuidePart } from '../views/markdown/guide-part.ts';
import type { GuideData } from './guide-fields.ts';
import type { GuidePath } from './guide-path.ts';
import type { ResolvedOptions } from './options.ts';
import type { RelayFacts } from './relay/write-relay.ts';

/** What the integration hands to pages, through the virtual module `virtual:curlew/site`. */
export interface GuideEntry extends GuidePath {
  /** The file's path below the project, which names its module too. */
  readonly file: string;
  readonly data: GuideData;
  /** The guide that this should be a translation of: it shows that one's text, or was made from an earlier state of it. */
  readonly original?: { readonly locale: string; readonly kind: 'missing' | 'older' };
  /** What its Markdown copy is made of. */
  readonly parts: readonly GuidePart[];
}

export interface SiteData {
  /** In the order of the navigation. */
  readonly guides: readonly GuideEntry[];
  /** The path that the site lies under, with a slash at both ends. */
  readonly base: string;
  /** The folder of the files that are served as they are, absolute. */
  readonly publicDir: string;
  /** Where the descriptions lie that readers download, absolute; see `downloads.ts`. */
  readonly downloadDir?: string;
  readonly options: ResolvedOptions;
  /** In the default language. */
  readonly apis: readonly Api[];
  /** Tells all that was read of them, in every language, in a build that keeps that. */
  readonly models?: string;
  /** The same APIs, in the same order, in each other language that has overlays. */
  readonly translations: { readonly [locale: string]: readonly Api[] };
  /** What changed from version to version, of each API that has older versions in the project. */
  readonly changelogs: readonly Changelog[];
  /** Origins beside the site's own that the console may send to. */
  readonly connect: readonly string[];
  /** The HTTP sandbox of this run, in `dev` and `npm start`, where the console offers sandboxes. */
  readonly sandboxUrl?: string;
  /** Where an API has a relay. */
  readonly relay?: RelayFacts;
  /** The default language first. */
  readonly locales: readonly string[];
  /** Texts of descriptions that are left in the default language, by each other one that has overlays. */
  readonly untranslated: { readonly [locale: string]: readonly string[] };
  /** Languages of the interface as the owner wrote them, by tag. */
  readonly messages: { readonly [locale: string]: Messages };
}

/** The APIs with their texts in a language, those of the default one where there is no translation. */
export function apisOf(site: SiteData, locale: string): readonly Api[] {
  return (Object.hasOwn(site.translations, locale) ? site.translations[locale] : undefined) ?? site.apis;
}

/** The languages of a site, as far as paths need them. */
export interface SiteLanguages {
  readonly locales: readonly string[];
  readonly defaultLocale: string;
}

export interface GuidePath {
  readonly locale: string;
  /** The file's name below its language folder, `index` for the home page; a folder's for the `index` in it. */
  readonly name: string;
  /** The page's path below the site's base, without slashes at its ends; empty for the home page. */
  readonly path: string;
}

/** @param id - the file's path below `docs/`, without its ending */
export function guidePath(id: string, { locales, defaultLocale }: SiteLanguages): GuidePath {
  const [folder = '', ...rest] = id.split('/');
  const isLanguage = rest.length > 0 && locales.includes(folder);
  const locale = isLanguage ? folder : defaultLocale;
  const name = (isLanguage ? rest.join('/') : id).replace(/\/index$/, '');
  const parts = [locale === defaultLocale ? '' : locale.toLowerCase(), name === 'index' ? '' : name];
  return { locale, name, path: parts.filter((part) => part !== '').join('/') };
}

/** What the owner of a site can set, in `astro.config.mjs`: `integrations: [curlew({ … })]`. */
export interface CurlewOptions {
  /** Shown in the header and in every page's title. Default: the title of the first API. */
  readonly title?: string;
  /** An SVG file in `public/`, `/logo.svg`, shown in the header in place of the title; `currentColor` follows the theme. */
  readonly logo?: string;
  /** The language of files that lie outside a language folder, and of the site's root. Default: `en`. */
  readonly defaultLocale?: string;
  /**
   * The origins the console may send to, `https://api.example.com`. Default: the https origins of the
   * descriptions' literal servers and token URLs. Given, it is exactly this list.
   */
  readonly connect?: readonly string[];
  /** Links at the foot of every page. A path starts with `/`; another site with `https://`. */
  readonly footer?: readonly FooterLink[];
  /** Settings of single APIs, by id: the file's name without its ending. */
  readonly apis?: { readonly [id: string]: ApiOptions };
}

export interface ApiOptions {
  /** The page where a reader gets a key: `https://…`. Where it is left out no link is made. */
  readonly appUrl?: string;
}

/** A text, or one for each language by its tag. */
export type LocalizedText = string | { readonly [locale: string]: string };

export interface FooterLink {
  readonly label: LocalizedText;
  readonly href: LocalizedText;
}

export interface ResolvedOptions {
  readonly title: string;
  readonly logo?: string;
  readonly defaultLocale: string;
  readonly connect?: readonly string[];
  readonly footer: readonly FooterLink[];
  readonly apis: { readonly [id: string]: ApiOptions };
}

/** A text in a language, in any other where there is none. */
export function localized(text: LocalizedText, locale: string): string {
  if (typeof text === 'string') return text;
  return (Object.hasOwn(text, locale) ? text[locale] : undefined) ?? Object.values(text)[0] ?? '';
}

const CHECKS: { readonly [name in keyof CurlewOptions]-?: (value: unknown) => string | undefined } = {
  title: (value) => (typeof value === 'string' && value.trim() ? undefined : 'a text'),
  logo: (value) =>
    isText(value) && /^\/[^/].*\.svg$/.test(value)
      ? undefined
      : 'the path of an SVG file in public/, such as "/logo.svg"',
  defaultLocale: (value) => (isLocale(value) ? undefined : 'a language tag such as "en" or "zh-CN"'),
  connect: (value) =>
    Array.isArray(value) && value.every(isOrigin) ? undefined : 'a list of origins such as "https://api.example.com"',
  footer: (value) =>
    Array.isArray(value) && value.every(isLink) ? undefined : 'a list of { label, href } with href "/…" or "https://…"',
  apis: (value) =>
    isRecord(value) && Object.values(value).every(isApiOptions)
      ? undefined
      : 'an object of settings by API id, such as { pets: { appUrl: "https://…" } }',
};

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isApiOptions(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.entries(value).every(
      ([key, setting]) =>
        key === 'appUrl' && (setting === undefined || (isText(setting) && /^https:\/\//.test(setting))),
    )
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** The texts of a setting that may be given by language; empty when it is neither. */
function textsOf(value: unknown): string[] {
  if (isText(value)) return [value];
  const texts = isRecord(value) ? Object.values(value) : [];
  return texts.every(isText) ? texts : [];
}

function isLocale(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function isOrigin(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value;
}

function isLink(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const hrefs = textsOf(value.href);
  return (
    textsOf(value.label).length > 0 && hrefs.length > 0 && hrefs.every((href) => /^(\/(?!\/)|https:\/\/)/.test(href))
  );
}

/**
 * Checks the owner's options.
 *
 * @returns what is wrong, one sentence each, empty when all is well
 */
export function checkOptions(options: object): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (!Object.hasOwn(CHECKS, name)) {
      return `curlew has no option "${name}". Its options are ${Object.keys(CHECKS).join(', ')}.`;
    }
    const wanted = CHECKS[name as keyof CurlewOptions](value);
    return wanted ? `The option "${name}" of curlew must be ${wanted}; found ${JSON.stringify(value)}.` : [];
  });
}

/** Fills in the defaults that need no file. */
export function resolveOptions(options: CurlewOptions, firstTitle: string | undefined): ResolvedOptions {
  return {
    title: options.title ?? firstTitle ?? 'API',
    defaultLocale: options.defaultLocale ?? 'en',
    footer: options.footer ?? [],
    apis: options.apis ?? {},
    ...(options.logo ? { logo: options.logo } : {}),
    ...(options.connect ? { connect: options.connect } : {}),
  };
}

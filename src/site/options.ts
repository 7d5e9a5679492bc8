import { nearest } from '../diagnostics/nearest.ts';

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

/** Where a value stands in the options: `['footer', 0, 'href']`. */
export type OptionPath = readonly (string | number)[];

/** A mistake in the options, before it has a place in a file. */
export interface OptionFault {
  readonly code: 'option-unknown' | 'option-wrong';
  readonly path: OptionPath;
  readonly message: string;
  readonly fix: string;
}

type Check = (value: unknown, path: OptionPath) => OptionFault[];

const CHECKS: { readonly [name in keyof CurlewOptions]-?: Check } = {
  title: must(isText, 'a text'),
  logo: must(
    (value) => isText(value) && /^\/[^/].*\.svg$/.test(value),
    'the path of an SVG file in public/, such as "/logo.svg"',
  ),
  defaultLocale: must(isLocale, 'a language tag such as "en" or "zh-CN"'),
  connect: eachItem(must(isOrigin, 'an origin such as "https://api.example.com"')),
  footer: eachItem(
    fields({
      label: must((value) => textsOf(value).length > 0, 'a text, or one for each language'),
      href: must(isHref, 'a path that starts with "/" or an address that starts with "https://"'),
    }),
  ),
  apis: (value, path) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([id, settings]) => apiSettings(settings, [...path, id]))
      : [wrong(path, value, 'an object of settings by API, such as { pets: { appUrl: "https://…" } }')],
};

const apiSettings = fields({
  appUrl: optional(
    must((value) => isText(value) && /^https:\/\//.test(value), 'an address that starts with "https://"'),
  ),
});

function must(fits: (value: unknown) => boolean, wanted: string): Check {
  return (value, path) => (fits(value) ? [] : [wrong(path, value, wanted)]);
}

function optional(check: Check): Check {
  return (value, path) => (value === undefined ? [] : check(value, path));
}

function eachItem(check: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => check(item, [...path, index]))
      : [wrong(path, value, 'a list')];
}

/** An object with these fields and no others. */
function fields(checks: { readonly [name: string]: Check }): Check {
  const names = Object.keys(checks);
  return (value, path) => {
    if (!isRecord(value)) return [wrong(path, value, `an object with ${names.join(' and ')}`)];
    const known = Object.entries(checks).flatMap(([name, check]) =>
      check(Object.hasOwn(value, name) ? value[name] : undefined, [...path, name]),
    );
    return [...known, ...unknown(value, path, names)];
  };
}

function unknown(value: object, path: OptionPath, names: readonly string[]): OptionFault[] {
  return Object.keys(value).flatMap((name) => {
    if (names.includes(name)) return [];
    const better = nearest(name, names);
    const owner = path.length > 0 ? `The option ${shownPath(path)} of curlew` : 'curlew';
    return {
      code: 'option-unknown' as const,
      path: [...path, name],
      message: `${owner} has no ${path.length > 0 ? 'field' : 'option'} ${JSON.stringify(name)}.`,
      fix: better ? `Did you mean "${better}"?` : `Use one of ${names.join(', ')}.`,
    };
  });
}

function wrong(path: OptionPath, value: unknown, wanted: string): OptionFault {
  const found = value === undefined ? 'it is missing' : `it is ${shownValue(value)}`;
  const message = `The option ${shownPath(path)} of curlew has to be ${wanted}, but ${found}.`;
  return { code: 'option-wrong', path, message, fix: value === undefined ? 'Add it.' : 'Correct it, or remove it.' };
}

/** `footer[0].href`, in quotes. */
function shownPath(path: OptionPath): string {
  const steps = path.map((step, index) =>
    typeof step === 'number'
      ? `[${step}]`
      : /^[\w$]+$/.test(step)
        ? `${index > 0 ? '.' : ''}${step}`
        : `[${JSON.stringify(step)}]`,
  );
  return `"${steps.join('')}"`;
}

/** A value of any kind, short enough for a sentence. */
function shownValue(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  let text = String(value);
  try {
    text = JSON.stringify(value) ?? text;
  } catch {
    // What JSON can't hold, a circle or a large integer, shows as JavaScript names it.
  }
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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

function isHref(value: unknown): boolean {
  const hrefs = textsOf(value);
  return hrefs.length > 0 && hrefs.every((href) => /^(\/(?!\/)|https:\/\/)/.test(href));
}

/** Checks the owner's options. */
export function checkOptions(options: unknown): OptionFault[] {
  if (!isRecord(options)) return [wrong([], options, 'an object')];
  const names = Object.keys(CHECKS);
  return [
    ...unknown(options, [], names),
    ...Object.entries(CHECKS).flatMap(([name, check]) => optional(check)(options[name], [name])),
  ];
}

/** The options without those that have a mistake, so that the rest of the project can be checked too. */
export function soundOptions(options: CurlewOptions, faults: readonly OptionFault[]): CurlewOptions {
  const faulty = new Set(faults.map(({ path }) => path[0]));
  if (faulty.has(undefined)) return {};
  return Object.fromEntries(Object.entries(options).filter(([name]) => !faulty.has(name)));
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

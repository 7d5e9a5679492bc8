import type { OAuthClient } from '../model/security-scheme.ts';
import { type LanguageId, languages, targets } from '../samples/targets.ts';
import { accentNames, deriveAccent } from './accent.ts';
import { apiPath } from './api-settings.ts';
import { isEditPattern } from './edit-link.ts';
import { type HeadTag, headTag } from './head-tags.ts';
import type { LocalizedText } from './localized-text.ts';
import {
  type Check,
  distinct,
  eachItem,
  fields,
  isRecord,
  isText,
  must,
  type OptionFault,
  oneOf,
  optional,
  textsOf,
  unknown,
  wrong,
} from './option-checks.ts';
import { type ComponentName, replaceable } from './replaceable.ts';

export const DEFAULT_LOCALE = 'en';

/** What the owner of a site can set, in `astro.config.mjs`: `integrations: [curlew({ … })]`. */
export interface CurlewOptions {
  /** Shown in the header and in every page's title. Default: the title of the API, or what those of several begin with. */
  readonly title?: string;
  /** An SVG file in `public/`, `/logo.svg`, shown in the header in place of the title; `currentColor` follows the theme. */
  readonly logo?: string;
  /** A picture in `public/`, `/card.png`, that services show beside a link to a page. Needs the site's address. */
  readonly image?: string;
  /**
   * The colour of links, buttons and marks: `#0a7d5c`, or one of the names in accent.ts. What is shown has its
   * hue, in each theme with the nearest lightness that can be read. Default: a blue.
   */
  readonly accent?: string;
  /** Style sheets of the project, `styles/brand.css`, after ours and stronger than them. Default: none. */
  readonly css?: readonly string[];
  /** Elements for the head of every page, such as keep the policy. Default: none. */
  readonly head?: readonly HeadTag[];
  /** Components of the project in place of ours, each an `.astro` file: `{ header: 'components/Header.astro' }`. */
  readonly components?: ReplacedComponents;
  /** The language of files that lie outside a language folder, and of the site's root. Default: `en`. */
  readonly defaultLocale?: string;
  /**
   * The languages of the site, by tag; guides and overlays in others are left out. Default: the default one, and
   * every other that has a folder in `docs/` or an overlay.
   */
  readonly languages?: readonly string[];
  /**
   * The origins the console may send to, `https://api.example.com`. Default: the https origins of the
   * descriptions' literal servers and of what signing in asks. Given, it is exactly this list.
   */
  readonly connect?: readonly string[];
  /** Keeps every page out of search engines that follow the robots meta element. Default: false. */
  readonly noindex?: boolean;
  /** Links at the head of every page, beside the reference. */
  readonly header?: readonly HeaderEntry[];
  /** Links and lines at the foot of every page. A path starts with `/`; another site with `https://`. */
  readonly footer?: readonly FooterEntry[];
  /**
   * Where guides are edited, an https address in which `{path}` is a guide's path below the project:
   * `https://github.com/OWNER/NAME/edit/main/{path}`. Default: no link.
   */
  readonly editUrl?: string;
  /** The languages of samples, in the order of their tabs. Default: all, shell first. */
  readonly samples?: readonly SampleLanguage[];
  /** Leaves out what descriptions mark `x-internal: true`. Default: false. */
  readonly hideInternal?: boolean;
  /** Offers sandboxes in the console; without them only the API's own servers. Default: true. */
  readonly sandbox?: boolean;
  /** Settings of single APIs, by id: the file's name without its ending. */
  readonly apis?: { readonly [id: string]: ApiOptions };
}

/** Paths of the owner's components below the project. */
export type ReplacedComponents = { readonly [name in ComponentName]?: string };

export type SampleLanguage = LanguageId;

export interface ApiOptions {
  /** Shown in place of the description's own title. */
  readonly title?: LocalizedText;
  /** The name of its pages' folder below `/reference/`, also when it is the only API. Default: its id, beside others. */
  readonly path?: string;
  /** Which of the description's servers show, by their URLs as written there. Default: all. */
  readonly servers?: readonly string[];
  /** The origins the console may send this API's requests to, in place of those of its servers. */
  readonly connect?: readonly string[];
  /**
   * The path of this site's host where its owner runs the relay that each build writes: `/relay/`. The console then
   * offers it for servers that pages of other origins can't ask. Default: none, requests go straight to the API.
   */
  readonly relay?: string;
  /** The page where a reader gets a key: `https://…`. Where it is left out no link is made. */
  readonly appUrl?: string;
  /** Libraries made for the service whose samples show, beside those that the description names: `['openai']`. */
  readonly clients?: readonly string[];
  /** The environment variables that samples read secrets from, by the ids of security schemes: `{ apiKey: 'PETS_KEY' }`. */
  readonly env?: { readonly [scheme: string]: string };
  /**
   * Public clients that readers sign in with, by the ids of OAuth 2.0 and OpenID Connect schemes:
   * `{ login: { clientId: 'docs' } }`. Their redirect URI is the site's `/_curlew/login/`. Default: readers type their own.
   */
  readonly oauth?: { readonly [scheme: string]: OAuthClient };
}

export interface HeaderEntry {
  readonly label: LocalizedText;
  /** A path that starts with `/`; another site with `https://`. */
  readonly href: LocalizedText;
}

export interface FooterEntry {
  readonly label: LocalizedText;
  /** Left out, the label is a line of text: a registration number, say. */
  readonly href?: LocalizedText;
}

export interface ResolvedOptions {
  readonly title: string;
  readonly logo?: string;
  readonly image?: string;
  readonly accent?: string;
  readonly css: readonly string[];
  readonly head: readonly HeadTag[];
  readonly components: ReplacedComponents;
  readonly defaultLocale: string;
  readonly languages?: readonly string[];
  readonly connect?: readonly string[];
  readonly noindex: boolean;
  readonly header: readonly HeaderEntry[];
  readonly footer: readonly FooterEntry[];
  readonly editUrl?: string;
  readonly samples?: readonly SampleLanguage[];
  readonly sandbox: boolean;
  readonly apis: { readonly [id: string]: ApiOptions };
}

const isFlag = must((value) => typeof value === 'boolean', 'true or false');

const isLocalized = must((value) => textsOf(value).length > 0, 'a text, or one for each language');

const isLink = must(isHref, 'a path that starts with "/" or an address that starts with "https://"');

const isComponent = must(
  isPathOf('astro'),
  'the path of a component in the project, such as "components/Header.astro"',
);
const componentNames = Object.keys(replaceable);

const CHECKS: { readonly [name in keyof CurlewOptions]-?: Check } = {
  title: must(isText, 'a text'),
  logo: must(
    (value) => isText(value) && /^\/[^/].*\.svg$/.test(value),
    'the path of an SVG file in public/, such as "/logo.svg"',
  ),
  image: must(
    (value) => isText(value) && /^\/[^/].*\.(?:png|jpe?g|webp)$/.test(value),
    'the path of a picture in public/, such as "/card.png"',
  ),
  accent: oneOf(accentNames, (value) => deriveAccent(value) !== undefined, 'a colour such as "#0a7d5c", or one of'),
  css: eachItem(must(isPathOf('css'), 'the path of a style sheet in the project, such as "styles/brand.css"')),
  head: eachItem(headTag),
  components: fields(Object.fromEntries(componentNames.map((name) => [name, optional(isComponent)]))),
  defaultLocale: must(isLocale, 'a language tag such as "en" or "zh-CN"'),
  languages: distinct(must(isLocale, 'a language tag such as "en" or "zh-CN"')),
  connect: eachItem(must(isOrigin, 'an origin such as "https://api.example.com"')),
  noindex: isFlag,
  header: eachItem(fields({ label: isLocalized, href: isLink })),
  footer: eachItem(fields({ label: isLocalized, href: optional(isLink) })),
  editUrl: must(
    (value) => isText(value) && isEditPattern(value),
    'an address with {path}, such as "https://github.com/OWNER/NAME/edit/main/{path}"',
  ),
  samples: distinct(oneOf(languages.map(({ id }) => id))),
  hideInternal: isFlag,
  sandbox: isFlag,
  apis: (value, path) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([id, settings]) => apiSettings(settings, [...path, id]))
      : [wrong(path, value, 'an object of settings by API, such as { pets: { appUrl: "https://…" } }')],
};

const apiSettings = fields({
  title: optional(isLocalized),
  path: optional(apiPath),
  servers: optional(distinct(must(isText, 'the URL of a server as the description has it'))),
  connect: optional(eachItem(must(isOrigin, 'an origin such as "https://api.example.com"'))),
  relay: optional(must(isRelayPath, 'a path of this site where no page lies, such as "/relay/"')),
  appUrl: optional(
    must((value) => isText(value) && /^https:\/\//.test(value), 'an address that starts with "https://"'),
  ),
  clients: optional(distinct(oneOf(targets.flatMap(({ isClient, library }) => (isClient ? library : []))))),
  env: optional((value, path) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([scheme, name]) =>
          must(isVariable, 'the name of an environment variable, such as "PETS_API_KEY"')(name, [...path, scheme]),
        )
      : [wrong(path, value, 'an object of names by security scheme, such as { apiKey: "PETS_API_KEY" }')],
  ),
  oauth: optional((value, path) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([scheme, client]) => oauthClient(client, [...path, scheme]))
      : [wrong(path, value, 'an object of clients by security scheme, such as { login: { clientId: "docs" } }')],
  ),
});

const oauthClient = fields({
  clientId: must(isText, 'the id of a client that needs no secret'),
  scopes: optional(distinct(must((value) => isText(value) && !/\s/.test(value), 'the name of a scope'))),
  audience: optional(must(isText, 'a text')),
});

function isVariable(value: unknown): boolean {
  return isText(value) && /^[A-Za-z_]\w{0,99}$/.test(value);
}

/** A path below the project, with this ending. */
function isPathOf(ending: string): (value: unknown) => boolean {
  return (value) =>
    isText(value) && value.endsWith(`.${ending}`) && !/^\/|[\\?#:]/.test(value) && !value.split('/').includes('..');
}

/** A path of the host, as addresses have it: not its home, no other host, no query, nor where pages of ours lie. */
function isRelayPath(value: unknown): boolean {
  if (!isText(value) || /^\/(?:reference|openapi|_curlew|_astro)(?:\/|$)/i.test(value)) return false;
  return /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+\/?$/.test(value);
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

/** Fills in the defaults that need no file. @param title - of a site whose owner gave it none */
export function resolveOptions(options: CurlewOptions, title: string): ResolvedOptions {
  return {
    title: options.title ?? title,
    defaultLocale: options.defaultLocale ?? DEFAULT_LOCALE,
    noindex: options.noindex ?? false,
    header: options.header ?? [],
    footer: options.footer ?? [],
    sandbox: options.sandbox ?? true,
    apis: options.apis ?? {},
    css: options.css ?? [],
    head: options.head ?? [],
    components: options.components ?? {},
    ...(options.logo ? { logo: options.logo } : {}),
    ...(options.image ? { image: options.image } : {}),
    ...(options.accent ? { accent: options.accent } : {}),
    ...(options.editUrl ? { editUrl: options.editUrl } : {}),
    ...(options.samples ? { samples: options.samples } : {}),
    ...(options.languages ? { languages: options.languages } : {}),
    ...(options.connect ? { connect: options.connect } : {}),
  };
}

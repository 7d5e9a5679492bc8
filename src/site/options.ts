/** What the owner of a site can set, in `astro.config.mjs`: `integrations: [curlew({ … })]`. */
export interface CurlewOptions {
  /** Shown in the header and in every page's title. Default: the title of the first API. */
  readonly title?: string;
  /** The language of files that lie outside a language folder, and of the site's root. Default: `en`. */
  readonly defaultLocale?: string;
  /**
   * The origins the console may send to, `https://api.example.com`. Default: the https origins of the
   * descriptions' literal servers and token URLs. Given, it is exactly this list.
   */
  readonly connect?: readonly string[];
  /** Links at the foot of every page. A path starts with `/`; another site with `https://`. */
  readonly footer?: readonly { readonly label: string; readonly href: string }[];
}

export interface ResolvedOptions {
  readonly title: string;
  readonly defaultLocale: string;
  readonly connect?: readonly string[];
  readonly footer: readonly { readonly label: string; readonly href: string }[];
}

const CHECKS: { readonly [name in keyof CurlewOptions]-?: (value: unknown) => string | undefined } = {
  title: (value) => (typeof value === 'string' && value.trim() ? undefined : 'a text'),
  defaultLocale: (value) => (isLocale(value) ? undefined : 'a language tag such as "en" or "zh-CN"'),
  connect: (value) =>
    Array.isArray(value) && value.every(isOrigin) ? undefined : 'a list of origins such as "https://api.example.com"',
  footer: (value) =>
    Array.isArray(value) && value.every(isLink) ? undefined : 'a list of { label, href } with href "/…" or "https://…"',
};

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
  if (typeof value !== 'object' || value === null) return false;
  const { label, href } = value as { label?: unknown; href?: unknown };
  return typeof label === 'string' && typeof href === 'string' && /^(\/(?!\/)|https:\/\/)/.test(href);
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
    ...(options.connect ? { connect: options.connect } : {}),
  };
}

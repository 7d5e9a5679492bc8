/** What a host has to know of a built site. */
export interface Delivery {
  /** The path that the site lies under, with a slash at both ends. */
  readonly base: string;
  /** The folders of languages but the default one, `/en/`: each has an error page of its own. */
  readonly languages: readonly string[];
  /** The folders whose pages have consoles, below the host's root, with a slash at both ends: `/reference/`. */
  readonly consoles: readonly string[];
  /** Pages that moved, from and to, below the host's root. */
  readonly redirects: readonly (readonly [from: string, to: string])[];
}

export type HeaderPairs = readonly (readonly [name: string, value: string])[];

/** Headers for some of the files. Where two rules fit and set the same header, the later one holds. */
export interface HeaderRule {
  readonly match:
    | { readonly kind: 'all' }
    /** Everything below it: `/docs/_astro/`. */
    | { readonly kind: 'folder'; readonly path: string }
    /** `.md` */
    | { readonly kind: 'ending'; readonly ending: string };
  readonly headers: HeaderPairs;
}

/** Everything off but writing to the clipboard, which copy buttons do. */
const PERMISSIONS = [
  ...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media', 'fullscreen'],
  ...['geolocation', 'gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi'],
  ...['payment', 'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb'],
  'xr-spatial-tracking',
]
  .map((name) => `${name}=()`)
  .concat('clipboard-write=(self)')
  .join(', ');

/**
 * The part of a page's protection that a meta element can't carry, for every file. The policy itself stays in the
 * pages: a whole one here would bind the worker of the search, too.
 */
export const SECURITY_HEADERS: HeaderPairs = [
  ['Content-Security-Policy', "frame-ancestors 'none'"],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', PERMISSIONS],
];

/** Only for a host that is reached by https alone, so nobody gets it without having chosen it. */
export const STRICT_TRANSPORT = ['Strict-Transport-Security', 'max-age=31536000'] as const;

export const IMMUTABLE = 'public, max-age=31536000, immutable';
export const REVALIDATED = 'public, max-age=0, must-revalidate';

/** What hosts know as something else, or not at all. */
export const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['.md', 'text/markdown; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.yaml', 'application/yaml; charset=utf-8'],
];

/** Files whose names change with their content. */
export function hashedFolder({ base }: Pick<Delivery, 'base'>): string {
  return `${base}_astro/`;
}

/** The headers of a site, from the general to the special. */
export function headerRules(delivery: Delivery): HeaderRule[] {
  return [
    { match: { kind: 'all' }, headers: [...SECURITY_HEADERS, ['Cache-Control', REVALIDATED]] },
    ...delivery.consoles.map(
      (path): HeaderRule => ({ match: { kind: 'folder', path }, headers: [['Referrer-Policy', 'no-referrer']] }),
    ),
    ...TYPES.map(
      ([ending, type]): HeaderRule => ({ match: { kind: 'ending', ending }, headers: [['Content-Type', type]] }),
    ),
    { match: { kind: 'folder', path: hashedFolder(delivery) }, headers: [['Cache-Control', IMMUTABLE]] },
  ];
}

/** The headers that a path gets: what every host's file has to come to. */
export function headersFor(delivery: Delivery, path: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const rule of headerRules(delivery)) {
    if (fits(rule.match, path)) for (const [name, value] of rule.headers) headers.set(name, value);
  }
  return headers;
}

function fits(match: HeaderRule['match'], path: string): boolean {
  switch (match.kind) {
    case 'all':
      return true;
    case 'folder':
      return path.startsWith(match.path);
    case 'ending':
      return path.endsWith(match.ending);
  }
}

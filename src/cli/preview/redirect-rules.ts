/** A line of a `_redirects` file that leads elsewhere. */
export interface RedirectRule {
  readonly pattern: RegExp;
  /** A path of this host or an address, with `:name` for what the pattern found. */
  readonly to: string;
  readonly status: number;
}

const STATUSES = [301, 302, 303, 307, 308];

/** Paths are held against each other as they go over the wire. */
function toPattern(path: string): RegExp {
  const { pathname } = new URL(path, 'http://host');
  const parts = pathname.split(/(\*|:[A-Za-z]\w*)/);
  const source = parts.map((part) => {
    if (part === '*') return '(?<splat>.*)';
    return /^:[A-Za-z]/.test(part) ? `(?<${part.slice(1)}>[^/]+)` : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`);
}

function parseLine(line: string): RedirectRule[] {
  const [from = '', to = '', status = '301', ...more] = line
    .replace(/(?:^|\s)#.*$/, '')
    .trim()
    .split(/\s+/);
  // What depends on a query, a country or a language, and what shows one file in the place of another, is left out.
  const isPlain = more.length === 0 && from.startsWith('/') && /^(?:\/(?!\/)|https?:\/\/)/.test(to);
  const code = Number(status.replace(/!$/, ''));
  if (!isPlain || !STATUSES.includes(code)) return [];
  try {
    return [{ pattern: toPattern(from), to, status: code }];
  } catch {
    // A name that stands twice.
    return [];
  }
}

/**
 * Reads a `_redirects` file in the form that Netlify and Cloudflare Pages share: a path, with `*` for anything and
 * `:name` for one segment, where it leads, with `:splat` and `:name`, and a status.
 */
export function parseRedirectRules(text: string): RedirectRule[] {
  return text.split(/\r?\n/).flatMap(parseLine);
}

/**
 * Where the first rule that fits leads.
 *
 * @param url - what was asked for, whose query goes along where the rule names none
 */
export function findRedirect(
  rules: readonly RedirectRule[],
  url: URL,
): { readonly redirect: string; readonly status: number } | undefined {
  for (const { pattern, to, status } of rules) {
    const found = pattern.exec(url.pathname);
    if (!found) continue;
    const filled = to.replace(/:([A-Za-z]\w*)/g, (name, key: string) => found.groups?.[key] ?? name);
    const isHere = to.startsWith('/');
    // What was asked for chooses no host.
    const target = new URL(isHere ? filled.replace(/^[/\\]+/, '/') : filled, url.origin);
    if (target.search === '') target.search = url.search;
    if (target.href === url.href) continue;
    return { redirect: isHere ? target.href.slice(url.origin.length) : target.href, status };
  }
  return undefined;
}

/** The headers that a `_headers` file gives to the paths of one pattern. */
export interface HeaderRule {
  readonly pattern: RegExp;
  readonly set: readonly (readonly [name: string, value: string])[];
  /** Lower-case names of headers to leave out. */
  readonly drop: readonly string[];
}

function toPattern(path: string): RegExp {
  const parts = path.split(/(\*|:[A-Za-z]\w*)/);
  const source = parts.map((part) => {
    if (part === '*') return '.*';
    return /^:[A-Za-z]/.test(part) ? '[^/]+' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`);
}

/**
 * Reads a `_headers` file in the form that Netlify and Cloudflare Pages share: a path, with `*` for anything
 * and `:name` for one segment, and below it indented headers. `! Name` takes one away.
 */
export function parseHeaderRules(text: string): HeaderRule[] {
  const rules: { pattern: RegExp; set: (readonly [string, string])[]; drop: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (!/^\s/.test(line)) rules.push({ pattern: toPattern(content), set: [], drop: [] });
    else if (content.startsWith('!')) rules.at(-1)?.drop.push(content.slice(1).trim().toLowerCase());
    else {
      const colon = content.indexOf(':');
      if (colon > 0) rules.at(-1)?.set.push([content.slice(0, colon).trim(), content.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/** Applies every rule that fits the path, in their order; what several set is joined by a comma. */
export function applyHeaderRules(rules: readonly HeaderRule[], path: string, headers: Headers): void {
  const own = new Set<string>();
  for (const { pattern, set, drop } of rules) {
    if (!pattern.test(path)) continue;
    for (const name of drop) headers.delete(name);
    for (const [name, value] of set) {
      if (own.has(name.toLowerCase())) headers.append(name, value);
      else headers.set(name, value);
      own.add(name.toLowerCase());
    }
  }
}

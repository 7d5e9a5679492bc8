import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose, type Finding, quoteShort } from '../report.ts';
import { child, entries, rootSpot, type Spot } from '../spot.ts';
import type { Check } from './check.ts';

function wrongForm(path: string): Omit<Finding, 'severity'> | undefined {
  const bare = path.replaceAll(/\{[^{}]*\}/g, '');
  if (/[{}]/.test(bare)) {
    const message = `A brace of the path ${quoteShort(path)} has no partner.`;
    return { code: 'path-brace', message, fix: 'Write each parameter as {name}.' };
  }
  if (/\{\s*\}/.test(path)) {
    const message = `A parameter of the path ${quoteShort(path)} has no name.`;
    return { code: 'path-parameter-unnamed', message, fix: 'Write its name between the braces.' };
  }
  const mark = /[?#]/.exec(bare)?.[0];
  if (mark !== undefined) {
    const what = mark === '?' ? 'a query, which no path has' : 'a fragment, which is never sent';
    const message = `The path ${quoteShort(path)} holds ${what}.`;
    const fix =
      mark === '?'
        ? 'Declare its names as parameters with `in: query`.'
        : 'Tell operations apart by their paths and methods alone.';
    return { code: 'path-query', message, fix };
  }
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return undefined;
  const message = `The path ${quoteShort(path)} has {${twice}} twice.`;
  return { code: 'path-parameter-twice', message, fix: 'Give one of them another name.' };
}

interface Branch {
  readonly next: Map<string, Branch>;
  /** The path that ends here. */
  path?: string;
}

const ANY = '{}';

function isParameter(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('}');
}

/**
 * Finds a path before this one so that a request may fit both, and neither is the more specific: `/{a}/x` and
 * `/x/{b}`. OpenAPI 3.2, "Paths Object".
 *
 * @param budget - lowered by what is looked at: many parameters in many paths would else take for ever
 */
function findRival(
  branch: Branch,
  segments: readonly string[],
  at: number,
  won: number,
  budget: { left: number },
): string | undefined {
  budget.left -= 1;
  if (budget.left < 0) return undefined;
  const segment = segments[at];
  // Bit 1: this path was the more exact in a segment; bit 2: the other was.
  if (segment === undefined) return won === 3 ? branch.path : undefined;
  if (!isParameter(segment)) {
    const same = branch.next.get(segment);
    const found = same && findRival(same, segments, at + 1, won, budget);
    const open = found === undefined ? branch.next.get(ANY) : undefined;
    return found ?? (open && findRival(open, segments, at + 1, won | 1, budget));
  }
  for (const [key, next] of branch.next) {
    const found = findRival(next, segments, at + 1, key === ANY ? won : won | 2, budget);
    if (found !== undefined) return found;
  }
  return undefined;
}

function insert(root: Branch, segments: readonly string[], path: string): void {
  let branch = root;
  for (const segment of segments) {
    const key = isParameter(segment) ? ANY : segment;
    const next: Branch = branch.next.get(key) ?? { next: new Map() };
    branch.next.set(key, next);
    branch = next;
  }
  branch.path ??= path;
}

const PER_PATH = 2_000;

function ambiguous(paths: readonly { readonly key: string; readonly value: Spot }[]): Diagnostic[] {
  const root: Branch = { next: new Map() };
  return paths.flatMap(({ key, value }) => {
    const segments = key.split('/');
    const rival = findRival(root, segments, 0, 0, { left: PER_PATH });
    insert(root, segments, key);
    if (rival === undefined) return [];
    const message = `A request may fit both ${quoteShort(key)} and ${quoteShort(rival)}, and the standard prefers neither.`;
    return diagnose(value, {
      code: 'path-ambiguous',
      severity: 'info',
      message,
      fix: 'Let them differ in a fixed part.',
      onKey: true,
    });
  });
}

/** How paths are written. OpenAPI 3.2, "Paths Object" and "Path Templating". */
export const checkPathTemplates: Check = ({ references }) => {
  const map = child(rootSpot(references.main), 'paths');
  const target = map && references.follow(map);
  const paths = (target ? entries(target) : []).filter(({ key }) => !key.startsWith('x-'));
  const forms = paths.flatMap(({ key, value }) => {
    const finding = wrongForm(key);
    return finding ? diagnose(value, { ...finding, severity: 'warning', onKey: true }) : [];
  });
  return [...forms, ...ambiguous(paths)];
};

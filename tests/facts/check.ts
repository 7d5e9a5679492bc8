import type { Fact, Subject } from './fact.ts';
import { isShown, Reach, type SeenPage, type Shown, unglued } from './seen.ts';
import { SeenText } from './text.ts';

export interface Missing {
  /** `GET /pets`; empty for the description as a whole. */
  readonly subject: string;
  /** The page that should say it; nothing when there is none. */
  readonly page?: string;
  readonly fact: Fact;
  /** It is there, but glued to its neighbour. */
  readonly glued: boolean;
}

export interface Findings {
  readonly total: number;
  readonly missing: readonly Missing[];
  /** How many facts there were of each kind. */
  readonly kinds: ReadonlyMap<string, number>;
}

/**
 * Looks for every fact where a reader would.
 *
 * @param hops - how many links a reader follows from an operation's page
 */
export function findMissing(subjects: readonly Subject[], shown: Shown, hops = Number.POSITIVE_INFINITY): Findings {
  const missing: Missing[] = [];
  const kinds = new Map<string, number>();
  const loose = unglued(shown);
  let total = 0;
  for (const subject of subjects) {
    const page = pageOf(subject, shown);
    const reach = page && new Reach(shown, page, hops);
    const lost: Fact[] = [];
    for (const fact of subject.facts) {
      total += 1;
      kinds.set(fact.kind, (kinds.get(fact.kind) ?? 0) + 1);
      if (!reach || !isShown(fact, reach, shown.overview)) lost.push(fact);
    }
    const loosePage = lost.length > 0 ? pageOf(subject, loose) : undefined;
    const looseReach = loosePage && new Reach(loose, loosePage, hops);
    for (const fact of lost) {
      const glued = looseReach !== undefined && isShown(fact, looseReach, loose.overview);
      missing.push({
        subject: `${subject.method} ${subject.path}`.trim(),
        ...(page ? { page: page.id } : {}),
        fact,
        glued,
      });
    }
  }
  return { total, missing, kinds };
}

const NOWHERE = new SeenText('');

function pageOf(subject: Subject, shown: Shown): SeenPage | undefined {
  switch (subject.kind) {
    case 'operation':
      return shown.operation(subject.method, subject.path);
    case 'webhook':
      return shown.webhook(subject.method, subject.path);
    case 'api':
      return overviewOf(shown.overview);
  }
}

/** The overview is one page or several: its tags may have theirs. */
function overviewOf([first, ...others]: readonly SeenPage[]): SeenPage | undefined {
  if (!first || others.length === 0) return first;
  const pages = [first, ...others];
  return {
    id: first.id,
    whole: new SeenText(pages.map(({ whole }) => whole.flat).join(' ')),
    own: { text: NOWHERE, links: [] },
    rows: new Map(),
    links: [],
    targets: new Set(pages.flatMap(({ targets }) => [...targets])),
  };
}

/** `99.87 %`, never rounded up to 100. */
export function shareText({ total, missing }: Findings): string {
  if (missing.length === 0) return '100 %';
  return `${(Math.floor(((total - missing.length) / total) * 10_000) / 100).toFixed(2)} %`;
}

import type { Fact } from './fact.ts';
import { fold, type SeenText } from './text.ts';

/** What one parameter, property or header shows, without what those within it show. */
export interface SeenRow {
  readonly text: SeenText;
  /** Of pages. */
  readonly links: readonly string[];
}

export interface SeenPage {
  /** Its path, or the id of a schema. */
  readonly id: string;
  readonly whole: SeenText;
  /** What stands in no row, and all links there. */
  readonly own: SeenRow;
  readonly rows: ReadonlyMap<string, readonly SeenRow[]>;
  readonly links: readonly string[];
  /** Where links to other sites lead. */
  readonly targets: ReadonlySet<string>;
  /** The whole of examples that the page shows the beginning of, and links. */
  readonly attached?: readonly SeenText[];
}

/** Everything that is shown of one description: a built site, or its model. */
export interface Shown {
  operation(method: string, path: string): SeenPage | undefined;
  webhook(method: string, name: string): SeenPage | undefined;
  readonly overview: readonly SeenPage[];
  /** The page of a schema that a link leads to; nothing for other links. */
  schema(link: string): SeenPage | undefined;
}

/** How far a type may lie behind names: a property → the page of its schema → the page of a part of that. */
const MAX_STEPS = 8;

/** The page itself, then the schema pages that a reader reaches from it, nearest first. */
export class Reach {
  readonly #shown: Shown;
  readonly #hops: number;
  readonly #found: { page: SeenPage; hops: number }[];
  readonly #known: Set<SeenPage>;
  #next = 0;

  /** @param hops - how many links a reader follows */
  constructor(shown: Shown, start: SeenPage, hops: number) {
    this.#shown = shown;
    this.#hops = hops;
    this.#found = [{ page: start, hops: 0 }];
    this.#known = new Set([start]);
  }

  *pages(): Generator<SeenPage> {
    for (let index = 0; ; index += 1) {
      while (index >= this.#found.length && this.#next < this.#found.length) this.#open();
      const found = this.#found[index];
      if (!found) return;
      yield found.page;
    }
  }

  #open(): void {
    const from = this.#found[this.#next];
    this.#next += 1;
    if (!from || from.hops >= this.#hops) return;
    for (const link of from.page.links) {
      const page = this.#shown.schema(link);
      if (!page || this.#known.has(page)) continue;
      this.#known.add(page);
      this.#found.push({ page, hops: from.hops + 1 });
    }
  }

  /** What stands behind a row's links, outside the rows there. */
  *behind(row: SeenRow): Generator<SeenRow> {
    const seen = new Set<string>();
    let links = row.links;
    for (let step = 0; step < Math.min(MAX_STEPS, this.#hops) && links.length > 0; step += 1) {
      const next: string[] = [];
      for (const link of links) {
        const page = this.#shown.schema(link);
        if (!page || seen.has(page.id)) continue;
        seen.add(page.id);
        yield page.own;
        next.push(...page.own.links);
      }
      links = next;
    }
  }
}

/** A name of which folding would leave less than its author wrote may stand in quotes. */
function rowsOf({ rows }: SeenPage, name: string): readonly SeenRow[] {
  const quoted = fold(name) === name ? undefined : rows.get(fold(JSON.stringify(name)));
  return [...(rows.get(fold(name)) ?? []), ...(quoted ?? []), ...(name === '' ? (rows.get('""') ?? []) : [])];
}

/** Whether a reader of this page finds the fact where it belongs. */
export function isShown(fact: Fact, reach: Reach, overview: readonly SeenPage[]): boolean {
  const { want } = fact;
  for (const page of reach.pages()) {
    if (fact.row === undefined) {
      if (page.whole.holds(want) || (want.kind === 'url' && holdsTarget(page, want.url))) return true;
      continue;
    }
    for (const row of rowsOf(page, fact.row)) {
      if (want.kind === 'row' || row.text.holds(want)) return true;
      if (want.kind === 'url' && holdsTarget(page, want.url)) return true;
      for (const other of reach.behind(row)) if (other.text.holds(want)) return true;
    }
  }
  const [page] = reach.pages();
  if (/\.(example|codeSample)$/.test(fact.kind) && page?.attached?.some((text) => text.holds(want))) return true;
  return (
    fact.shared === true &&
    overview.some((page) => page.whole.holds(want) || (want.kind === 'url' && holdsTarget(page, want.url)))
  );
}

/**
 * The same with a space between all elements: what is found here alone is said, but so that it runs together
 * with its neighbour where no style sheet parts them.
 */
export function unglued(shown: Shown): Shown {
  const pages = new Map<SeenPage, SeenPage>();
  const row = (one: SeenRow): SeenRow => ({ ...one, text: one.text.unglued() });
  const page = (one: SeenPage | undefined): SeenPage | undefined => {
    if (!one) return undefined;
    let loose = pages.get(one);
    if (!loose) {
      const rows = new Map([...one.rows].map(([name, same]) => [name, same.map(row)] as const));
      loose = { ...one, whole: one.whole.unglued(), own: row(one.own), rows };
      pages.set(one, loose);
    }
    return loose;
  };
  return {
    operation: (method, path) => page(shown.operation(method, path)),
    webhook: (method, name) => page(shown.webhook(method, name)),
    overview: shown.overview.flatMap((one) => page(one) ?? []),
    schema: (link) => page(shown.schema(link)),
  };
}

function holdsTarget(page: SeenPage, url: string): boolean {
  const href = URL.canParse(url.trim()) ? new URL(url.trim()).href : url;
  return page.targets.has(url) || page.targets.has(href) || page.targets.has(`mailto:${url}`);
}

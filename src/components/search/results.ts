import type { SearchMessages } from '../../i18n/en.ts';
import { fill } from '../../i18n/translate.ts';
import type { GroupName } from '../../search/find.ts';
import { firstShown } from '../../search/first-shown.ts';
import { parseQuery, type Query } from '../../search/query.ts';
import { ARROW, CLOCK, el, icon } from './elements.ts';
import { hitContent, hrefOf } from './hit-view.ts';
import { clearSearches, keepSearch, recentSearches } from './recent.ts';
import { findIn, openSource, type Source, type SourceFound, type SourceGroup } from './sources.ts';

/** So many of each group are shown at first, and so many more with each press. */
const FIRST = 5;
const MORE = 10;
/** With fewer results than this the other languages are searched too. */
const FEW = 5;
/** Whoever waits so long, in milliseconds, is told so. */
const SLOW = 400;

export interface ResultsParts {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  /** For what is no result: hints and failures. */
  readonly notes: HTMLElement;
  /** Read out when it changes. */
  readonly status: HTMLElement;
  /** In the page's language. */
  readonly source: Source;
  /** Goes to a result. */
  readonly leave: (href: string, isNewTab: boolean) => void;
}

/** What is listed for what was typed, and which of it is chosen. */
export class Results {
  readonly #parts: ResultsParts;
  readonly #text: SearchMessages;
  readonly #others = new Map<string, Promise<Source>>();
  /** The language that is searched. */
  #source: Source;
  #limits = new Map<GroupName, number>();
  #typed = '';
  /** Counts searches: of two on their way only the last one shows. */
  #turn = 0;
  #active = -1;
  /** What says that a part couldn't be read. */
  #failure: HTMLElement | undefined;
  /** What a press on an option does where it has no address. */
  readonly #actions = new WeakMap<Element, () => void>();

  constructor(parts: ResultsParts) {
    this.#parts = parts;
    this.#source = parts.source;
    this.#text = parts.source.manifest.text;
  }

  /** Searches for what is typed now. */
  async search(keep = -1): Promise<void> {
    const { input, list, status } = this.#parts;
    if (input.value !== this.#typed) this.#limits.clear();
    this.#typed = input.value;
    this.#turn += 1;
    const turn = this.#turn;
    const query = parseQuery(input.value);
    if (!query) {
      this.#source = this.#parts.source;
      this.#showStart();
      return;
    }
    list.setAttribute('aria-busy', 'true');
    const slow = setTimeout(() => {
      status.textContent = this.#text.searching;
    }, SLOW);
    try {
      const found = await findIn(this.#source, query, (name) => this.#limits.get(name) ?? FIRST);
      if (turn !== this.#turn) return;
      this.#show(query, found, keep);
      if (found.count < FEW && this.#source === this.#parts.source) await this.#searchOthers(query, turn);
    } catch (error) {
      console.warn(error);
      if (turn === this.#turn) this.#showFailure();
    } finally {
      clearTimeout(slow);
      if (turn === this.#turn) list.removeAttribute('aria-busy');
    }
  }

  move(by: number): void {
    const options = this.#options();
    if (options.length === 0) return;
    const { length } = options;
    const to = Math.abs(by) === 1 ? (this.#active + by + length) % length : this.#active + by;
    this.#activate(Math.min(Math.max(to, 0), length - 1));
    options[this.#active]?.scrollIntoView({ block: 'nearest' });
    // The title of a group comes along with its first result.
    if (this.#active === 0) this.#parts.list.parentElement?.scrollTo({ top: 0 });
  }

  choose(isNewTab: boolean): void {
    const option = this.#options()[this.#active];
    if (option) this.#press(option, isNewTab);
  }

  click(event: MouseEvent): void {
    const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
    if (!option) return;
    // The browser opens an address in a new tab by itself.
    if (option instanceof HTMLAnchorElement && (event.ctrlKey || event.metaKey || event.shiftKey)) {
      keepSearch(this.#typed.trim());
      return;
    }
    event.preventDefault();
    this.#press(option, false);
  }

  point(event: PointerEvent): void {
    const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
    const at = option ? this.#options().indexOf(option) : -1;
    if (at >= 0 && at !== this.#active) this.#activate(at);
  }

  #press(option: Element, isNewTab: boolean): void {
    if (option instanceof HTMLAnchorElement) {
      keepSearch(this.#typed.trim());
      this.#parts.leave(option.href, isNewTab);
    } else this.#actions.get(option)?.();
    this.#parts.input.focus();
  }

  #options(): readonly HTMLElement[] {
    return [...this.#parts.list.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  #activate(at: number): void {
    this.#active = at;
    this.#options().forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at));
      option.id = `searchOption${index}`;
    });
    const { input } = this.#parts;
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `searchOption${at}`);
  }

  #fill(content: readonly Node[], notes: readonly Node[], said: string, active: number): void {
    const { list, notes: below, status } = this.#parts;
    list.replaceChildren(...content);
    below.replaceChildren(...notes);
    status.textContent = said;
    this.#activate(Math.min(active, this.#options().length - 1));
  }

  #show(query: Query, found: SourceFound, keep: number): void {
    const text = this.#text;
    const first = firstShown(found.groups);
    const groups = found.groups.map((group, at) =>
      this.#group(group, this.#limits.has(group.name) ? group.hits.length : (first[at] ?? 0), found.words),
    );
    const isOther = this.#source !== this.#parts.source;
    const back = isOther ? [this.#back()] : [];
    const none =
      found.count === 0
        ? [el('p', { class: 'search-none' }, fill(text.none, { query: query.text })), el('p', {}, text.noneHint)]
        : [];
    const said = found.count === 0 ? fill(text.none, { query: query.text }) : fill(text.count, { count: found.count });
    this.#fill([...back, ...groups], none, said, keep >= 0 ? keep : back.length > 0 && groups.length > 0 ? 1 : 0);
  }

  #group({ name, hits: found, count }: SourceGroup, shown: number, words: readonly string[]): HTMLElement {
    const hits = found.slice(0, shown);
    const text = this.#text;
    const titles: { readonly [key in GroupName]: string } = {
      operations: text.groupOperations,
      fields: text.groupFields,
      values: text.groupValues,
      schemas: text.groupSchemas,
      overview: text.groupOverview,
      guides: text.groupGuides,
    };
    const { locale } = this.#source.manifest;
    const lang = locale === this.#parts.source.manifest.locale ? undefined : locale;
    const options = hits.map((hit) =>
      el(
        'a',
        { role: 'option', class: 'search-hit', href: hrefOf(hit), tabindex: '-1', lang, hreflang: lang },
        ...hitContent(hit, words, text),
      ),
    );
    // Passages of one heading are one result, so there can be fewer than were counted.
    const isAll = shown >= found.length && found.length < (this.#limits.get(name) ?? FIRST);
    const rest = isAll ? 0 : count - hits.length;
    const more =
      rest > 0 &&
      this.#action('search-more', [fill(text.showMore, { count: Math.min(rest, MORE) })], () => {
        this.#limits.set(name, hits.length + MORE);
        void this.search(this.#active);
      });
    const id = `searchGroup-${name}`;
    const title = el(
      'div',
      { class: 'search-group', id, role: 'presentation' },
      titles[name],
      ' ',
      el('span', {}, String(count)),
    );
    return el('div', { role: 'group', 'aria-labelledby': id }, title, ...options, more);
  }

  #action(name: string, content: readonly (Node | string)[], act: () => void): HTMLElement {
    const option = el('div', { role: 'option', class: `search-hit search-action ${name}` }, ...content);
    this.#actions.set(option, act);
    return option;
  }

  #back(): HTMLElement {
    const language = this.#parts.source.manifest.name;
    return this.#action('search-language', [icon(ARROW), fill(this.#text.back, { language })], () => {
      this.#source = this.#parts.source;
      void this.search();
    });
  }

  /** Says how many results the other languages have. */
  async #searchOthers(query: Query, turn: number): Promise<void> {
    for (const { locale, name, url } of this.#source.manifest.others) {
      const opening = this.#others.get(locale) ?? openSource(url);
      this.#others.set(locale, opening);
      opening.catch(() => this.#others.delete(locale));
      const source = await opening;
      const { count } = await findIn(source, query, () => FIRST);
      if (turn !== this.#turn) return;
      if (count === 0) continue;
      const said = fill(this.#text.countOther, { count, language: name });
      this.#parts.list.append(
        this.#action('search-language', [icon(ARROW), said], () => {
          this.#source = source;
          void this.search();
        }),
      );
      this.#parts.status.textContent = `${this.#parts.status.textContent} ${said}`;
      this.#activate(Math.max(this.#active, 0));
    }
  }

  /** Before anything is typed: what was looked for in this tab, and what can be. */
  #showStart(): void {
    const text = this.#text;
    const recent = recentSearches().map((query) =>
      this.#suggestion(query, [icon(CLOCK), el('span', { class: 'search-name', dir: 'auto' }, query)]),
    );
    const clear = this.#action('search-more', [text.clearRecent], () => {
      clearSearches();
      void this.search();
    });
    const { operation, field, code } = this.#parts.source.manifest.examples;
    const hints = [
      [operation, text.hintOperation],
      [field, text.hintField],
      [code, text.hintCode],
    ] as const;
    const offered = hints.flatMap(([example, means]) =>
      example === undefined
        ? []
        : this.#suggestion(example, [
            el('span', { class: 'search-name' }, el('code', {}, example)),
            el('span', { class: 'search-place' }, means),
          ]),
    );
    this.#fill(
      [
        ...(recent.length > 0 ? [this.#titled('recent', text.recent, [...recent, clear])] : []),
        ...(offered.length > 0 ? [this.#titled('hints', text.hints, offered)] : []),
      ],
      [],
      '',
      -1,
    );
  }

  #suggestion(query: string, content: readonly Node[]): HTMLElement {
    return this.#action('', content, () => {
      this.#parts.input.value = query;
      void this.search();
    });
  }

  #titled(name: string, title: string, options: readonly Node[]): HTMLElement {
    const id = `searchGroup-${name}`;
    const head = el('div', { class: 'search-group', id, role: 'presentation' }, title);
    return el('div', { role: 'group', 'aria-labelledby': id }, head, ...options);
  }

  #showFailure(): void {
    // What shows already stays: its button may have the focus.
    if (this.#failure?.isConnected) return;
    const text = this.#text;
    const retry = el('button', { type: 'button', class: 'button' }, text.retry);
    retry.addEventListener('click', () => {
      this.#parts.input.focus();
      void this.search();
    });
    this.#failure = el('p', { role: 'alert' }, text.failed);
    this.#fill([], [this.#failure, retry], '', -1);
  }
}

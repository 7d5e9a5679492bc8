/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { codeNodes } from './code-nodes.ts';
import type { CodePages } from './code-pages.ts';
import { Scroller } from './Scroller.tsx';
import type { Match, TextSearch } from './text-search.ts';

/** Pages shown at first and added with each press, and the most there are at a time: what is above or below goes. */
const SHOWN = 4;
const MOST = 24;

interface SourceViewProps {
  readonly pages: CodePages;
  readonly label: string;
  /** UTF-16 units of the whole body. */
  readonly length: number;
  readonly search: TextSearch;
}

/** A text of any length: a few pages of it are in the document, and go on or back by a press or a search. */
export function SourceView({ pages, label, length, search }: SourceViewProps): JSX.Element {
  const text = usePartText('answer');
  const { formats } = useScene();
  const [[from, to], setRange] = useState<readonly [number, number]>([0, SHOWN]);
  const end = Math.min(to, pages.count);
  const current = search.match(search.current());
  const code = useRef<HTMLElement>(null);

  useEffect(() => {
    if (!current) return;
    const page = pages.pageOf(current.start);
    if (page < from || page >= to) setRange([page, page + SHOWN]);
  }, [pages, current?.start]);
  useEffect(() => {
    if (current) code.current?.querySelector('mark.is-current')?.scrollIntoView({ block: 'nearest' });
  }, [pages, current?.start, from]);

  const before = pages.startOf(from);
  const after = end < pages.count ? length - pages.startOf(end) : 0;
  return (
    <Scroller label={label}>
      {before > 0 && (
        <button
          type="button"
          class="console-link"
          onClick={() => setRange([Math.max(0, from - SHOWN), Math.min(end, Math.max(0, from - SHOWN) + MOST)])}
        >
          {fill(text.showBefore, { size: formats.size(before) })}
        </button>
      )}
      <pre>
        <code ref={code}>
          {Array.from({ length: end - from }, (_, at) => (
            <Page key={from + at} pages={pages} index={from + at} search={search} />
          ))}
        </code>
      </pre>
      {after > 0 && (
        <button
          type="button"
          class="console-link"
          onClick={() => setRange([Math.max(from, end + SHOWN - MOST), end + SHOWN])}
        >
          {fill(text.showMore, { size: formats.size(after) })}
        </button>
      )}
    </Scroller>
  );
}

interface PageProps {
  readonly pages: CodePages;
  readonly index: number;
  readonly search: TextSearch;
}

function Page({ pages, index, search }: PageProps): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const pieces = useMemo(() => pages.page(index), [pages, index]);
  const marks = search.query() === '' ? NONE : marksOf(pieces, search);
  const shown = marks.map((mark) => `${mark.start} ${mark.end} ${mark.index === search.current()}`).join();
  useLayoutEffect(
    () => element.current?.replaceChildren(...codeNodes(pieces, marks, search.current())),
    [pieces, shown],
  );
  return <div ref={element} />;
}

const NONE: readonly (Match & { readonly index: number })[] = [];

function marksOf(pieces: ReturnType<CodePages['page']>, search: TextSearch): typeof NONE {
  const placed = pieces.filter(({ start }) => start !== undefined);
  const [first, last] = [placed[0], placed.at(-1)];
  return first && last ? search.within(first.start ?? 0, (last.start ?? 0) + last.text.length) : NONE;
}

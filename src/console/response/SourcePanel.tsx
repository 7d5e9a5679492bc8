/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Grammar } from '../../samples/tokens.ts';
import type { JsonOutline } from '../json/outline.ts';
import { usePartText } from '../lazy-part.tsx';
import { inTurns } from '../turns.ts';
import { CopyButton } from './CopyButton.tsx';
import { type CodePages, laidOutPages, textPages } from './code-pages.ts';
import { SourceView } from './SourceView.tsx';
import type { TextSearch } from './text-search.ts';

interface SourcePanelProps {
  readonly text: string;
  readonly label: string;
  /** Left out for text of unknown form. */
  readonly grammar: Grammar | undefined;
  /** Of JSON that has been read, which can be laid out. */
  readonly outline: JsonOutline | undefined;
  readonly search: TextSearch;
}

/** The source of a body. JSON is laid out at first, and can be seen as it came. */
export function SourcePanel({ text, label, grammar, outline, search }: SourcePanelProps): JSX.Element {
  const words = usePartText('answer');
  const [asCame, setAsCame] = useState(false);
  const laidOut = outline && !asCame ? outline : undefined;
  const pages = useMemo(() => (laidOut ? laidOutPages(laidOut) : textPages(text, grammar)), [laidOut, text, grammar]);
  return (
    <div class="console-source">
      <CopyButton read={() => (laidOut ? wholeOf(pages) : text)} />
      {outline && (
        <label class="console-as-came">
          <input type="checkbox" checked={asCame} onChange={(event) => setAsCame(event.currentTarget.checked)} />{' '}
          {words.asItCame}
        </label>
      )}
      <SourceView key={String(asCame)} pages={pages} label={label} length={text.length} search={search} />
    </div>
  );
}

async function wholeOf(pages: CodePages): Promise<string> {
  const texts: string[] = [];
  let index = 0;
  await inTurns(() => {
    texts.push(...pages.page(index).map((piece) => piece.text));
    index += 1;
    return index >= pages.count;
  }, new AbortController().signal);
  return texts.join('');
}

/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { escapeInvisibles, showInvisibles } from '../../model/invisibles.ts';
import { type JsonOutline, kindOf, valueEnd, valueStart } from '../json/outline.ts';
import { canOpen, type Row, type ValueRow } from '../json/rows.ts';
import { MORE, SHORT, shownString } from '../json/shown-string.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { Marked } from './Marked.tsx';

interface TreeRowProps {
  readonly outline: JsonOutline;
  readonly row: Row;
  /** The one row that Tab leads to. */
  readonly isActive: boolean;
  readonly mark: RegExp | undefined;
  /** A place in the text that should show. */
  readonly reach: number | undefined;
  readonly onChoose: () => void;
  readonly onFold: () => void;
}

export function TreeRow({ outline, row, isActive, mark, reach, onChoose, onFold }: TreeRowProps): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => element.current?.style.setProperty('--level', String(row.level)), [row.level]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys of all its rows
    <div
      ref={element}
      role="treeitem"
      class={`console-tree-row ${isActive ? 'is-active' : ''} ${canOpen(row) && !row.isOpen ? 'is-folded' : ''}`}
      data-row={row.id}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.beside}
      aria-selected={isActive}
      aria-expanded={canOpen(row) ? row.isOpen : undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={onChoose}
      onClick={() => {
        // Who marks text to copy it doesn't mean to fold.
        if (getSelection()?.isCollapsed !== false) onFold();
      }}
    >
      {row.kind === 'range' ? (
        <span class="console-tree-note">{`[${row.from} … ${row.to - 1}]`}</span>
      ) : (
        <>
          {row.name !== undefined && (
            <>
              <i class={typeof row.name === 'number' ? 'tok-comment' : 'tok-property'} dir="auto">
                <Marked
                  text={typeof row.name === 'number' ? String(row.name) : escapeInvisibles(JSON.stringify(row.name))}
                  mark={mark}
                />
              </i>
              <span class="console-tree-colon">: </span>
            </>
          )}
          <Value outline={outline} row={row} mark={mark} reach={reach} />
        </>
      )}
    </div>
  );
}

interface ValueProps {
  readonly outline: JsonOutline;
  readonly row: ValueRow & { readonly isOpen: boolean };
  readonly mark: RegExp | undefined;
  readonly reach: number | undefined;
}

function Value({ outline, row, mark, reach }: ValueProps): JSX.Element {
  const text = usePartText('answer');
  const { formats } = useScene();
  const kind = kindOf(outline, row.node);
  switch (kind) {
    case 'object':
    case 'array': {
      const [brackets, count] = kind === 'object' ? ['{ }', text.propertyCount] : ['[ ]', text.itemCount];
      return (
        <>
          <span class="console-tree-brackets">{brackets}</span>{' '}
          <span class="console-tree-note">{fill(count, { count: row.size, shown: formats.number(row.size) })}</span>
          {!row.isOpen && row.size > 0 && (
            <span class="console-tree-preview" aria-hidden="true">
              {preview(outline, row.node)}
            </span>
          )}
        </>
      );
    }
    case 'string':
      return <StringValue outline={outline} node={row.node} mark={mark} reach={reach} />;
    default: {
      const start = valueStart(outline, row.node);
      const literal = outline.text.slice(start, Math.min(valueEnd(outline, row.node), start + MORE));
      return (
        <i class={kind === 'number' ? 'tok-number' : 'tok-keyword'}>
          <Marked text={literal} mark={mark} />
        </i>
      );
    }
  }
}

/** The most characters that a search opens of one string. */
const MOST = 10 * MORE;
const PREVIEW = 120;

/** The beginning of what a folded row holds. */
function preview(outline: JsonOutline, node: number): string {
  const start = valueStart(outline, node);
  // What holds more values than that is longer, and its end takes longer to find.
  const isShort = outline.after(node) - node < PREVIEW;
  const end = isShort ? Math.min(start + PREVIEW, valueEnd(outline, node)) : start + PREVIEW;
  return showInvisibles(outline.text.slice(start, end).replace(/\s+/g, ' '));
}

interface StringValueProps {
  readonly outline: JsonOutline;
  readonly node: number;
  readonly mark: RegExp | undefined;
  readonly reach: number | undefined;
}

function StringValue({ outline, node, mark, reach }: StringValueProps): JSX.Element {
  const text = usePartText('answer');
  const { formats, announce } = useScene();
  const [pressed, setMost] = useState(SHORT);
  const start = valueStart(outline, node);
  const literal = outline.text.slice(start, valueEnd(outline, node));
  // A match far into a text of megabytes isn't led to: the source has it.
  const asked = reach === undefined || reach - start > MOST ? 0 : reach - start + SHORT;
  const most = Math.max(pressed, asked);
  const shown = shownString(literal, most);
  return (
    <>
      <i class="tok-string" dir="auto">
        "<Marked text={shown.text} mark={mark} />
        {shown.left > 0 ? '…' : '"'}
      </i>
      {shown.left > 0 && (
        <>
          {' '}
          <button
            type="button"
            class="console-link"
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              setMost(most < MORE ? MORE : most + MORE);
              announce(text.shownMore);
            }}
          >
            {fill(shown.left + most <= MORE ? text.showAll : text.showMoreCharacters, {
              count: formats.number(shown.left),
            })}
          </button>
        </>
      )}
    </>
  );
}

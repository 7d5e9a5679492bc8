/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { formatJson } from '../../model/json-text.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { browserHistory } from './browser-history.ts';
import type { HistoryEntry } from './history.ts';
import type { KeptAnswer } from './kept-answer.ts';
import { type DiffLine, diffLines, foldSame } from './line-diff.ts';

interface CompareViewProps {
  readonly before: HistoryEntry;
  readonly after: HistoryEntry;
}

const CONTEXT = 3;
/** More of a diff than anyone reads would only slow the page down. */
const SHOWN_LINES = 1000;
const LINE_LIMIT = 50_000;
const LONG_LINE = 2000;

/** Two answers beside each other: what they say of themselves, and their bodies line by line. */
export function CompareView({ before, after }: CompareViewProps): JSX.Element | null {
  const text = usePartText('around');
  const { formats } = useScene();
  const old = browserHistory.exchange(before.id)?.answer;
  const young = browserHistory.exchange(after.id)?.answer;
  if (!old || !young) return <p class="console-note">{text.letGo}</p>;
  const time = ({ endAfter }: KeptAnswer): string => (endAfter === undefined ? '' : formats.time(endAfter));
  const headers = [...new Set([...old.headers, ...young.headers].map(([name]) => name))].sort();
  const headerOf = ({ headers: all }: KeptAnswer, name: string): string =>
    all
      .filter(([one]) => one === name)
      .map(([, value]) => value)
      .join(', ');
  const rows: readonly (readonly [name: string, before: string, after: string])[] = [
    [text.status, `${old.status} ${old.statusText}`, `${young.status} ${young.statusText}`],
    [text.time, time(old), time(young)],
    [text.size, formats.size(old.size), formats.size(young.size)],
    ...headers.map((name) => [name, headerOf(old, name), headerOf(young, name)] as const),
  ];
  return (
    <section class="console-compare" aria-label={text.comparison}>
      <h3>{text.comparison}</h3>
      <table class="console-compare-facts">
        <thead>
          <tr>
            <td />
            <th scope="col">{text.earlier}</th>
            <th scope="col">{text.later}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, was, is]) => (
            <tr key={name} class={was === is ? '' : 'is-different'}>
              <th scope="row">{name}</th>
              <td>{showInvisibles(was)}</td>
              <td>{showInvisibles(is)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <BodyDiff before={old} after={young} />
    </section>
  );
}

function BodyDiff({ before, after }: { readonly before: KeptAnswer; readonly after: KeptAnswer }): JSX.Element {
  const text = usePartText('around');
  const { formats } = useScene();
  const id = useId();
  const lines = useMemo(() => {
    const [old, young] = [linesOf(before), linesOf(after)];
    return old && young && diffLines(old, young);
  }, [before, after]);
  if (!lines) return <p class="console-note">{text.notComparable}</p>;
  const count = (kind: DiffLine['kind']): number => lines.filter((line) => line.kind === kind).length;
  const [added, removed] = [count('added'), count('removed')];
  if (added + removed === 0) return <p class="console-note">{text.sameBodies}</p>;
  let room = SHOWN_LINES;
  const blocks = foldSame(lines, CONTEXT).flatMap((block) => {
    if (block.kind === 'gap' || room <= 0) return room > 0 ? [block] : [];
    const shown = block.lines.slice(0, room);
    room -= shown.length;
    return [{ ...block, lines: shown }];
  });
  return (
    <>
      <p class="console-note" id={id}>
        {fill(text.diffCounts, { added: formats.number(added), removed: formats.number(removed) })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields */}
      <pre class="console-diff" role="group" aria-labelledby={id} tabIndex={0}>
        {blocks.map((block, index) =>
          block.kind === 'gap' ? (
            <span key={index} class="console-diff-gap">
              {fill(text.sameLines, { count: formats.number(block.count) })}
            </span>
          ) : (
            block.lines.map((line, at) => <Line key={`${index} ${at}`} line={line} />)
          ),
        )}
      </pre>
      {room <= 0 && <p class="console-note">{fill(text.diffCut, { count: formats.number(SHOWN_LINES) })}</p>}
    </>
  );
}

/** A sign beside the colour, as text, so that it is copied and read out too. */
function Line({ line: { kind, text } }: { readonly line: DiffLine }): JSX.Element {
  const shown = showInvisibles(text.length > LONG_LINE ? `${text.slice(0, LONG_LINE)}…` : text);
  if (kind === 'added') return <ins>{`+ ${shown}\n`}</ins>;
  if (kind === 'removed') return <del>{`− ${shown}\n`}</del>;
  return <span>{`  ${shown}\n`}</span>;
}

/** @returns nothing for what has no lines to compare */
function linesOf({ body }: KeptAnswer): string[] | undefined {
  if (body.kind === 'none') return [];
  if (body.kind !== 'text') return undefined;
  const lines = (body.isJson ? formatJson(body.text) : body.text).split('\n');
  return lines.length > LINE_LIMIT ? undefined : lines;
}

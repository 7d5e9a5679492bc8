/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { Answer } from '../answer.ts';
import { type JsonOutline, nodeAt } from '../json/outline.ts';
import { useScan } from '../json/use-scan.ts';
import { usePartText } from '../lazy-part.tsx';
import { useChanges, useScene } from '../scene.ts';
import type { TextBody } from '../whole-body.ts';
import { CopyButton } from './CopyButton.tsx';
import { Differences } from './Differences.tsx';
import { OutlineTree, type TreeTarget } from './OutlineTree.tsx';
import { SaveLink } from './SaveLink.tsx';
import { SearchBar } from './SearchBar.tsx';
import { SourcePanel } from './SourcePanel.tsx';
import { type Tab, Tabs } from './Tabs.tsx';
import { createTextSearch } from './text-search.ts';
import { useComparison } from './use-comparison.ts';

interface TextAnswerProps {
  readonly answer: Answer;
  readonly body: TextBody;
  /** Those that every answer has. */
  readonly others: readonly Tab[];
}

/** A body that is text: JSON as a tree and as source, anything else as its source. */
export function TextAnswer({ answer, body, others }: TextAnswerProps): JSX.Element {
  const text = usePartText('answer');
  const { formats } = useScene();
  const [chosen, setChosen] = useState('body');
  const scan = useScan(body.json ? body.text : undefined);
  const outline = scan?.kind === 'outline' ? scan.outline : undefined;
  const problem = scan?.kind === 'problem' ? scan : undefined;
  const isJson = body.json && (!problem || problem.fault === 'too-many');
  const grammar = isJson ? 'json' : /[/+]xml$/.test(body.type) ? 'xml' : undefined;
  const search = useMemo(() => createTextSearch(body.text, isJson), [body, isJson]);
  const comparison = useComparison(outline, answer);
  const [target, setTarget] = useTarget(search, outline);

  const bar = (
    <div class="console-tools">
      <SearchBar search={search} />
      <SaveLink body={body} isSmall />
    </div>
  );
  const source = (id: string, title: string): Tab => ({
    id,
    title,
    view: () => (
      <>
        {bar}
        <SourcePanel text={body.text} label={title} grammar={grammar} outline={outline} search={search} />
      </>
    ),
  });
  const tree: Tab = {
    id: 'body',
    title: text.viewTree,
    view: () => (
      <>
        {bar}
        <CopyButton read={() => body.text} />
        {outline ? (
          <OutlineTree outline={outline} label={text.viewTree} target={target} mark={search.pattern()?.shown} />
        ) : (
          <p class="console-caption console-wait">{text.readingJson}</p>
        )}
      </>
    ),
  };
  const hasTree = body.json && !problem;
  const tabs = [...(hasTree ? [tree, source('source', text.viewSource)] : [source('body', text.viewBody)]), ...others];
  return (
    <>
      {problem && answer.phase === 'done' && body.type !== '' && (
        <p class="console-notice is-warning" dir="auto">
          {fill(text.jsonFault[problem.fault], {
            type: showInvisibles(body.type),
            line: formats.number(problem.line),
            column: formats.number(problem.column),
          })}
        </p>
      )}
      {hasTree && comparison === 'running' && <p class="console-caption">{text.comparing}</p>}
      {outline && comparison && comparison !== 'running' && (
        <Differences
          outline={outline}
          comparison={comparison}
          onGo={(node) => {
            setChosen('body');
            setTarget({ node, takesFocus: true });
          }}
        />
      )}
      <Tabs label={text.answerViews} tabs={tabs} chosen={chosen} onChoose={setChosen} />
    </>
  );
}

/** Where the tree goes: to what a search is at, or to what was chosen since. */
function useTarget(
  search: ReturnType<typeof createTextSearch>,
  outline: JsonOutline | undefined,
): [TreeTarget | undefined, (target: TreeTarget) => void] {
  const [target, setTarget] = useState<TreeTarget>();
  useChanges(search);
  const match = search.match(search.current());
  useEffect(() => {
    if (outline && match) {
      setTarget({ node: nodeAt(outline, match.start), takesFocus: false, reach: match.end });
    }
  }, [outline, match?.start, match?.end]);
  return [target, setTarget];
}

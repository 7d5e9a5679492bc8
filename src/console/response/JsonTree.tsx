/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { showInvisibles } from '../../model/invisibles.ts';
import { useScan } from '../json/use-scan.ts';
import { usePartText } from '../lazy-part.tsx';
import { OutlineTree } from './OutlineTree.tsx';

interface JsonTreeProps {
  /** JSON; any other text is shown as it is. */
  readonly text: string;
  /** What the tree is of, for those who don't see where it stands. */
  readonly label: string;
}

/** A JSON text as a tree, numbers and the order of keys as they came. */
export function JsonTree({ text, label }: JsonTreeProps): JSX.Element {
  const words = usePartText('answer');
  const result = useScan(text);
  if (!result) return <p class="console-caption">{words.readingJson}</p>;
  if (result.kind === 'problem') {
    return (
      <pre class="console-plain">
        <code dir="auto">{showInvisibles(text)}</code>
      </pre>
    );
  }
  return <OutlineTree outline={result.outline} label={label} />;
}

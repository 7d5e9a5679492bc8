/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { showInvisibles } from '../../model/invisibles.ts';
import type { JsonOutline } from '../json/outline.ts';
import { pathOf, pointerOf, stepsTo } from '../json/paths.ts';
import { usePartText } from '../lazy-part.tsx';
import { CopyButton } from './CopyButton.tsx';
import { copyValue } from './copy-value.ts';

interface PathBarProps {
  readonly outline: JsonOutline;
  readonly node: number;
  readonly label: string;
}

/** Where the chosen row stands, and what can be copied of it. */
export function PathBar({ outline, node, label }: PathBarProps): JSX.Element {
  const text = usePartText('answer');
  const steps = stepsTo(outline, node);
  const path = pathOf(steps);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div class="console-path" role="group" aria-label={label}>
      <code dir="ltr">{showInvisibles(path)}</code>
      <span class="console-path-copies">
        {node > 0 && (
          <>
            <CopyButton key={`path ${node}`} title={text.copyPath} read={() => path} />
            <CopyButton key={`pointer ${node}`} title={text.copyPointer} read={() => pointerOf(steps)} />
          </>
        )}
        <CopyButton key={`value ${node}`} title={text.copyValue} read={() => copyValue(outline, node)} />
      </span>
    </div>
  );
}

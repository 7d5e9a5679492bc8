/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { adviceText } from '../advice-text.ts';
import type { Comparison } from '../json/compare.ts';
import type { JsonOutline } from '../json/outline.ts';
import { nodeOfPointer, pathOf, stepsTo } from '../json/paths.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';

const SHOWN = 20;

interface DifferencesProps {
  readonly outline: JsonOutline;
  readonly comparison: Comparison;
  /** Leads to a value in the tree. */
  readonly onGo: (node: number) => void;
}

/** Where an answer differs from its schema, told quietly: often it's the description that is behind. */
export function Differences({ outline, comparison, onGo }: DifferencesProps): JSX.Element {
  const text = usePartText('answer');
  const scene = useScene();
  const { formats } = scene;
  const [most, setMost] = useState(SHOWN);
  const { violations, isFull, isPartial } = comparison;
  const partly = isPartial ? <p class="console-caption">{text.comparedPartly}</p> : null;
  if (violations.length === 0) return partly ?? <p class="console-caption console-fits">{text.fitsSchema}</p>;
  const count = `${formats.number(violations.length)}${isFull ? '+' : ''}`;
  return (
    <details class="console-differences">
      <summary>{fill(text.differences, { count: violations.length, shown: count })}</summary>
      <ul>
        {violations.slice(0, most).map((violation, at) => {
          const node = nodeOfPointer(outline, violation.instancePath);
          return (
            <li key={`${at} ${violation.instancePath}`}>
              <button type="button" class="console-link" onClick={() => onGo(node)}>
                <code dir="ltr">{showInvisibles(pathOf(stepsTo(outline, node)))}</code>
              </button>{' '}
              <span dir="auto">{showInvisibles(adviceText(scene, violation))}</span>
            </li>
          );
        })}
      </ul>
      {violations.length > most && (
        <button type="button" class="console-link" onClick={() => setMost(most + SHOWN)}>
          {fill(text.showMoreDifferences, { count: formats.number(violations.length - most) })}
        </button>
      )}
      {partly}
    </details>
  );
}

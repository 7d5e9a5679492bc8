/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { showInvisibles } from '../../model/invisibles.ts';
import type { Rejection } from '../rejections.ts';
import { useScene } from '../scene.ts';
import { rejectionWords } from '../wording.ts';
import { nodeAt } from './read-rejections.ts';

interface BodyRejectionsProps {
  readonly rejections: readonly Rejection[];
  /** Shows a place in the source, in UTF-16 units. */
  readonly goTo: (start: number, end: number) => void;
}

/** What the server said of places in the body, each with the way to it. */
export function BodyRejections({ rejections, goTo }: BodyRejectionsProps): JSX.Element {
  const { session, text } = useScene();
  const body = session.store.state().values.body?.text ?? '';
  return (
    <ul class="console-note is-error">
      {rejections.map((rejection) => {
        const { field, message } = rejection;
        const pointer = field.kind === 'body' ? field.pointer : '';
        const node = nodeAt(body, pointer);
        return (
          <li key={`${pointer} ${message}`} dir="auto">
            {pointer && <code>{showInvisibles(pointer)}</code>} {showInvisibles(rejectionWords(text, rejection))}{' '}
            {pointer && node && (
              <button type="button" class="console-link" onClick={() => goTo(node.start, node.end)}>
                {text.goToFault}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

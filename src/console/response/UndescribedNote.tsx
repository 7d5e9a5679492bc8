/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { Answer } from '../answer.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { type Undescribed, undescribed } from './undescribed.ts';

/** A status, a media type or a body that the description doesn't have. */
export function UndescribedNote({ answer }: { readonly answer: Answer }): JSX.Element | null {
  const text = usePartText('answer');
  const { session, formats } = useScene();
  const found = undescribed(session.operation, answer);
  if (!found) return null;
  const sentence = (one: Undescribed): string => {
    switch (one.kind) {
      case 'status':
        return fill(text.statusUndescribed, { status: answer.status, known: formats.list(one.known) });
      case 'media-type':
        return fill(text.typeUndescribed, { type: one.type, known: formats.list(one.known) });
      case 'body':
        return text.bodyUndescribed;
      case 'no-body':
        return text.bodyMissing;
    }
  };
  return (
    <p class="console-caption" dir="auto">
      {showInvisibles(sentence(found))}
    </p>
  );
}

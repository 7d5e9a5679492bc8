/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import { parseJson } from '../../model/json-text.ts';
import type { MediaType } from '../../model/media-type.ts';
import { fileFields } from '../../request/file-fields.ts';
import type { BodyValue } from '../../request/values.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { rejectionWords } from '../wording.ts';
import { FormRoot } from './FormRoot.tsx';
import { memoryOf } from './form-memory.ts';

interface BodyFormProps {
  readonly body: BodyValue;
  readonly media: MediaType;
  /** Some members may be files, which have fields of their own. */
  readonly hasFiles: boolean;
}

/** The body by fields. Its text stays what it is: each edit changes a range of it. */
export function BodyForm({ body, media, hasFiles }: BodyFormProps): JSX.Element {
  const { session, text } = useScene();
  const words = usePartText('form');
  const { store } = session;
  if (parseJson(body.text).kind === 'problem') {
    return (
      // Send leads here, as it leads to a field.
      <p class="console-notice is-warning" tabIndex={-1} data-refusals="">
        {words.formFault}
      </p>
    );
  }
  const { choice, drafts, attempted } = store.state();
  // The first edit of an example makes a draft of it.
  const draft = choice.kind === 'draft' ? drafts.find(({ id }) => id === choice.id)?.from : undefined;
  const from = choice.kind === 'example' ? choice.name : draft;
  const files = hasFiles ? fileFields(session.api.schemas, media).map(({ at }) => at) : [];
  const rejections = session.rejections.of(store.state().values);
  const refusals = new Map(
    rejections.flatMap((rejection) =>
      rejection.field.kind === 'body' ? [[rejection.field.pointer, rejectionWords(text, rejection)] as const] : [],
    ),
  );
  return (
    <FormRoot
      look="body"
      label={fill(words.formOf, { name: text.body })}
      text={body.text}
      schema={media.schema ?? true}
      memory={memoryOf(session, `body ${from}`)}
      isAdvised={choice.kind === 'draft' || attempted}
      refusals={refusals}
      without={new Set(files)}
      onEdit={(edited) => edited !== undefined && store.dispatch({ kind: 'edit-body', text: edited })}
    />
  );
}

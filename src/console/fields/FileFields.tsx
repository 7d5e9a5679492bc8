/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { MediaType } from '../../model/media-type.ts';
import { defaultFile, type FileField, fileFields } from '../../request/file-fields.ts';
import type { BodyValue, FileValue } from '../../request/values.ts';
import { useScene } from '../scene.ts';
import { Field } from './Field.tsx';
import { shortText } from './short-text.ts';

interface FileFieldsProps {
  readonly body: BodyValue;
  readonly media: MediaType;
  /** The whole body is one file. */
  readonly isWhole: boolean;
}

/** The files of a body, each with a field to choose it. */
export function FileFields({ body, media, isWhole }: FileFieldsProps): JSX.Element {
  const { api } = useScene().session;
  const whole: FileField = { at: '', isList: false, accept: '', file: () => defaultFile(api.schemas, media) };
  const fields = isWhole ? [whole] : fileFields(api.schemas, media);
  return (
    <>
      {fields.map((field) => (
        <FilePick key={field.at} field={field} body={body} isWhole={isWhole} />
      ))}
    </>
  );
}

function FilePick(props: {
  readonly field: FileField;
  readonly body: BodyValue;
  readonly isWhole: boolean;
}): JSX.Element {
  const { session, text } = useScene();
  const { field, body, isWhole } = props;
  const input = useRef<HTMLInputElement>(null);
  const others = (body.files ?? []).filter(({ at }) => at !== field.at);
  const mine = (body.files ?? []).filter(({ at }) => at === field.at);
  const set = (files: readonly FileValue[]): void =>
    session.store.dispatch({ kind: 'edit-body', text: body.text, files: [...others, ...files] });
  const choose = (chosen: readonly File[]): void => {
    if (chosen.length === 0) return;
    const files = chosen.map((file): FileValue => {
      const { contentType } = field.file(file.name);
      const type = contentType ?? (field.accept === '' && file.type ? file.type : undefined);
      return { at: field.at, name: file.name, ...(type && !isWhole ? { contentType: type } : {}) };
    });
    for (const [index, file] of chosen.entries()) {
      session.files.set({ at: isWhole ? '' : `${field.at}/${index}`, name: file.name }, file);
    }
    set(files);
  };
  return (
    <Field
      label={isWhole ? text.bodyFile : field.at || text.files}
      isCode={!isWhole && field.at !== ''}
      hint={shortText(field.description)}
      control={(control) => (
        <div class="console-files">
          <input
            {...control}
            ref={input}
            type="file"
            multiple={field.isList}
            accept={field.accept}
            onChange={(event) => choose([...(event.currentTarget.files ?? [])])}
          />
          {mine.map(({ name }) => (
            <span key={name} class="console-file" dir="auto">
              {showInvisibles(name)}
            </span>
          ))}
          {mine.length > 0 && !isWhole && (
            <button
              type="button"
              class="console-link"
              onClick={() => {
                if (input.current) input.current.value = '';
                set([]);
              }}
            >
              {fill(text.removeFile, { name: mine.length === 1 ? showInvisibles(mine[0]?.name ?? '') : field.at })}
            </button>
          )}
        </div>
      )}
    />
  );
}

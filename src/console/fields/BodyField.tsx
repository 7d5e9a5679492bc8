/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { formatJson, parseJson } from '../../model/json-text.ts';
import { mediaOf } from '../../request/body.ts';
import { bodyTitle } from '../../request/example-title.ts';
import { bodyKind } from '../../request/media-kind.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import type { BodyChoice } from '../state.ts';
import { keepChoice, readChoice } from '../storage.ts';
import { problemText } from '../wording.ts';
import { BodyAdvice } from './BodyAdvice.tsx';
import { Editor } from './Editor.tsx';
import { Field } from './Field.tsx';
import { BodyForm, FileFields } from './form-parts.tsx';

/** Loaded by then: with the answer that refused the body. */
const BodyRejections = lazyPart('answer', async () => (await import('../response/BodyRejections.tsx')).BodyRejections);

/** The body: where to start from, its source or its fields, and what is wrong with the text. */
export function BodyField(): JSX.Element | null {
  const { session, text } = useScene();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { operation, store } = session;
  const { values, attempted } = store.state();
  const { body } = values;
  const [chosen, choose] = useState(() => readChoice(VIEW) ?? 'json');
  if (!operation.requestBody) return null;

  const media = body && mediaOf(operation.requestBody, body.mediaType);
  const kind = body && bodyKind(body.mediaType, media?.schema ?? media?.itemSchema, session.api.schemas);
  // A form may be typed as it is sent; everything else that is made of members is JSON.
  const isJson =
    body !== undefined && (kind === 'json' || kind === 'multipart' || (kind === 'form' && /^\s*[{[]/.test(body.text)));
  const node = isJson ? parseJson(body.text) : undefined;
  const fault = node?.kind === 'problem' ? node : undefined;
  const problems = session
    .built()
    .problems.filter(({ code }) => code !== 'not-json' && (attempted || code !== 'required-missing'));
  const error = problemText(text, problems, ({ kind }) => kind === 'body');

  const rejections = session.rejections.of(values).filter(({ field }) => field.kind === 'body');
  const hasForm = isJson && media?.schema !== undefined;
  const view = hasForm ? chosen : 'json';
  const show = (next: string): void => {
    choose(next);
    keepChoice(VIEW, next);
  };

  const goTo = (start: number, end: number): void => {
    show('json');
    // After the next drawing, which may bring the editor.
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(start, end);
    });
  };
  return (
    <fieldset class="console-group">
      <legend>{text.body}</legend>
      <div class="console-body-head">
        <ExampleField />
        {hasForm && <Views view={view} onShow={show} />}
        {isJson && view === 'json' && (
          <button
            type="button"
            class="console-button"
            disabled={fault !== undefined}
            onClick={() => store.dispatch({ kind: 'edit-body', text: formatJson(body.text) })}
          >
            {text.format}
          </button>
        )}
      </div>
      {body && media && view === 'form' && <BodyForm body={body} media={media} hasFiles={kind === 'multipart'} />}
      {body && kind !== 'binary' && view === 'json' && (
        <Editor
          area={area}
          label={`${text.body} ${body.mediaType}`}
          text={body.text}
          isJson={isJson}
          schema={media?.schema}
          faultLine={fault?.line}
          isRejected={rejections.length > 0}
          describedBy={`${id}-status`}
          onEdit={(edited) => store.dispatch({ kind: 'edit-body', text: edited })}
        />
      )}
      {body && media && (kind === 'multipart' || kind === 'binary') && (
        <FileFields body={body} media={media} isWhole={kind === 'binary'} />
      )}
      <div id={`${id}-status`} class="console-body-status">
        {error && <p class="console-note is-error">{error}</p>}
        {fault && (
          <p class="console-note is-error">
            {fill(text.bodyFault, { line: fault.line, column: fault.column, fault: text.jsonFault[fault.fault] })}{' '}
            <button type="button" class="console-link" onClick={() => goTo(fault.offset, fault.offset + 1)}>
              {text.goToFault}
            </button>
          </p>
        )}
        {rejections.length > 0 && <BodyRejections rejections={rejections} goTo={goTo} />}
        {node && node.kind !== 'problem' && kind === 'json' && (
          <BodyAdvice node={node} mediaType={body?.mediaType ?? ''} isEdited={store.state().choice.kind === 'draft'} />
        )}
      </div>
    </fieldset>
  );
}

/** Under this name the tab keeps which view of bodies the reader chose. */
const VIEW = 'body view';

function Views({ view, onShow }: { readonly view: string; readonly onShow: (view: string) => void }): JSX.Element {
  const { text } = useScene();
  return (
    <fieldset class="console-views" aria-label={text.bodyViews}>
      {(['form', 'json'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={one === view} onClick={() => onShow(one)}>
          {one === 'form' ? text.viewForm : text.viewJson}
        </button>
      ))}
    </fieldset>
  );
}

function ExampleField(): JSX.Element | null {
  const { session, text } = useScene();
  const { operation, store } = session;
  const { choice, examples, drafts } = store.state();
  const titleOf = (name: string): string => {
    const found = examples.find((example) => example.name === name);
    return found ? bodyTitle(found, examples) : name;
  };
  const options: { value: string; title: string; choice: BodyChoice }[] = [
    ...examples.map(({ name }, index) => ({
      value: `example-${index}`,
      title: titleOf(name),
      choice: { kind: 'example', name } as const,
    })),
    ...drafts.map(({ id, from }) => ({
      value: `draft-${id}`,
      title: fill(text.draft, { number: id, example: titleOf(from) }),
      choice: { kind: 'draft', id } as const,
    })),
  ];
  if (!operation.requestBody?.required) options.push({ value: 'none', title: text.noBody, choice: { kind: 'none' } });
  if (options.length < 2) return null;
  const chosen = options.find((option) => isSame(option.choice, choice));
  return (
    <Field
      label={text.bodyExample}
      control={(props) => (
        <select
          {...props}
          value={chosen?.value ?? ''}
          onChange={(event) => {
            const next = options.find(({ value }) => value === event.currentTarget.value);
            if (next) store.dispatch({ kind: 'choose-body', choice: next.choice });
          }}
        >
          {options.map(({ value, title }) => (
            <option key={value} value={value}>
              {showInvisibles(title)}
            </option>
          ))}
        </select>
      )}
    />
  );
}

function isSame(one: BodyChoice, other: BodyChoice): boolean {
  if (one.kind === 'example') return other.kind === 'example' && other.name === one.name;
  return one.kind === other.kind && (one.kind === 'none' || (other.kind === 'draft' && one.id === other.id));
}

/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { type JsonNode, type JsonText, parseJson } from '../../model/json-text.ts';
import type { Schema, Schemas } from '../../model/schema-object.ts';
import { validateJson } from '../../schema/validate.ts';
import { pointerStep } from '../../schema/violation.ts';
import { adviceText } from '../advice-text.ts';
import { type Scene, useScene } from '../scene.ts';
import type { FieldHead } from './FieldFrame.tsx';
import { type FocusMark, type FormScope, FormScopeProvider, type Place } from './form-scope.ts';
import { replaceValue } from './json-edit.ts';
import { ValueField } from './ValueField.tsx';

interface FormRootProps extends FieldHead {
  /** JSON without a mistake; nothing while there is no value. */
  readonly text: JsonText | undefined;
  readonly schema: Schema;
  readonly memory: Map<string, JsonText>;
  readonly isAdvised: boolean;
  readonly refusals?: ReadonlyMap<string, string>;
  readonly example?: JsonText | undefined;
  readonly without?: ReadonlySet<string>;
  readonly isSecret?: boolean;
  /** How the field stands: a body has a title of its own, a parameter stands in a row with others. */
  readonly look: 'body' | 'parameter';
  /** Without a text the value is left out. */
  readonly onEdit: (text: JsonText | undefined) => void;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The fields of one value, which stays the text that it is. */
export function FormRoot(props: FormRootProps): JSX.Element {
  const { text, schema, memory, isAdvised, refusals = NONE, onEdit, example, without, look, isSecret, ...head } = props;
  const scene = useScene();
  const { schemas } = scene.session.api;
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ path: string; mark: FocusMark }>(undefined);
  const parsed = useMemo(() => (text === undefined ? undefined : parseJson(text)), [text]);
  const node = parsed?.kind === 'problem' ? undefined : parsed;
  const advice = useMemo(
    () => (node && isAdvised ? adviceOf(scene, schemas, schema, node) : new Map<string, string>()),
    [node, isAdvised],
  );
  // What comes from elsewhere, such as another example, is a new value to the fields.
  const own = useRef(text);
  const generation = useRef(0);
  const [, redraw] = useReducer((count: number, _: undefined) => count + 1, 0);
  if (own.current !== text) {
    generation.current += 1;
    own.current = text;
  }
  const edit = (next: JsonText | undefined): void => {
    own.current = next;
    onEdit(next);
  };
  const form: FormScope = {
    schemas,
    text: text ?? '',
    advice,
    refusals,
    memory,
    isShort: look === 'parameter',
    isSecret: isSecret === true,
    edit,
    focus(path, mark) {
      wanted.current = { path, mark };
      redraw(undefined);
    },
  };
  useLayoutEffect(() => {
    const to = wanted.current;
    wanted.current = undefined;
    if (to) focusIn(root.current, to.path, to.mark);
  });
  const place: Place = {
    path: '',
    node,
    put: (value) => edit(node ? replaceValue(form.text, node, value) : value),
    clear: () => edit(undefined),
  };
  return (
    <FormScopeProvider value={form}>
      <div ref={root} class={`form is-${look}`}>
        <ValueField
          key={generation.current}
          {...{ place, schema, example }}
          depth={0}
          {...head}
          {...(without ? { without } : {})}
        />
      </div>
    </FormScopeProvider>
  );
}

function focusIn(root: HTMLElement | null, path: string, mark: FocusMark): void {
  const field = root?.querySelector(`[data-at="${CSS.escape(path)}"]`);
  const marked = [...(field?.querySelectorAll<HTMLElement>(`[data-mark="${mark}"]`) ?? [])];
  // The ways to add stand behind the fields inside, which have their own.
  const own = marked.filter((one) => one.closest('[data-at]') === field);
  const to = own.at(-1) ?? marked[0] ?? field?.querySelector<HTMLElement>('button, input, select, textarea');
  to?.focus();
  // What a value or a name begins as gives way to what is typed.
  if (to instanceof HTMLInputElement || to instanceof HTMLTextAreaElement) to.select();
}

const ADVICE_LIMIT = 50_000;

function adviceOf(scene: Scene, schemas: Schemas, schema: Schema, node: JsonNode): Map<string, string> {
  const advice = new Map<string, string>();
  if (node.end - node.start > ADVICE_LIMIT) return advice;
  const budget = { left: 200_000 };
  for (const violation of validateJson(schemas, schema, node, {
    direction: 'request',
    discriminatorDecides: true,
    limit: 50,
    budget,
  })) {
    const { code, instancePath, values } = violation;
    // What is missing or too much is told where it would stand.
    const isNamed = (code === 'required' || code === 'property-unknown') && typeof values.name === 'string';
    const path = isNamed ? instancePath + pointerStep(values.name as string) : instancePath;
    if (!advice.has(path)) advice.set(path, adviceText(scene, violation));
  }
  return budget.left < 0 ? new Map() : advice;
}

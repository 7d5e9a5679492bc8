/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { plainText } from '../../model/plain-text.ts';
import { constraintPhrases } from '../../schema/constraint-words.ts';
import { constraintsOf } from '../../schema/constraints.ts';
import type { ControlProps } from '../fields/Field.tsx';
import { shortText } from '../fields/short-text.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import type { FieldPlan } from './field-plan.ts';
import { type Place, useForm } from './form-scope.ts';

/** What a field is called and how it stands among the others. */
export interface FieldHead {
  readonly label: string;
  /** The label is a name of the description. */
  readonly isCode?: boolean;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  /** Says more than the schema of the value, as a parameter does. */
  readonly description?: string | undefined;
  /** Stands in the place of the label where the reader may change the name. */
  readonly naming?: JSX.Element;
  /** Move, remove. */
  readonly actions?: ComponentChildren;
  /** What keeps the value from being sent. */
  readonly error?: string | undefined;
}

interface FieldFrameProps extends FieldHead {
  readonly place: Place;
  readonly plan: FieldPlan;
  readonly isGroup: boolean;
  /** Folds the inside of a group. */
  readonly toggle?: { readonly isOpen: boolean; readonly flip: () => void } | undefined;
  readonly note?: string | undefined;
  readonly control: (props: ControlProps) => ComponentChildren;
}

/** One field: name, type and what else is known of it around the control; a group of fields where there are several. */
export function FieldFrame(props: FieldFrameProps): JSX.Element {
  const { text, formats } = useScene();
  const words = usePartText('form');
  const { advice, refusals } = useForm();
  const id = useId();
  const { place, plan, label, isCode, required, deprecated, naming, actions, isGroup, toggle, note } = props;
  const error = props.error ?? refusals.get(place.path);
  const shown = showInvisibles(label);
  const isFolded = toggle !== undefined && !toggle.isOpen;
  const inside = isFolded && [...advice.keys(), ...refusals.keys()].some((path) => path.startsWith(`${place.path}/`));
  const description = props.description ?? plan.schema.description;
  const notes = [
    { kind: 'error', note: error },
    { kind: 'advice', note: advice.get(place.path) ?? (inside ? words.adviceInside : undefined) },
    { kind: 'kept', note },
    { kind: 'hint', note: hintOf(description, plan, words) },
  ].filter((one) => one.note);
  const described = notes.length > 0 ? { 'aria-describedby': notes.map(({ kind }) => `${id}-${kind}`).join(' ') } : {};
  const name = isGroup ? (
    <span id={`${id}-name`} class={isCode ? 'console-code-name' : ''} dir="auto">
      {shown}
    </span>
  ) : (
    <label for={id} class={isCode ? 'console-code-name' : ''} dir="auto">
      {shown}
    </label>
  );
  return (
    <div
      class={`form-field${isGroup ? ' is-group' : ''}`}
      data-at={place.path}
      {...(isGroup ? { role: 'group', 'aria-labelledby': `${id}-name`, ...described } : {})}
    >
      <div class="form-head">
        {toggle && (
          <button
            type="button"
            class="form-icon"
            data-mark="control"
            aria-expanded={toggle.isOpen}
            aria-label={fill(toggle.isOpen ? words.close : words.open, { name: shown })}
            onClick={toggle.flip}
          >
            <Icon path={toggle.isOpen ? 'm4 6 4 4 4-4' : 'm6 4 4 4-4 4'} />
          </button>
        )}
        {naming ? (
          <>
            {naming}
            <span class="visually-hidden">{name}</span>
          </>
        ) : (
          name
        )}
        <span class="console-type">{typeWords(plan, words.arrayOf, formats.list)}</span>
        {required && <span class="console-required">{text.required}</span>}
        {(deprecated ?? plan.schema.deprecated) && <span class="console-deprecated">{text.deprecated}</span>}
        {actions && <span class="form-actions">{actions}</span>}
      </div>
      {notes
        .filter(() => isGroup)
        .map((one) => (
          <Note key={one.kind} id={id} kind={one.kind} note={one.note} />
        ))}
      {!isFolded && (
        <div class="form-control">
          {props.control({
            id,
            ...(isGroup ? {} : described),
            ...(error ? { 'aria-invalid': 'true' } : {}),
            ...(required && !isGroup ? { 'aria-required': 'true' } : {}),
          })}
        </div>
      )}
      {notes
        .filter(() => !isGroup)
        .map((one) => (
          <Note key={one.kind} id={id} kind={one.kind} note={one.note} />
        ))}
      <More description={description} summary={words.more} name={shown} />
    </div>
  );
}

function Note(props: { readonly id: string; readonly kind: string; readonly note: string | undefined }): JSX.Element {
  return (
    <p id={`${props.id}-${props.kind}`} class={`console-note is-${props.kind}`} dir="auto">
      {showInvisibles(props.note ?? '')}
    </p>
  );
}

/** The description past its first sentence. */
function More(props: {
  readonly description: string | undefined;
  readonly summary: string;
  readonly name: string;
}): JSX.Element | null {
  const { description = '', summary, name } = props;
  const paragraphs = description.split(/\n\s*\n/).map((one) => plainText(one, Number.POSITIVE_INFINITY));
  if (paragraphs.join(' ').trim() === shortText(description)) return null;
  return (
    <details class="form-more">
      <summary>
        {summary}
        <span class="visually-hidden"> {name}</span>
      </summary>
      {paragraphs.filter(Boolean).map((one) => (
        <p key={one} class="console-note" dir="auto">
          {showInvisibles(one)}
        </p>
      ))}
    </details>
  );
}

type FormWords = ReturnType<typeof usePartText<'form'>>;

/** The first sentence of the description, and what the value must keep to. */
function hintOf(description: string | undefined, { schema, kind }: FieldPlan, words: FormWords): string {
  const phrases = constraintsOf(schema).flatMap((constraint) =>
    constraint.kind === 'present' || constraint.kind === 'closed' || constraint.kind === 'open'
      ? []
      : constraintPhrases(constraint, words),
  );
  return [shortText(description), ...(kind === 'constant' ? [] : phrases)].filter(Boolean).join(' · ');
}

function typeWords({ schema, kind }: FieldPlan, arrayOf: string, list: (items: readonly string[]) => string): string {
  const types = (schema.types ?? (kind === 'object' || kind === 'array' ? [kind] : [])).filter(
    (type) => type !== 'null',
  );
  const items = typeof schema.items === 'object' ? (schema.items.types ?? []) : [];
  const named = types.map((type) =>
    type === 'array' && items.length > 0 ? fill(arrayOf, { type: list(items) }) : type,
  );
  return [list(named), schema.format].filter(Boolean).join(' · ');
}

export function Icon({ path }: { readonly path: string }): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

interface ActionProps {
  readonly mark: 'up' | 'down' | 'remove';
  readonly label: string;
  /** Stays in the order of focus, so that a press at an end doesn't throw the reader out. */
  readonly isOff?: boolean;
  readonly act: () => void;
}

const PATHS = { up: 'm4 10 4-4 4 4', down: 'm4 6 4 4 4-4', remove: 'm4 4 8 8m0-8-8 8' };

export function Action({ mark, label, isOff, act }: ActionProps): JSX.Element {
  return (
    <button
      type="button"
      class="form-icon"
      data-mark={mark}
      aria-label={label}
      title={label}
      aria-disabled={isOff ?? false}
      onClick={() => isOff || act()}
    >
      <Icon path={PATHS[mark]} />
    </button>
  );
}

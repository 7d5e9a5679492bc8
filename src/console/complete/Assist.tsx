/** @jsxImportSource preact */
import type { JSX, RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { Schema } from '../../model/schema-object.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { placePopup } from './place-popup.ts';
import { type About, aboutCaret, type Suggestion, type Suggestions, suggest } from './suggest.ts';
import { indentAt, writeAt } from './typing.ts';

interface AssistProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly schema: Schema;
}

/** What typing finds open by itself: a quote, and what names and words are made of. */
const OPENING = /^["\p{L}\p{N}_$.-]$/u;

/**
 * What stands beside the editor while it is used: suggestions from the description, a line about the member that
 * the caret is in, and new lines that begin where they should. Tab leaves the editor as ever, but while suggestions
 * are shown it takes one.
 */
export function Assist({ area, schema }: AssistProps): JSX.Element {
  const { session, text, announce } = useScene();
  const words = usePartText('editor');
  const { schemas } = session.api;
  const id = useId();
  const popup = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Suggestions>();
  const [active, setActive] = useState(0);
  const [about, setAbout] = useState<About>();

  const show = (isAsked: boolean): void => {
    const input = area.current;
    if (!input) return;
    const found = suggest(schemas, schema, input.value, input.selectionStart);
    const [only] = found.list;
    const isWritten = found.list.length === 1 && only?.insert === input.value.slice(found.start, found.end);
    const next = found.list.length === 0 || (isWritten && !isAsked) ? undefined : found;
    if (next && !open) announce(fill(words.suggestionCount, { count: next.list.length }));
    if (!next && isAsked) announce(words.noSuggestion);
    setOpen(next);
    setActive(0);
  };
  const take = ({ insert, caret }: Suggestion): void => {
    const input = area.current;
    if (!input || !open) return;
    writeAt(input, open, insert, caret);
    setOpen(undefined);
    // A name is written, and what it may be is listed.
    if (insert.slice(0, caret).endsWith(': ')) show(false);
    look();
  };
  const look = (): void => {
    const input = area.current;
    if (input) setAbout(aboutCaret(schemas, schema, input.value, input.selectionStart));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.isComposing;
    if (key === ' ' && event.ctrlKey) {
      event.preventDefault();
      show(true);
      return;
    }
    const chosen = open?.list[active];
    if (open && chosen && isPlain) {
      const { length } = open.list;
      if (key === 'ArrowDown') setActive((active + 1) % length);
      else if (key === 'ArrowUp') setActive((active + length - 1) % length);
      else if (key === 'Enter' || key === 'Tab') take(chosen);
      else if (key === 'Escape') setOpen(undefined);
      else return;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const input = area.current;
    if (!isPlain || !input || input.selectionStart !== input.selectionEnd) return;
    const typed = indentAt(input.value, input.selectionStart, key);
    if (!typed) return;
    event.preventDefault();
    writeAt(input, typed, typed.insert, typed.caret);
  };
  const onInput = (event: Event): void => {
    const { data, inputType } = event as InputEvent;
    const isTyped = inputType === 'insertText' && data !== null && OPENING.test(data);
    if (isTyped || (open && inputType.startsWith('delete'))) show(false);
    else setOpen(undefined);
    look();
  };
  const handlers = useRef({ onKeyDown, onInput, look });
  handlers.current = { onKeyDown, onInput, look };
  useEffect(() => {
    const input = area.current;
    if (!input) return;
    const stop = new AbortController();
    const { signal } = stop;
    input.addEventListener('keydown', (event) => handlers.current.onKeyDown(event), { signal });
    input.addEventListener('input', (event) => handlers.current.onInput(event), { signal });
    for (const kind of ['keyup', 'click', 'focus'])
      input.addEventListener(kind, () => handlers.current.look(), { signal });
    for (const kind of ['blur', 'click']) input.addEventListener(kind, () => setOpen(undefined), { signal });
    input.setAttribute('aria-autocomplete', 'list');
    handlers.current.look();
    return () => stop.abort();
  }, []);

  const option = open?.list[active] ? `${id}-${active}` : undefined;
  useLayoutEffect(() => {
    const input = area.current;
    setAttribute(input, 'aria-controls', open && id);
    setAttribute(input, 'aria-activedescendant', option);
    document.getElementById(option ?? '')?.scrollIntoView({ block: 'nearest' });
  }, [open, option]);
  useEffect(() => {
    if (open && area.current && popup.current) placePopup(popup.current, area.current, open.start);
  }, [open]);

  return (
    <>
      {open && (
        <div ref={popup} id={id} class="assist-list" role="listbox" tabIndex={-1} aria-label={words.suggestions}>
          {open.list.map((one, index) => (
            <div
              key={one.label}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseDown={(event) => {
                // The focus stays in the editor.
                event.preventDefault();
                take(one);
              }}
            >
              <code class={one.isDeprecated ? 'is-deprecated' : ''} dir="auto">
                {showInvisibles(one.label)}
              </code>
              {one.type && <span class="console-type">{one.type}</span>}
              {one.isRequired && <span class="console-required">{text.required}</span>}
              {one.isDeprecated && <span class="console-deprecated">{text.deprecated}</span>}
              {one.description && (
                <span class="assist-about" dir="auto">
                  {showInvisibles(one.description)}
                </span>
              )}
            </div>
          ))}
        </div>
      )}
      <p class="console-note assist-line" dir="auto">
        {about ? (
          <>
            <code>{showInvisibles(about.name)}</code> {about.type}
            {about.description && ` · ${showInvisibles(about.description)}`}
          </>
        ) : (
          words.hint
        )}
      </p>
    </>
  );
}

function setAttribute(element: Element | null, name: string, value: string | undefined): void {
  if (value === undefined) element?.removeAttribute(name);
  else element?.setAttribute(name, value);
}

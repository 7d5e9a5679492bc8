/** @jsxImportSource preact */
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { COLOUR_LIMIT } from '../paint.ts';
import { createHighlightLayer, type HighlightLayer } from './highlight-layer.ts';

interface EditorProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  readonly text: string;
  readonly isJson: boolean;
  readonly faultLine: number | undefined;
  /** The server refused the text. */
  readonly isRejected: boolean;
  readonly describedBy: string;
  readonly onEdit: (text: string) => void;
}

/**
 * A plain textarea over a layer with the same text in colours. The layer gives the height and one box scrolls
 * both, so they can't drift apart. Tab leaves it as it leaves any field.
 */
export function Editor(props: EditorProps): JSX.Element {
  const { area, label, text, isJson, faultLine, isRejected, describedBy, onEdit } = props;
  const element = useRef<HTMLPreElement>(null);
  const layer = useRef<HighlightLayer>(undefined);
  const isPlain = !isJson || text.length > COLOUR_LIMIT;
  useLayoutEffect(() => {
    if (!element.current) return;
    layer.current ??= createHighlightLayer(element.current);
    layer.current.show(isPlain ? '' : text, faultLine);
  }, [text, isPlain, faultLine]);
  return (
    <div class={`console-editor${isPlain ? ' is-plain' : ''}`}>
      <div class="console-editor-sheet">
        <pre ref={element} aria-hidden="true" />
        <textarea
          ref={area}
          aria-label={label}
          aria-describedby={describedBy}
          {...(faultLine === undefined && !isRejected ? {} : { 'aria-invalid': 'true' })}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          value={text}
          onInput={(event) => onEdit(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}

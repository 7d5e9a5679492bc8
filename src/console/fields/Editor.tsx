/** @jsxImportSource preact */
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Schema } from '../../model/schema-object.ts';
import { COLOUR_LIMIT } from '../paint.ts';
import { Assist } from './form-parts.tsx';
import { createHighlightLayer, type HighlightLayer } from './highlight-layer.ts';

interface EditorProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  readonly text: string;
  readonly isJson: boolean;
  /** What the text is to be like, where the description says. */
  readonly schema: Schema | undefined;
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
  const { area, label, text, isJson, schema, faultLine, isRejected, describedBy, onEdit } = props;
  const element = useRef<HTMLPreElement>(null);
  const layer = useRef<HighlightLayer>(undefined);
  const [isUsed, setUsed] = useState(false);
  const isPlain = !isJson || text.length > COLOUR_LIMIT;
  useLayoutEffect(() => {
    if (!element.current) return;
    layer.current ??= createHighlightLayer(element.current);
    layer.current.show(isPlain ? '' : text, faultLine);
  }, [text, isPlain, faultLine]);
  return (
    <div class="console-editor-frame">
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
            onFocus={() => setUsed(true)}
            onInput={(event) => onEdit(event.currentTarget.value)}
          />
        </div>
      </div>
      {isUsed && !isPlain && schema !== undefined && <Assist area={area} schema={schema} />}
    </div>
  );
}

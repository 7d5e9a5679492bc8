/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { showInvisibles } from '../../model/invisibles.ts';
import type { JsonNode } from '../../model/json-text.ts';
import { sentMediaType } from '../../request/media-type-name.ts';
import { useScene } from '../scene.ts';
import { useAdvice } from './use-advice.ts';

/** A longer body is sent without a comparison with its schema: it is made with each key press. */
const ADVICE_LIMIT = 50_000;
const SHOWN = 3;

interface BodyAdviceProps {
  readonly node: JsonNode;
  readonly mediaType: string;
  readonly isEdited: boolean;
}

/** Where the body differs from its schema. It is advice: the reader may send it to see what the service says. */
export function BodyAdvice({ node, mediaType, isEdited }: BodyAdviceProps): JSX.Element {
  const scene = useScene();
  const { session, text } = scene;
  const advise = useAdvice(isEdited);
  const differences = useMemo(() => {
    const { requestBody } = session.operation;
    const schema = requestBody?.content.find(({ name }) => sentMediaType(name) === mediaType)?.schema;
    if (!advise || schema === undefined || node.end - node.start > ADVICE_LIMIT) return undefined;
    return advise(scene, schema, node, SHOWN);
  }, [node, mediaType, advise]);
  if (!differences) return <p class="console-note is-fine">{text.bodyValid}</p>;
  if (differences.length === 0) return <p class="console-note is-fine">{text.bodyFits}</p>;
  return (
    <div class="console-note is-advice">
      <p>{text.bodyValidAdvised}</p>
      <ul>
        {differences.map(({ path, words }) => (
          <li key={`${path} ${words}`} dir="auto">
            {path && <code>{showInvisibles(path)}</code>} {showInvisibles(words)}
          </li>
        ))}
      </ul>
    </div>
  );
}

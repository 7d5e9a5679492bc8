/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { showInvisibles } from '../../model/invisibles.ts';
import type { JsonNode } from '../../model/json-text.ts';
import { sentMediaType } from '../../request/media-type-name.ts';
import { useScene } from '../scene.ts';
import { adviceText } from '../wording.ts';
import { useValidator } from './use-validator.ts';

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
  const { session, text, formats } = useScene();
  const { api, operation } = session;
  const validate = useValidator(isEdited);
  const violations = useMemo(() => {
    const schema = operation.requestBody?.content.find(({ name }) => sentMediaType(name) === mediaType)?.schema;
    if (!validate || schema === undefined || node.end - node.start > ADVICE_LIMIT) return undefined;
    return validate(api.schemas, schema, node, { direction: 'request', discriminatorDecides: true, limit: SHOWN });
  }, [node, mediaType, validate]);
  if (!violations) return <p class="console-note is-fine">{text.bodyValid}</p>;
  if (violations.length === 0) return <p class="console-note is-fine">{text.bodyFits}</p>;
  return (
    <div class="console-note is-advice">
      <p>{text.bodyValidAdvised}</p>
      <ul>
        {violations.map((violation) => (
          <li key={`${violation.instancePath} ${violation.code}`} dir="auto">
            {violation.instancePath && <code>{showInvisibles(violation.instancePath)}</code>}{' '}
            {showInvisibles(adviceText(text, formats, violation))}
          </li>
        ))}
      </ul>
    </div>
  );
}

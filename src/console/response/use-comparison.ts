import { useEffect, useState } from 'preact/hooks';
import type { Answers } from '../../model/slice.ts';
import type { Answer } from '../answer.ts';
import { type Comparison, compareJson } from '../json/compare.ts';
import type { JsonOutline } from '../json/outline.ts';
import { useScene } from '../scene.ts';
import { useAnswers } from '../use-answers.ts';
import { describeMediaType } from './describe-media-type.ts';
import { describeStatus } from './describe-status.ts';

/**
 * How a JSON answer compares with its schema.
 *
 * @returns `running` from the start where there may be a schema, so that nothing moves later; `undefined` where none is
 */
export function useComparison(outline: JsonOutline | undefined, answer: Answer): Comparison | 'running' | undefined {
  const { session } = useScene();
  const answers = useAnswers();
  const { status, headers } = answer;
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const mediaType = (responses: Answers['responses']) =>
    describeMediaType(describeStatus(responses, status)?.content ?? [], type);
  const [comparison, setComparison] = useState<Comparison | 'running' | undefined>(() =>
    mediaType(session.operation.responses) ? 'running' : undefined,
  );
  useEffect(() => {
    // Without what is described nothing is compared.
    session.readAnswers().catch(() => setComparison(undefined));
  }, [session]);
  useEffect(() => {
    if (!outline || !answers) return;
    const schema = mediaType(answers.responses)?.schema;
    if (schema === undefined || schema === true) {
      setComparison(undefined);
      return;
    }
    const gone = new AbortController();
    const schemas = { ...session.api.schemas, ...answers.schemas };
    const tell = (found: Comparison | undefined): void => {
      if (!gone.signal.aborted) setComparison(found);
    };
    import('../../schema/validate.ts')
      .then(({ validateJson }) =>
        compareJson(outline, schema, { validate: validateJson, schemas, signal: gone.signal }),
      )
      .then(tell, () => tell(undefined));
    return () => gone.abort();
  }, [outline, answers, status]);
  return comparison;
}

import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../answer.ts';
import { type Comparison, compareJson } from '../json/compare.ts';
import type { JsonOutline } from '../json/outline.ts';
import { useScene } from '../scene.ts';
import { useAnswers } from '../use-answers.ts';
import { describeMediaType } from './describe-media-type.ts';
import { describeStatus } from './describe-status.ts';

/** How a JSON answer compares with its schema; `undefined` until that is known, and where it has none. */
export function useComparison(outline: JsonOutline | undefined, answer: Answer): Comparison | undefined {
  const { session } = useScene();
  const answers = useAnswers();
  const [comparison, setComparison] = useState<Comparison>();
  const { status, headers } = answer;
  useEffect(() => {
    setComparison(undefined);
    if (!outline || !answers) return;
    const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
    const schema = describeMediaType(describeStatus(answers.responses, status)?.content ?? [], type)?.schema;
    if (schema === undefined || schema === true) return;
    const gone = new AbortController();
    const schemas = { ...session.api.schemas, ...answers.schemas };
    import('../../schema/validate.ts')
      .then(({ validateJson }) =>
        compareJson(outline, schema, { validate: validateJson, schemas, signal: gone.signal }),
      )
      .then(
        (found) => gone.signal.aborted || setComparison(found),
        () => {},
      );
    return () => gone.abort();
  }, [outline, answers, status]);
  return comparison;
}

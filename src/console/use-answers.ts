import { useEffect, useState } from 'preact/hooks';
import type { Answers } from '../model/slice.ts';
import { useScene } from './scene.ts';

/** What the description says of answers; `undefined` until it is there. Without it nothing is compared, and no more is lost. */
export function useAnswers(): Answers | undefined {
  const { session } = useScene();
  const [answers, setAnswers] = useState<Answers>();
  useEffect(() => {
    let gone = false;
    session.readAnswers().then(
      (read) => gone || setAnswers(read),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [session]);
  return answers;
}

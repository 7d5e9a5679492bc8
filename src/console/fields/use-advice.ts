import { useEffect, useState } from 'preact/hooks';
import type { adviceOn } from '../advice.ts';
import { useScene } from '../scene.ts';

/**
 * What compares a value with its schema, loaded once the reader has changed something: what a form starts with needs
 * no advice, and its first press costs less.
 *
 * @returns `undefined` until it is there; without it there is no advice, and nothing else is lost
 */
export function useAdvice(isWanted: boolean): typeof adviceOn | undefined {
  const { partTexts } = useScene();
  const [advise, setAdvise] = useState<typeof adviceOn>();
  useEffect(() => {
    if (!isWanted || advise) return;
    Promise.all([import('../advice.ts'), partTexts.load('advice')]).then(
      ([module]) => setAdvise(() => module.adviceOn),
      () => {},
    );
  }, [isWanted]);
  return advise;
}

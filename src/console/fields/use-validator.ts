import { useEffect, useState } from 'preact/hooks';
import type { validateJson } from '../../schema/validate.ts';

type Validate = typeof validateJson;

/**
 * The validator, loaded once the reader has changed something: what a form starts with needs no advice, and
 * its first press costs less.
 *
 * @returns `undefined` until it is there; without it there is no advice, and nothing else is lost
 */
export function useValidator(isWanted: boolean): Validate | undefined {
  const [validate, setValidate] = useState<Validate>();
  useEffect(() => {
    if (!isWanted || validate) return;
    import('../../schema/validate.ts').then(
      (module) => setValidate(() => module.validateJson),
      () => {},
    );
  }, [isWanted]);
  return validate;
}

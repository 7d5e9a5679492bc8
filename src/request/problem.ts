import type { Parameter } from '../model/parameter.ts';
import type { ValueProblem } from './values.ts';

/** A problem with one parameter's value. */
export function parameterProblem(
  parameter: Pick<Parameter, 'in' | 'name'>,
  code: ValueProblem['code'],
  found?: string,
): ValueProblem {
  const field = { kind: 'parameter', in: parameter.in, name: parameter.name } as const;
  return found === undefined ? { kind: 'problem', code, field } : { kind: 'problem', code, field, found };
}

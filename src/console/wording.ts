import type { ConsoleMessages } from '../i18n/en.ts';
import { fill } from '../i18n/translate.ts';
import type { ValueProblem } from '../request/values.ts';
import type { Rejection } from './rejections.ts';
import type { RunFailure } from './run.ts';
import type { Session } from './session.ts';

type FieldOf<Kind> = Extract<ValueProblem['field'], { kind: Kind }>;

/** The problem of one field, worded. */
export function problemText(
  text: ConsoleMessages,
  problems: readonly ValueProblem[],
  isField: (field: ValueProblem['field']) => boolean,
): string | undefined {
  const problem = problems.find(({ field }) => isField(field));
  return problem && fill(text.problem[problem.code], problem.found === undefined ? {} : { found: problem.found });
}

/** What the server said of one field, as long as it holds what was sent. */
export function rejectionText(
  text: ConsoleMessages,
  { rejections, store }: Session,
  isField: (field: Rejection['field']) => boolean,
): string | undefined {
  const found = rejections.of(store.state().values).find(({ field }) => isField(field));
  return found && rejectionWords(text, found);
}

/** What the server said of a field, as a sentence. */
export function rejectionWords(text: ConsoleMessages, { message }: Rejection): string {
  return message ? fill(text.rejected, { message }) : text.rejectedUnsaid;
}

/** Why no answer came, as a sentence. */
export function failureText(text: ConsoleMessages, { code, ...values }: RunFailure, url: string): string {
  return fill(text.failure[code], { origin: URL.parse(url)?.origin ?? url, ...values });
}

export function isParameter({ in: place, name }: Pick<FieldOf<'parameter'>, 'in' | 'name'>) {
  return (field: ValueProblem['field'] | Rejection['field']): boolean =>
    field.kind === 'parameter' && field.in === place && field.name === name;
}

/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { ValueProblem } from '../../request/values.ts';
import { useScene } from '../scene.ts';
import type { Session } from '../session.ts';

/** What keeps the request from being sent and has no field to stand at, such as a cookie that holds the key. */
export function Refusals(): JSX.Element | null {
  const { session, text } = useScene();
  const refusals = session.built().problems.filter(({ field }) => !hasField(session, field));
  if (refusals.length === 0) return null;
  return (
    // Send leads here, as it leads to a field.
    <div class="console-notice is-danger" tabIndex={-1} data-refusals="">
      {refusals.map(({ code, field, found }) => (
        <p key={`${code} ${nameOf(field)}`} dir="auto">
          {nameOf(field) && <code>{showInvisibles(nameOf(field))}</code>}{' '}
          {fill(text.problem[code], found === undefined ? {} : { found: showInvisibles(found) })}
        </p>
      ))}
    </div>
  );
}

/** Whether the form shows a field for it, which then tells the problem itself. */
function hasField({ operation, store }: Session, field: ValueProblem['field']): boolean {
  switch (field.kind) {
    case 'parameter':
      return operation.parameters.some((one) => one.in === field.in && one.name === field.name);
    case 'server-variable':
      return (operation.servers[store.state().values.server]?.variables ?? []).some(({ name }) => name === field.name);
    case 'body':
      return operation.requestBody !== undefined;
    case 'server':
    case 'method':
      return true;
  }
}

function nameOf(field: ValueProblem['field']): string {
  return 'name' in field ? field.name : '';
}

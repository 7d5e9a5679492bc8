/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PartMessages } from '../../i18n/en.ts';
import type { Answer } from '../answer.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { credentialsOf } from '../session.ts';
import { RetryNotice } from './RetryNotice.tsx';
import { readRejections } from './read-rejections.ts';

type Advice = keyof PartMessages['answer']['statusAdvice'];

const BY_STATUS: ReadonlyMap<number, Advice> = new Map([
  [400, 'values'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [405, 'method'],
  [408, 'gaveUp'],
  [409, 'conflict'],
  [413, 'tooLarge'],
  [415, 'mediaType'],
  [422, 'values'],
  [429, 'tooMany'],
  [504, 'gaveUp'],
]);

/** What to do about an answer that is no success: what its status says for sure, and the fields that it names. */
export function StatusAdvice({ answer }: { readonly answer: Answer }): JSX.Element | null {
  const words = usePartText('answer');
  const { session, text, focusKey, focusFault } = useScene();
  const { status, headers, body, phase } = answer;
  const isRefusal = status >= 400 && status < 500;
  useEffect(() => {
    if (!isRefusal || phase !== 'done' || body.kind !== 'text') return;
    const { api, operation, rejections } = session;
    const values = rejections.sent();
    if (values) rejections.tell(readRejections(body.text, { schemas: api.schemas, operation, values }));
  }, [phase]);
  if (status < 400) return null;
  const retryAfter = headers.find(([name]) => name === 'retry-after')?.[1];
  const count = session.rejections.of(session.store.state().values).length;
  const asksForKey = status === 401 && credentialsOf(session.built().request).length > 0;
  const advice = BY_STATUS.get(status) ?? (status >= 500 ? 'server' : undefined);
  return (
    <>
      {asksForKey && (
        <p class="console-notice is-danger">
          {text.unauthorized}{' '}
          <button type="button" class="console-link" onClick={focusKey}>
            {words.goToKey}
          </button>
        </p>
      )}
      {retryAfter !== undefined && <RetryNotice retryAfter={retryAfter} />}
      {count > 0 && (
        <p class="console-notice is-warning">
          {words.fieldsNamed}{' '}
          <button type="button" class="console-link" onClick={focusFault}>
            {words.goToField}
          </button>
        </p>
      )}
      {advice && count === 0 && !(advice === 'tooMany' && retryAfter !== undefined) && (
        <p class="console-notice">{words.statusAdvice[advice]}</p>
      )}
    </>
  );
}

import { useEffect, useReducer, useState } from 'preact/hooks';
import type { Answer } from '../../answer.ts';
import { useScene } from '../../scene.ts';
import type { Session } from '../../session.ts';
import type { ItemCheck } from '../../stream/item-check.ts';
import type { StreamLog } from '../../stream/stream-log.ts';

/** Kept with the stream: going to another view and back must not begin again. */
const checks = new WeakMap<StreamLog, Promise<ItemCheck | undefined>>();

/**
 * Compares the events with their schema while they are looked at. The validator and the schemas are loaded now.
 *
 * @returns `undefined` until they are there, and where the description says nothing of these events
 */
export function useItemCheck(answer: Answer, log: StreamLog): ItemCheck | undefined {
  const { session } = useScene();
  const [check, setCheck] = useState<ItemCheck>();
  const [, draw] = useReducer((count: number, _: undefined) => count + 1, 0);
  useEffect(() => {
    let isGone = false;
    const loading = checks.get(log) ?? startCheck(session, answer, log);
    checks.set(log, loading);
    // Without it there is no comparison, and nothing else is lost.
    loading.then((made) => isGone || setCheck(made)).catch(() => checks.delete(log));
    return () => {
      isGone = true;
    };
  }, [log]);
  useEffect(() => check?.subscribe(() => draw(undefined)), [check]);
  useEffect(() => check?.wake());
  return check;
}

async function startCheck(session: Session, answer: Answer, log: StreamLog): Promise<ItemCheck | undefined> {
  const [answers, { findItemSchema, itemViolations }, { createItemCheck }] = await Promise.all([
    session.readAnswers(),
    import('../../stream/item-schema.ts'),
    import('../../stream/item-check.ts'),
  ]);
  const schemas = { ...session.api.schemas, ...answers.schemas };
  const type = answer.headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const schema = findItemSchema(answers.responses, schemas, answer.status, type);
  if (!schema) return undefined;
  return createItemCheck(log.events, {
    violations: (event) => itemViolations(schema, event),
    now: () => performance.now(),
    schedule: (work) => setTimeout(work),
  });
}

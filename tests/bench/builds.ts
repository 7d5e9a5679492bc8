import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Description } from './descriptions.ts';
import { measure, type Run } from './measure.ts';
import { LATE } from './processes.ts';
import type { Subject } from './subjects/subject.ts';

export interface Result {
  readonly description: string;
  readonly operations: number;
  readonly subject: string;
  readonly runs: readonly Run[];
  /** Why there are no runs. */
  readonly failure?: string;
}

/** Builds over what an earlier build left, after something was changed; each run follows the first build of that number. */
export interface SecondBuild {
  readonly description: string;
  readonly operations: number;
  /** What was changed. */
  readonly change: string;
  readonly runs: readonly Run[];
  readonly failure?: string;
}

/** A build that takes longer is done once: its spread is small beside it, and the bench has an end. */
const LONG_SECONDS = 180;

/** Builds a description again and again, each time from nothing and then after every change that the subject knows. */
export async function measureBuilds(
  description: Description,
  { name, prepare }: Subject,
  { folder, runs }: { readonly folder: string; readonly runs: number },
): Promise<{ readonly result: Result; readonly seconds: readonly SecondBuild[] }> {
  const facts = { description: description.name, operations: description.operations };
  const at = join(folder, `${description.name}-${name.replace(/\W+/g, '-')}`);
  const temporary = join(folder, 'tmp');
  const first: Run[] = [];
  const again = new Map<string, Run[]>();
  const failures = new Map<string, string>();
  try {
    for (let index = 0; index < runs; index += 1) {
      const command = await prepare(description, at);
      first.push(await measure(command, temporary));
      for (const { name: change, apply } of command.changes ?? []) {
        const done = again.get(change) ?? [];
        again.set(change, done);
        try {
          await apply();
          done.push(await measure(command, temporary));
        } catch (error) {
          failures.set(change, tell(error));
        }
      }
      if ((first.at(-1)?.wallSeconds ?? 0) > LONG_SECONDS) break;
    }
  } catch (error) {
    return { result: { ...facts, subject: name, runs: [], failure: tell(error) }, seconds: [] };
  } finally {
    await rm(at, { recursive: true, force: true });
  }
  const seconds = [...again].map(([change, done]): SecondBuild => {
    const failure = failures.get(change);
    return failure === undefined ? { ...facts, change, runs: done } : { ...facts, change, runs: [], failure };
  });
  return { result: { ...facts, subject: name, runs: first }, seconds };
}

/** Nothing of a subject that was late with a description of no more operations: another hour would tell the same. */
export function leaveOut(
  { name, operations }: Description,
  { name: subject }: Subject,
  results: readonly Result[],
): Result | undefined {
  const late = results.find(
    (one) => one.subject === subject && one.operations <= operations && one.failure?.startsWith(LATE),
  );
  return late && { description: name, operations, subject, runs: [], failure: `not tried after ${late.description}` };
}

/** What went wrong, short enough for a cell of a table. */
export function tell(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return (said.split('\n')[0] ?? '').replaceAll('|', '/').slice(0, 120);
}

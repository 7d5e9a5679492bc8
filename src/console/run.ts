import type { HttpRequest } from '../request/http-request.ts';
import type { Answer } from './answer.ts';
import { type SendFailure, type SendOptions, send } from './send.ts';
import type { TimeLimit } from './time-limit.ts';

/** What became of the last press of Send. */
export type RunState =
  | { readonly kind: 'idle' }
  | (Sent & { readonly kind: 'sending' })
  | (Sent & { readonly kind: 'failed'; readonly failure: RunFailure })
  | (Sent & { readonly kind: 'answered'; readonly answer: Answer });

/** `unread`: an answer came, but the part of the site that reads it didn't load; it may be gone with an older version. */
export type RunFailure = SendFailure | { readonly code: 'unread' };

interface Sent {
  /** Which press it was, counted from 1. */
  readonly number: number;
  readonly request: HttpRequest;
  /** A sandbox was to answer. */
  readonly isSimulated: boolean;
}

/** The way to whoever answers. */
export interface Transport extends Omit<SendOptions, 'signal' | 'timeout'> {
  readonly isSimulated: boolean;
  readonly limit?: TimeLimit | undefined;
}

export interface Run {
  state(): RunState;
  /** True from Send until the last byte, a failure or Stop. */
  isBusy(): boolean;
  /** Sends; one that still runs is stopped first. The state changes tell how it goes. */
  start(request: HttpRequest, transport: Transport): Promise<void>;
  stop(): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

/** The most bytes kept of a body that isn't a stream. */
export const SIZE_LIMIT = 64_000_000;

/**
 * @param now - the clock, milliseconds
 * @param schedule - calls back once before the next frame; changes in between are told together
 */
export function createRun(now: () => number, schedule: (tell: () => void) => void): Run {
  let state: RunState = { kind: 'idle' };
  let current: AbortController | undefined;
  let scheduled = false;
  let number = 0;
  const listeners = new Set<() => void>();

  const change = (next: RunState): void => {
    state = next;
    if (scheduled) return;
    scheduled = true;
    schedule(() => {
      scheduled = false;
      for (const listener of listeners) listener();
    });
  };

  return {
    state: () => state,
    isBusy: () => current !== undefined,
    async start(request, { isSimulated, limit, ...transport }) {
      current?.abort();
      const mine = new AbortController();
      const { signal } = mine;
      current = mine;
      const startedAt = now();
      number += 1;
      const sent: Sent = { number, request, isSimulated };
      change({ ...sent, kind: 'sending' });
      // What reads answers is loaded while the request is on its way.
      const reader = import('./answer.ts');
      reader.catch(() => {});
      const seconds = limit?.seconds ?? 0;
      let late = false;
      const timer =
        limit?.until === 'end' &&
        setTimeout(() => {
          late = true;
          mine.abort();
        }, seconds * 1000);
      const timeout = limit?.until === 'head' ? seconds : undefined;
      const result = await send(request, { ...transport, signal, timeout });
      // A later press has taken over: what became of this one is no longer of interest.
      const tell = (next: RunState): void => {
        if (current === mine) change(next);
      };
      if (result.kind === 'failure') {
        tell({ ...sent, kind: 'failed', failure: late ? { code: 'timeout', seconds } : result.failure });
      } else {
        const onChange = (answer: Answer): void => {
          const isLate = late && answer.phase === 'stopped';
          tell({ ...sent, kind: 'answered', answer: isLate ? { ...answer, phase: 'late' } : answer });
        };
        const readAnswer = await reader.then(
          (module) => module.readAnswer,
          () => undefined,
        );
        if (readAnswer) await readAnswer(result.response, { signal, startedAt, now, limit: SIZE_LIMIT, onChange });
        else {
          mine.abort();
          tell({ ...sent, kind: 'failed', failure: { code: 'unread' } });
        }
      }
      if (timer) clearTimeout(timer);
      if (current !== mine) return;
      current = undefined;
      change(state);
    },
    stop: () => current?.abort(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

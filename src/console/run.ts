import type { HttpRequest } from '../request/http-request.ts';
import { type Answer, readAnswer } from './answer.ts';
import { type SendFailure, type SendOptions, send } from './send.ts';

/** What became of the last press of Send. */
export type RunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly request: HttpRequest }
  | { readonly kind: 'failed'; readonly request: HttpRequest; readonly failure: SendFailure }
  | { readonly kind: 'answered'; readonly request: HttpRequest; readonly answer: Answer };

export interface Run {
  state(): RunState;
  /** True from Send until the last byte, a failure or Stop. */
  isBusy(): boolean;
  /** Sends; one that still runs is stopped first. The state changes tell how it goes. */
  start(request: HttpRequest, transport: Omit<SendOptions, 'signal' | 'timeout'>): Promise<void>;
  stop(): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

/** Long answers of a model may take minutes before their head comes. */
const HEAD_TIMEOUT = 300;
const SIZE_LIMIT = 10_000_000;

/**
 * @param now - the clock, milliseconds
 * @param schedule - calls back once before the next frame; changes in between are told together
 */
export function createRun(now: () => number, schedule: (tell: () => void) => void): Run {
  let state: RunState = { kind: 'idle' };
  let current: AbortController | undefined;
  let scheduled = false;
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
    async start(request, transport) {
      current?.abort();
      const mine = new AbortController();
      const { signal } = mine;
      current = mine;
      const startedAt = now();
      change({ kind: 'sending', request });
      const result = await send(request, { ...transport, signal, timeout: HEAD_TIMEOUT });
      // A later press has taken over: what became of this one is no longer of interest.
      const tell = (next: RunState): void => {
        if (current === mine) change(next);
      };
      if (result.kind === 'failure') {
        tell({ kind: 'failed', request, failure: result.failure });
      } else {
        const onChange = (answer: Answer): void => tell({ kind: 'answered', request, answer });
        await readAnswer(result.response, { signal, startedAt, now, limit: SIZE_LIMIT, onChange });
      }
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

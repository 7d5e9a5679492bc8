import type { SchemaViolation } from '../../schema/violation.ts';
import type { EventRing, LoggedEvent } from './event-ring.ts';

/** Compares the items of a stream with their schema, a slice at a time, so that the page stays at hand. */
export interface ItemCheck {
  /** How many were looked at, and how many of these differ. Items that were let go before count in neither. */
  checked(): number;
  differing(): number;
  /** The nearest kept item after this one that is known to differ, from the oldest on where there is none. */
  after(number: number): LoggedEvent | undefined;
  /** What one item has against it. */
  violations(event: LoggedEvent): readonly SchemaViolation[];
  /** Looks at what came since the last time; does nothing while it is still at it. */
  wake(): void;
  subscribe(listener: () => void): () => void;
}

/** Milliseconds of work at once. */
const SLICE = 6;

export interface ItemCheckOptions {
  readonly violations: (event: LoggedEvent) => readonly SchemaViolation[];
  readonly now: () => number;
  /** Calls back when the page has nothing more urgent to do. */
  readonly schedule: (work: () => void) => void;
}

export function createItemCheck(events: EventRing, { violations, now, schedule }: ItemCheckOptions): ItemCheck {
  const listeners = new Set<() => void>();
  let next = 1;
  let checked = 0;
  let differing = 0;
  let isAtIt = false;

  const look = (event: LoggedEvent): void => {
    event.differs = violations(event).length > 0;
    checked += 1;
    if (event.differs) differing += 1;
  };

  const work = (): void => {
    const until = now() + SLICE;
    next = Math.max(next, events.first());
    while (next <= events.count() && now() < until) {
      const event = events.get(next);
      if (event) look(event);
      next += 1;
    }
    isAtIt = next <= events.count();
    if (isAtIt) schedule(work);
    for (const listener of listeners) listener();
  };

  return {
    checked: () => checked,
    differing: () => differing,
    after(number) {
      const first = events.first();
      const kept = events.count() - first + 1;
      const from = Math.max(number + 1, first) - first;
      for (let step = 0; step < kept; step += 1) {
        const event = events.get(first + ((from + step) % kept));
        if (event?.differs) return event;
      }
      return undefined;
    },
    violations,
    wake() {
      if (isAtIt || next > events.count()) return;
      isAtIt = true;
      schedule(work);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

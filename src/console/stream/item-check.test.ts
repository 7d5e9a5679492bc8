import { describe, expect, it } from 'vitest';
import { createEventRing } from './event-ring.ts';
import { createItemCheck } from './item-check.ts';

function setUp() {
  const events = createEventRing(100, 1_000_000);
  const waiting: (() => void)[] = [];
  let clock = 0;
  const check = createItemCheck(events, {
    // Each look takes a millisecond; even numbers differ.
    violations: ({ data }) => {
      clock += 1;
      return Number(data) % 2 ? [] : [{ instancePath: '', keyword: 'not', code: 'not', values: {} }];
    },
    now: () => clock,
    schedule: (work) => waiting.push(work),
  });
  const add = (count: number): void => {
    for (let at = 0; at < count; at += 1) {
      events.add({ type: '', id: '', data: String(events.count() + 1) });
    }
  };
  const run = (): number => {
    let slices = 0;
    for (let work = waiting.shift(); work; work = waiting.shift()) {
      work();
      slices += 1;
    }
    return slices;
  };
  return { events, check, add, run, waiting };
}

describe('createItemCheck', () => {
  it('looks at what came in slices, and tells after each', () => {
    const { events, check, add, run } = setUp();
    const told: number[] = [];
    check.subscribe(() => told.push(check.checked()));
    add(20);
    check.wake();
    expect(run()).toBe(4);
    expect(told).toEqual([6, 12, 18, 20]);
    expect([check.checked(), check.differing()]).toEqual([20, 10]);
    expect([events.get(1)?.differs, events.get(2)?.differs]).toEqual([false, true]);
    add(3);
    check.wake();
    run();
    expect([check.checked(), check.differing()]).toEqual([23, 11]);
  });

  it('does nothing twice', () => {
    const { check, add, waiting, run } = setUp();
    check.wake();
    expect(waiting).toHaveLength(0);
    add(2);
    check.wake();
    check.wake();
    expect(waiting).toHaveLength(1);
    run();
    check.wake();
    expect(waiting).toHaveLength(0);
  });

  it('passes over what was let go', () => {
    const { check, add, run } = setUp();
    add(5);
    check.wake();
    run();
    add(300);
    check.wake();
    run();
    expect(check.checked()).toBe(105);
  });

  it('leads from one that differs to the next, and round again', () => {
    const { check, add, run } = setUp();
    expect(check.after(0)).toBeUndefined();
    add(203);
    check.wake();
    run();
    expect([
      check.after(0)?.number,
      check.after(104)?.number,
      check.after(202)?.number,
      check.after(203)?.number,
    ]).toEqual([104, 106, 104, 104]);
  });
});

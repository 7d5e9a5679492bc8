import { expect, it, vi } from 'vitest';
import { latest } from './latest.ts';

it('does the work once for calls that come together, and once more for those during it', async () => {
  vi.useFakeTimers();
  try {
    const log: string[] = [];
    const call = latest(async () => {
      log.push('start');
      await new Promise((resolve) => setTimeout(resolve, 1000));
      log.push('end');
    });
    call();
    call();
    expect(log).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(log).toEqual(['start']);
    call();
    call();
    await vi.advanceTimersByTimeAsync(5000);
    expect(log).toEqual(['start', 'end', 'start', 'end']);
    call();
    await vi.advanceTimersByTimeAsync(5000);
    expect(log.length).toBe(6);
  } finally {
    vi.useRealTimers();
  }
});

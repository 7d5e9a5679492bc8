import { describe, expect, it } from 'vitest';
import { createTextTail } from './text-tail.ts';

describe('createTextTail', () => {
  it('gives all of a short text and any end of it', () => {
    const tail = createTextTail(1000);
    for (const piece of ['Hel', '', 'lo, ', '世界']) tail.append(piece);
    expect([tail.total(), tail.start(), tail.from(0), tail.from(5), tail.from(9)]).toEqual([
      9,
      0,
      'Hello, 世界',
      ', 世界',
      '',
    ]);
  });

  it('lets the oldest part go and still counts it', () => {
    const tail = createTextTail(100_000);
    for (let at = 0; at < 50_000; at += 1) tail.append(`${String(at).padStart(9, '0')}\n`);
    expect(tail.total()).toBe(500_000);
    expect(tail.total() - tail.start()).toBeLessThan(120_000);
    expect(tail.total() - tail.start()).toBeGreaterThanOrEqual(100_000);
    expect(tail.from(tail.total() - 10)).toBe('000049999\n');
    expect(tail.from(0)).toHaveLength(tail.total() - tail.start());
  });

  it('keeps one piece that is longer than the limit', () => {
    const tail = createTextTail(10);
    tail.append('x'.repeat(50));
    expect(tail.from(0)).toHaveLength(50);
    tail.append('y'.repeat(20_000));
    expect(tail.from(0)).toBe('y'.repeat(20_000));
  });
});

import { describe, expect, it } from 'vitest';
import { createStreamLog, KEPT_EVENTS } from './stream-log.ts';

describe('createStreamLog', () => {
  it('counts, times and keeps what arrives', () => {
    let clock = 100;
    const log = createStreamLog(() => clock);
    expect([log.count(), log.firstToken(), log.rate()]).toEqual([0, undefined, undefined]);
    log.push('data: {"choices":[{"index":0,"delta":{"role":"assistant"}}]}\n\n');
    expect([log.firstToken(), log.rate()]).toEqual([100, undefined]);
    clock = 350;
    log.push('data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\nevent: end\nid: 9\nda');
    clock = 600;
    log.push('ta: [DONE]\n\n');
    expect(log.count()).toBe(3);
    expect(log.firstToken()).toBe(350);
    expect(log.rate()).toBe(4);
    expect(log.events().at(-1)).toEqual({ number: 3, type: 'end', id: '9', data: '[DONE]', length: 6 });
    expect(log.raw.from(0)).toMatch(/^data: .*id: 9\ndata: \[DONE\]\n\n$/s);
  });

  it('stays bounded over a long stream of long events', () => {
    const log = createStreamLog(() => 0);
    const data = 'x'.repeat(5000);
    for (let at = 0; at < 3 * KEPT_EVENTS; at += 1) log.push(`data: ${data}\n\n`);
    expect(log.count()).toBe(3 * KEPT_EVENTS);
    expect(log.events()).toHaveLength(KEPT_EVENTS);
    expect(log.events()[0]?.number).toBe(2 * KEPT_EVENTS + 1);
    expect(log.events()[0]?.data.length).toBe(4000);
    expect(log.events()[0]?.length).toBe(5000);
    expect(log.raw.total() - log.raw.start()).toBeLessThan(1_020_000);
  });
});

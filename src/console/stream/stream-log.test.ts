import { describe, expect, it } from 'vitest';
import { createStreamLog, KEPT_BYTES, KEPT_EVENTS } from './stream-log.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('createStreamLog', () => {
  it('counts, times and keeps what arrives', () => {
    let clock = 100;
    const log = createStreamLog({ kind: 'event-stream' }, () => clock);
    expect([log.events.count(), log.firstToken(), log.rate(), log.newestAt()]).toEqual([
      0,
      undefined,
      undefined,
      undefined,
    ]);
    log.push(bytes('data: {"choices":[{"index":0,"delta":{"role":"assistant"}}]}\n\n'));
    expect([log.firstToken(), log.rate(), log.newestAt()]).toEqual([100, undefined, 100]);
    clock = 350;
    log.push(bytes('data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\nevent: end\nid: 9\nda'));
    expect(log.rate()).toEqual(undefined);
    clock = 600;
    log.push(bytes('ta: [DONE]\n\n'));
    log.push(bytes('data: {"choices":[{"index":0,"delta":{"content":"b"}}]}\n\n'));
    log.end();
    expect(log.firstToken()).toBe(350);
    expect(log.rate()).toEqual({ of: 'text', perSecond: 4 });
    expect([log.events.count(), log.events.first(), log.isUnfinished()]).toEqual([4, 1, false]);
    expect(log.events.get(3)).toEqual({ number: 3, type: 'end', id: '9', data: '[DONE]', fault: undefined });
    expect(log.raw.from(0)).toMatch(/^data: .*id: 9\ndata: \[DONE\]\n\ndata: .*$/s);
  });

  it('keeps an event of 3 MB whole, and tells of one that is longer than it keeps', () => {
    const log = createStreamLog({ kind: 'event-stream' }, () => 0);
    const push = (size: number): void => log.push(bytes(`data: {"choices":[{"text":"${'x'.repeat(size)}"}]}\n\n`));
    push(3_000_000);
    expect(log.conversation.choices()[0]?.parts[0]?.text.total()).toBe(3_000_000);
    expect(log.hasCut()).toBe(false);
    push(4_000_000);
    push(1);
    expect(log.hasCut()).toBe(true);
    expect(log.events.get(2)).toMatchObject({ fault: 'cut' });
    expect(log.conversation.choices()[0]?.parts[0]?.text.total()).toBe(3_000_001);
  });

  it('reads JSON that came in the place of events, and takes it for none', () => {
    const log = createStreamLog({ kind: 'event-stream' }, () => 0);
    log.push(bytes('{"error": {"message": "no such model",\n"code": "E1"}}'));
    log.end();
    expect(log.conversation.error()).toEqual({ message: 'no such model', code: 'E1' });
    expect([log.events.count(), log.firstToken(), log.isUnfinished()]).toEqual([0, undefined, false]);
  });

  it('tells the rate of events where there is no text', () => {
    let clock = 0;
    const log = createStreamLog({ kind: 'json-lines' }, () => clock);
    for (let at = 0; at < 5; at += 1) {
      log.push(bytes('{"n":1}\n'));
      clock += 500;
    }
    expect(log.rate()).toEqual({ of: 'events', perSecond: 2 });
    expect(log.firstToken()).toBe(0);
  });

  it('takes one byte order mark off, whatever the pieces are, and keeps it in the bytes', () => {
    const given = bytes('\ufeffdata: 你好 😀\n\ndata: \ufeff2\n\n');
    for (let size = 1; size < given.length; size += 1) {
      const log = createStreamLog({ kind: 'event-stream' }, () => 0);
      for (let at = 0; at < given.length; at += size) log.push(given.slice(at, at + size));
      log.end();
      expect([log.events.get(1)?.data, log.events.get(2)?.data]).toEqual(['你好 😀', '\ufeff2']);
      expect(log.bytes.kept()).toEqual(given);
    }
  });

  it('tells that it ended inside an item, or a character', () => {
    const log = createStreamLog({ kind: 'json-lines' }, () => 0);
    log.push(bytes('1\n"你"').slice(0, -2));
    log.end();
    expect(log.isUnfinished()).toBe(true);
    expect(log.events.get(2)).toMatchObject({ data: '"\ufffd', fault: 'unfinished' });
  });

  it('stays bounded over a long stream, by events and by their length', () => {
    const log = createStreamLog({ kind: 'json-lines' }, () => 0);
    const line = bytes(`"${'x'.repeat(1000)}"\n`);
    const many = 2 * KEPT_EVENTS;
    for (let at = 0; at < many; at += 1) log.push(line);
    expect(log.events.count()).toBe(many);
    expect(many - log.events.first() + 1).toBe(Math.floor(12_000_000 / 1002));
    expect(log.events.get(log.events.first())?.number).toBe(log.events.first());
    expect(log.events.get(log.events.first() - 1)).toBeUndefined();
    expect(log.events.get(many + 1)).toBeUndefined();
    expect(log.raw.total() - log.raw.start()).toBeLessThan(1_020_000);
    expect(log.bytes.total()).toBe(many * line.length);
    expect(log.bytes.kept().length).toBeGreaterThan(KEPT_BYTES - 300_000);
    expect(log.bytes.kept().length).toBeLessThan(KEPT_BYTES + 300_000);
    expect(new TextDecoder().decode(log.bytes.kept().subarray(0, 2))).toBe('"x');
    for (let at = 0; at < 2 * KEPT_EVENTS; at += 1) log.push(bytes('1\n'));
    expect(log.events.count() - log.events.first() + 1).toBe(KEPT_EVENTS);
  });
});

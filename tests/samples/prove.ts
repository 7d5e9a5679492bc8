import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Recorder } from '../recorder.ts';
import { bodyRequests, handPickedRequests, randomRequests, streamRequest, VARIABLES } from './cases.ts';
import { expectSent, type Proof, printed } from './harness.ts';
import { makeRunFolder, runSamples } from './run.ts';

/** What breaks careless quoting, in every place of a request that a text can stand in: inside a `describe`. */
export function proveQuoting(proof: Proof, recorder: () => Recorder, timeout?: number): void {
  it(
    'send hand-picked requests as they are',
    async () => {
      const sendings = await printed(proof, handPickedRequests(recorder().url));
      await expectSent(recorder(), proof, sendings, VARIABLES);
    },
    timeout,
  );

  it(
    'send forms, files and other bodies as they are',
    async () => {
      await expectSent(recorder(), proof, await printed(proof, bodyRequests(recorder().url)), VARIABLES);
    },
    timeout,
  );
}

/** The tests that every target passes which can be run: inside a `describe`. */
export function proveTarget(proof: Proof, recorder: () => Recorder, timeout?: number): void {
  proveQuoting(proof, recorder, timeout);

  it(
    'send random requests as they are',
    async () => {
      await expectSent(recorder(), proof, await printed(proof, randomRequests(recorder().url, 120)), VARIABLES);
    },
    timeout,
  );

  it(
    'print a stream as it arrives',
    async () => {
      const { events, pace, url } = recorder();
      const [sending] = await printed(proof, [streamRequest(url)]);
      const folder = makeRunFolder();
      const ran = await runSamples(proof.runner, [sending?.sample ?? ''], folder, {});
      rmSync(folder, { recursive: true });
      expect(ran.status, ran.stderr).toBe(0);
      const spread = (ran.arrivals.at(-1)?.at ?? 0) - (ran.arrivals[0]?.at ?? 0);
      expect(ran.arrivals.length).toBeGreaterThan(events / 2);
      expect(spread).toBeGreaterThan((events * pace) / 2);
      const pieces = ran.stdout.matchAll(/"content":"(piece \d+ )"/g);
      expect([...pieces].map((match) => match[1])).toEqual(
        Array.from({ length: events }, (_, index) => `piece ${index + 1} `),
      );
      // A tool shows the stream itself, as its library does; code reads the events, of which this marks the end.
      expect(ran.stdout.includes('[DONE]')).toBe(['shell', 'c'].includes(proof.language));
    },
    timeout,
  );
}

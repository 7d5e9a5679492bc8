import { describe, expect, it } from 'vitest';
import { bodyRequests, handPickedRequests, randomRequests, streamRequest } from '../samples/cases.ts';
import { printed } from '../samples/harness.ts';
import { parsed } from './all.ts';

const SERVER = 'http://127.0.0.1:1';

describe.each(parsed)('samples in $language for $library', ({ language, library, load }) => {
  it('are read by a grammar of the language without a syntax error', async () => {
    const hasError = await load();
    const stream = streamRequest(SERVER);
    const requests = [
      ...handPickedRequests(SERVER),
      ...bodyRequests(SERVER),
      ...randomRequests(SERVER, 120),
      stream,
      { ...stream, headers: [] },
    ];
    const sendings = await printed({ language, library }, requests);
    expect(sendings.length).toBeGreaterThan(450);
    const faulty = sendings.filter(({ sample }) => hasError(sample)).map(({ sample }) => sample);
    console.info(`Samples read: ${sendings.length} in ${language}.`);
    expect(faulty).toEqual([]);
    // The grammar would see a fault.
    expect(hasError(`${sendings[0]?.sample.slice(0, -1)} ( "`)).toBe(true);
  });
});

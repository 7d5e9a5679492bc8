import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { startSandboxProcess } from '../clients/sandbox.ts';

export interface StreamsSeen {
  readonly streams: number;
  /** Those that came to their end mark with all of their events. */
  readonly complete: number;
  readonly events: number;
  /** Until the first byte of the body, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Until the last stream was over, in milliseconds. */
  readonly elapsed: number;
}

/**
 * Opens chat streams all at once and reads each to its end.
 *
 * @param url - of a running sandbox of `apigpt.yaml`, or of an API with its path for chat
 */
export async function readStreams(url: string, count: number, key: string): Promise<StreamsSeen> {
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  const begin = performance.now();
  const seen = await Promise.all(Array.from({ length: count }, (_, index) => readStream(url, key, index, agent)));
  const elapsed = performance.now() - begin;
  agent.destroy();
  const waits = seen.flatMap(({ first }) => first ?? []).sort((a, b) => a - b);
  const longest = Math.max(...seen.map(({ events }) => events));
  return {
    streams: count,
    complete: seen.filter(({ events, ended }) => ended && events === longest).length,
    events: seen.reduce((sum, one) => sum + one.events, 0),
    p50: waits[Math.floor(waits.length * 0.5)] ?? Number.NaN,
    p99: waits[Math.floor(waits.length * 0.99)] ?? Number.NaN,
    elapsed,
  };
}

interface Seen {
  readonly first?: number;
  readonly events: number;
  readonly ended: boolean;
}

function readStream(url: string, key: string, index: number, agent: Agent): Promise<Seen> {
  const begin = performance.now();
  // All are as long: only the number in the question differs, and that has four digits.
  const content = `Stream ${1000 + index}`;
  const body = JSON.stringify({ messages: [{ role: 'user', content }], stream: true });
  return new Promise((resolve) => {
    let first: number | undefined;
    let text = '';
    const done = (): void => {
      const events = text.match(/^data: /gm)?.length ?? 0;
      resolve({ ...(first === undefined ? {} : { first }), events, ended: text.endsWith('data: [DONE]\n\n') });
    };
    const sent = request(
      `${url}/openai/deployments/gpt-35-turbo/chat/completions?api-version=2023-05-15`,
      { method: 'POST', agent, headers: { 'Content-Type': 'application/json', 'api-key': key } },
      (response) => {
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          first ??= performance.now() - begin;
          text += part;
        });
        response.on('close', done);
      },
    );
    sent.on('error', done);
    sent.end(body);
  });
}

/** The same against `curlew sandbox` in a process of its own, with the most memory that it took, where the system tells. */
export async function measureStreams(count: number): Promise<StreamsSeen & { readonly peakMegabytes?: number }> {
  const key = 'streams';
  const sandbox = await startSandboxProcess(key);
  try {
    const seen = await readStreams(sandbox.url, count, key);
    const peakMegabytes = peakOf(sandbox.pid);
    return { ...seen, ...(peakMegabytes === undefined ? {} : { peakMegabytes }) };
  } finally {
    await sandbox.stop();
  }
}

function peakOf(pid: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

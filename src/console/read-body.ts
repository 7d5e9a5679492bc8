/** How the reading of a body ended: `interrupted` is a connection that broke, `cut` one past the limit. */
export type BodyEnd = 'done' | 'stopped' | 'interrupted' | 'cut';

/** Bytes handled at once; a server may send megabytes in one chunk. */
const PIECE = 16_384;
/** Milliseconds of work after which the page may paint and answer the reader. */
const SLICE = 8;

/**
 * Reads a body in small pieces, giving the page time between them.
 *
 * @param take - gets each piece in order; answers false when it wants no more
 */
export async function readBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
  take: (piece: Uint8Array<ArrayBuffer>) => boolean,
): Promise<BodyEnd> {
  const reader = body.getReader();
  // Cancelling settles a waiting read at once, whatever the transport does with its signal.
  const cancel = (): void => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', cancel);
  let since = performance.now();
  try {
    for (;;) {
      if (signal.aborted) return 'stopped';
      const { done, value } = await reader.read();
      if (signal.aborted) return 'stopped';
      if (done) return 'done';
      for (let at = 0; at < value.length; at += PIECE) {
        if (!take(value.subarray(at, at + PIECE))) return 'cut';
        if (performance.now() - since < SLICE) continue;
        await nextTask();
        if (signal.aborted) return 'stopped';
        since = performance.now();
      }
    }
  } catch {
    return signal.aborted ? 'stopped' : 'interrupted';
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

/** Timers that follow each other wait for 4 ms in browsers; a message comes at once, after what else is due. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

import type { Answer } from '../answer.ts';
import type { TextTail } from '../stream/text-tail.ts';

/** An answer as the history keeps it: no more than this, and no key in it. */
export interface KeptAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly headAfter: number;
  readonly endAfter?: number;
  /** Bytes that came. */
  readonly size: number;
  readonly body: KeptAnswerBody;
  /** What keeping it costs, about. */
  readonly bytes: number;
}

export type KeptAnswerBody =
  | { readonly kind: 'none' }
  /** `isCut`: the beginning of a stream was let go, or the end of a body never came. */
  | { readonly kind: 'text'; readonly text: string; readonly isJson: boolean; readonly isCut: boolean }
  | { readonly kind: 'bytes'; readonly blob: Blob }
  /** Too large to be kept. */
  | { readonly kind: 'let-go' };

const LIMIT = 2_000_000;
export const MASK = '••••••••';

/**
 * @param secrets - the keys that were sent: a server may echo them, and then they are masked
 */
export function keepAnswer(answer: Answer, secrets: readonly string[]): KeptAnswer {
  const mask = (text: string): string =>
    secrets.reduce((masked, secret) => (secret.length < 4 ? masked : masked.replaceAll(secret, MASK)), text);
  const { status, statusText, headers, headAfter, endAfter, size } = answer;
  const body = keepBody(answer, mask);
  return {
    status,
    statusText,
    headers: headers.map(([name, value]) => [name, mask(value)]),
    headAfter,
    ...(endAfter === undefined ? {} : { endAfter }),
    size,
    body,
    bytes: body.kind === 'text' ? 2 * body.text.length : body.kind === 'bytes' ? body.blob.size : 0,
  };
}

function keepBody({ body, phase }: Answer, mask: (text: string) => string): KeptAnswerBody {
  const tail = (text: TextTail): KeptAnswerBody => ({
    kind: 'text',
    text: mask(text.from(text.start())),
    isJson: false,
    isCut: phase !== 'done' || text.start() > 0,
  });
  switch (body.kind) {
    case 'pending':
    case 'empty':
      return { kind: 'none' };
    case 'text':
      if (body.text.length > LIMIT) return { kind: 'let-go' };
      return { kind: 'text', text: mask(body.text), isJson: body.json, isCut: phase !== 'done' };
    case 'growing':
      return tail(body.text);
    case 'stream':
      return tail(body.log.raw);
    default:
      return body.blob.size > LIMIT ? { kind: 'let-go' } : { kind: 'bytes', blob: body.blob };
  }
}

import type { ParameterIn } from '../model/parameter.ts';
import type { RequestValues } from '../request/values.ts';

/** A field that the server named in an answer that refuses the request. */
export interface Rejection {
  readonly field:
    | { readonly kind: 'parameter'; readonly in: ParameterIn; readonly name: string }
    /** A JSON Pointer into the body; empty for the whole body (RFC 6901). */
    | { readonly kind: 'body'; readonly pointer: string };
  /** What the server says of it, as it came. */
  readonly message: string;
}

/** What the last answer said of fields. A mark holds until its field is changed or something is sent anew. */
export interface Rejections {
  /** Forgets what was said; the values are those that are sent now. */
  begin(sent: RequestValues): void;
  /** What was sent last. */
  sent(): RequestValues | undefined;
  tell(rejections: readonly Rejection[]): void;
  /** Those of fields that hold what was sent still. */
  of(now: RequestValues): readonly Rejection[];
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

export function createRejections(): Rejections {
  let sent: RequestValues | undefined;
  let all: readonly Rejection[] = [];
  const listeners = new Set<() => void>();
  const change = (next: readonly Rejection[]): void => {
    if (next === all) return;
    all = next;
    for (const listener of listeners) listener();
  };
  const none: readonly Rejection[] = [];
  return {
    begin(values) {
      sent = values;
      change(none);
    },
    sent: () => sent,
    tell: change,
    of(now) {
      return all.filter(({ field }) => {
        if (field.kind === 'body') return now.body?.text === sent?.body?.text;
        return parameterText(now, field) === parameterText(sent, field);
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function parameterText(
  values: RequestValues | undefined,
  field: { in: ParameterIn; name: string },
): string | undefined {
  return values?.parameters.find((one) => one.in === field.in && one.name === field.name)?.value;
}

/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { HttpRequest } from '../../request/http-request.ts';
import { lazyPart } from '../lazy-part.tsx';
import type { RunFailure } from '../run.ts';
import { useScene } from '../scene.ts';
import { failureText } from '../wording.ts';

const NetworkAdvice = lazyPart('network', async () => (await import('./NetworkAdvice.tsx')).NetworkAdvice);
const RelayFault = lazyPart('relay', async () => (await import('../relay/RelayNotes.tsx')).RelayFault);

interface FailureViewProps {
  readonly failure: RunFailure;
  readonly request: HttpRequest;
}

/** Why no answer came, as far as a page can know, and what to check. */
export function FailureView({ failure, request }: FailureViewProps): JSX.Element {
  const { text } = useScene();
  const { code } = failure;
  return (
    <div class={`console-notice ${code === 'stopped' ? '' : 'is-danger'}`}>
      <p>{failureText(text, failure, request.url)}</p>
      {failure.code === 'relay' && <RelayFault fault={failure.fault} status={failure.status} />}
      {code === 'network' && <NetworkAdvice request={request} />}
    </div>
  );
}

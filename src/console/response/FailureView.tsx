/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import type { HttpRequest } from '../../request/http-request.ts';
import { lazyPart } from '../lazy-part.tsx';
import type { RunFailure } from '../run.ts';
import { useScene } from '../scene.ts';
import { canRelay } from '../session.ts';
import { failureText } from '../wording.ts';

const RelayFault = lazyPart('relay', async () => (await import('../relay/RelayNotes.tsx')).RelayFault);
const RelayOffer = lazyPart('relay', async () => (await import('../relay/RelayNotes.tsx')).RelayOffer);

interface FailureViewProps {
  readonly failure: RunFailure;
  readonly request: HttpRequest;
}

/** Why no answer came, as far as a page can know, and what to check. */
export function FailureView({ failure, request }: FailureViewProps): JSX.Element {
  const { session, text, samples } = useScene();
  const { code } = failure;
  const showCurl = (): void => {
    samples.querySelector<HTMLElement>('[data-tab="shell"]')?.click();
    samples.scrollIntoView({ block: 'nearest' });
    samples.querySelector<HTMLElement>('[data-tab="shell"]')?.focus();
  };
  return (
    <div class={`console-notice ${code === 'stopped' ? '' : 'is-danger'}`}>
      <p>{failureText(text, failure, request.url)}</p>
      {failure.code === 'relay' && <RelayFault fault={failure.fault} status={failure.status} />}
      {code === 'network' && (
        <>
          <ul>
            <li>{text.checkAddress}</li>
            <li>{text.checkCertificate}</li>
            <li>{text.checkBlocker}</li>
            <li>{fill(text.checkCors, { page: location.origin })}</li>
          </ul>
          <p>{text.ownerCheck}</p>
          {canRelay(session, request.url) && <RelayOffer origin={new URL(request.url).origin} />}
          <p>
            {text.curlKnows}{' '}
            <button type="button" class="console-link" onClick={showCurl}>
              {text.curlSample}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import type { HttpRequest } from '../../request/http-request.ts';
import { useScene } from '../scene.ts';
import type { SendFailure } from '../send.ts';

interface FailureViewProps {
  readonly failure: SendFailure;
  readonly request: HttpRequest;
}

/** Why no answer came, as far as a page can know, and what to check. */
export function FailureView({ failure, request }: FailureViewProps): JSX.Element {
  const { text, samples } = useScene();
  const { code, ...values } = failure;
  const origin = URL.parse(request.url)?.origin ?? request.url;
  const showCurl = (): void => {
    samples.querySelector<HTMLElement>('[data-tab="shell"]')?.click();
    samples.scrollIntoView({ block: 'nearest' });
    samples.querySelector<HTMLElement>('[data-tab="shell"]')?.focus();
  };
  return (
    <div class={`console-notice ${code === 'stopped' ? '' : 'is-danger'}`}>
      <p>{fill(text.failure[code], { origin, ...values })}</p>
      {code === 'network' && (
        <>
          <ul>
            <li>{text.checkAddress}</li>
            <li>{text.checkCertificate}</li>
            <li>{text.checkBlocker}</li>
            <li>{fill(text.checkCors, { page: location.origin })}</li>
          </ul>
          <p>{text.ownerCheck}</p>
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

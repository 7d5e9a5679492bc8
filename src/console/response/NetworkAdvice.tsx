/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import type { HttpRequest } from '../../request/http-request.ts';
import { lazyPart, usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { canRelay } from '../session.ts';

const RelayOffer = lazyPart('relay', async () => (await import('../relay/RelayNotes.tsx')).RelayOffer);

/** What to check where nothing reached the page, and what knows the cause. */
export function NetworkAdvice({ request }: { readonly request: HttpRequest }): JSX.Element {
  const { session, samples } = useScene();
  const text = usePartText('network');
  const showCurl = (): void => {
    samples.querySelector<HTMLElement>('[data-tab="shell"]')?.click();
    samples.scrollIntoView({ block: 'nearest' });
    samples.querySelector<HTMLElement>('[data-tab="shell"]')?.focus();
  };
  return (
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
  );
}

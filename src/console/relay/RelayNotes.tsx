/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { relayUrl } from '../session.ts';

interface RelayFaultProps {
  /** As the relay names it; what no relay said is `absent` or `unreached`. */
  readonly fault: string;
  /** Of the answer that came in its place. */
  readonly status: number;
}

/** Why the relay passed nothing on, and who can mend it. */
export function RelayFault({ fault, status }: RelayFaultProps): JSX.Element {
  const text = usePartText('relay');
  const { session } = useScene();
  const known = Object.hasOwn(text.fault, fault) ? (fault as keyof typeof text.fault) : 'absent';
  return <p>{fill(text.fault[known], { relay: relayUrl(session), status })}</p>;
}

/** Where a page can't ask the API, the relay can. It is offered, and nothing is sent through it by this press. */
export function RelayOffer({ origin }: { readonly origin: string }): JSX.Element {
  const text = usePartText('relay');
  const { session, announce } = useScene();
  const choose = (): void => {
    session.store.dispatch({ kind: 'choose-target', target: 'relay' });
    announce(text.chosen);
    document.querySelector<HTMLElement>('.console [data-target]')?.focus();
  };
  return (
    <p>
      {fill(text.offer, { relay: relayUrl(session), origin })}{' '}
      <button type="button" class="console-button" onClick={choose}>
        {text.choose}
      </button>
    </p>
  );
}

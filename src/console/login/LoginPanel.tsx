/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { usePartText } from '../lazy-part.tsx';
import { useChanges, useScene } from '../scene.ts';
import { DeviceView } from './DeviceView.tsx';
import { endpoint } from './endpoint.ts';
import { GrantView } from './GrantView.tsx';
import { LoginForm } from './LoginForm.tsx';
import { LoginNotice } from './LoginNotice.tsx';
import { loginsOf } from './page-logins.ts';
import { discover, errandOf } from './sign-in.ts';
import { type LoginScheme, metadataUrlOf, waysOf } from './ways.ts';

/** Signing in for a token, below the field that takes a pasted one just as well. */
export function LoginPanel({ scheme }: { readonly scheme: LoginScheme }): JSX.Element {
  const { session } = useScene();
  const text = usePartText('login');
  const errand = errandOf(session, scheme);
  const logins = loginsOf(session.credentials);
  useChanges(logins);
  const login = logins.get(errand.origin, scheme.id);
  const { metadata, status } = login;
  const { ways, outdated, insecure } = waysOf(scheme, metadata);
  const metadataUrl = metadataUrlOf(scheme);
  const [isOpen] = useState(scheme.client !== undefined || status.kind !== 'idle' || login.isBack === true);
  const hasForm = ways.length > 0 || metadataUrl !== undefined;
  return (
    <div class="login">
      <LoginNotice errand={errand} login={login} />
      {status.kind === 'device' && <DeviceView errand={errand} status={status} />}
      {login.grant && <GrantView errand={errand} grant={login.grant} status={status} />}
      {hasForm && (
        <details open={isOpen}>
          <summary>{text.signIn}</summary>
          <div class="login-form">
            {metadataUrl && !metadata && (
              <div class="console-row">
                <button
                  type="button"
                  class="console-button"
                  aria-disabled={status.kind === 'discovering' || !endpoint(metadataUrl)}
                  onClick={() => {
                    if (status.kind !== 'discovering' && endpoint(metadataUrl)) void discover(errand, metadataUrl);
                  }}
                >
                  {text.readMetadata}
                </button>
                <p class="console-note" dir="auto">
                  {fill(scheme.kind === 'openIdConnect' ? text.metadataFirst : text.metadataChecks, {
                    url: showInvisibles(metadataUrl),
                  })}
                </p>
              </div>
            )}
            {metadata && (
              <p class="console-note">{fill(text.metadataRead, { issuer: showInvisibles(metadata.issuer) })}</p>
            )}
            {ways.length > 0 && <LoginForm errand={errand} login={login} ways={ways} />}
            {metadata && ways.length === 0 && <p class="console-note">{text.noWay}</p>}
          </div>
        </details>
      )}
      {outdated.length > 0 && (
        <p class="console-note">{fill(text.outdated, { flows: outdated.map((flow) => text.ways[flow]).join(', ') })}</p>
      )}
      {insecure.map((url) => (
        <p key={url} class="console-note" dir="auto">
          {fill(text.failure.insecure, { url: showInvisibles(url) })}
        </p>
      ))}
    </div>
  );
}
